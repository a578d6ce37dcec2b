import { describe, expect, it } from 'vitest';
import { toSigns, toTextQuestion } from '../../src/names/signs.ts';

describe('signs for a full-text index', () => {
  it.each([
    ['總投資', '总投资'],
    ['新 能\u200b源', '新能源'],
    ['ＡＢ', 'ab'],
    ['Ab', 'ab'],
  ])('are the same for %j and %j', (one, other) => {
    expect(toSigns(one)).toBe(toSigns(other));
  });

  it('are Chinese, as many as the folded text has, and a part of a text has part of its signs', () => {
    expect(toSigns('5.1亿，α')).toMatch(/^[\u3400-\u9fff]{6}$/u);
    expect(toSigns('总投资2100亿元。')).toContain(toSigns('100亿'));
  });

  it('make a question of which all words must stand, and in which nothing means anything to Lucene', () => {
    expect(toTextQuestion(['云岭', '晨星', '云岭'])).toBe('+"云岭" +"晨星"');
    expect(toTextQuestion(['a"b', 'x*\\y'])).toMatch(/^\+"[\u3400-\u9fff]{3}" \+"[\u3400-\u9fff]{4}"$/u);
  });
});
