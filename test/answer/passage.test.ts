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

  it('goes through the lines of a printed column, and ends with a short one', () => {
    const told = '晨星科技在云岭高新区投资建设的晨星电池项目全面开工，总投资五亿元，预计明年投产。';
    const body = told.repeat(20);
    const lines = Array.from({ length: Math.ceil(body.length / 18) }, (_, at) =>
      body.slice(at * 18, at * 18 + 18),
    );
    const column = ['云岭新闻', ...lines, '小标题', ...lines].join('\n\n');
    expect(around(column, '高新').replace(/\n+/gu, '')).toBe(told);
    expect(around(column, '小标')).toBe('小标题');
  });

  it('is cut where no stop comes', () => {
    const text = '表'.repeat(5000);
    const { start, end } = sentenceAround(text, { start: 2000, end: 2010 });
    expect(end - start).toBeLessThan(300);
  });
});
