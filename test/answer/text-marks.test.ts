import { describe, expect, it } from 'vitest';
import { TextMarks } from '../../src/answer/text-marks.ts';

const TEXTS = ['云岭高新区引进项目', '晨星科技落户白鹭园区', '云岭晨星'];

describe('the marks of texts', () => {
  it.each([
    ['云岭', [0, 2]],
    ['晨星科技', [1]],
    ['落户 园区', [1]],
    ['云岭 晨星', [2]],
    ['没有', []],
  ])('tell of %s that it may stand in %j, in whatever block they are', (question, at) => {
    for (const first of [0, 4094, 100_000]) {
      const marks = new TextMarks();
      for (const [i, text] of TEXTS.entries()) marks.set(first + i, text);
      const mayHold = marks.holding(question.split(' '));
      expect([...TEXTS.keys()].filter((i) => mayHold(first + i))).toEqual(at);
      expect(mayHold(first + TEXTS.length)).toBe(false);
    }
  });

  it('tell nothing of a column that was cleared, and of the next text in it what it holds', () => {
    const marks = new TextMarks();
    for (const [column, text] of TEXTS.entries()) marks.set(column, text);
    marks.clear(0);
    expect(marks.holding(['高新'])(0)).toBe(false);
    expect(marks.holding(['云岭'])(2)).toBe(true);
    marks.set(0, '二期开工');
    expect(marks.holding(['开工'])(0)).toBe(true);
  });
});
