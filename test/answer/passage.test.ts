import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../src/answer/passage.ts';

/** The sentence around the first place where `part` stands. */
function around(text: string, part: string): string {
  const start = text.indexOf(part);
  const sentence = sentenceAround(text, { start, end: start + part.length });
  return text.slice(sentence.start, sentence.end);
}

describe('the sentence around a span', () => {
  it.each([
    ['甲签约。乙开工。丙投产。', '乙', '乙开工。'],
    ['甲签约。乙开工。丙投产。', '开工。', '乙开工。'],
    ['甲说：“乙开工！”丙投产。', '开工', '甲说：“乙开工！”'],
    ['标题\n\n乙开工\n\n丙', '乙', '乙开工'],
    ['南昌欣\n旺达传来好消息。', '旺达', '南昌欣\n旺达传来好消息。'],
    ['甲开工。乙投产。', '甲开工。乙投', '甲开工。乙投产。'],
    ['甲签约……乙开工……丙', '乙', '乙开工……'],
    ['只有一句', '一', '只有一句'],
  ])('in %j around %s is %j', (text, part, sentence) => {
    expect(around(text, part)).toBe(sentence);
  });

  it('is cut where no stop comes', () => {
    const text = '表'.repeat(5000);
    const { start, end } = sentenceAround(text, { start: 2000, end: 2010 });
    expect(end - start).toBeLessThan(300);
  });
});
