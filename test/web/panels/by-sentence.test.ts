import { describe, expect, it } from 'vitest';
import type { DigestRow } from '../../../src/contract/digest.ts';
import { bySentence } from '../../../web/panels/news/by-sentence.ts';

describe('what is new by sentence', () => {
  const row = (name: string, start: number, more: Partial<DigestRow> = {}): DigestRow => ({
    kind: 'thing',
    about: { id: name, name, type: 'Company' },
    quote: '晨星科技与宏图新能源签约。',
    article: { id: 'a', title: '签约' },
    span: { start, end: start + 13 },
    ...more,
  });
  const named = (rows: readonly DigestRow[]) =>
    bySentence(rows).map((together) => together.map(({ about }) => about.name));

  it('puts what one sentence names together, where the first stood', () => {
    expect(named([row('晨星科技', 0), row('云岭高新区', 40), row('宏图新能源', 0)])).toEqual([
      ['晨星科技', '宏图新能源'],
      ['云岭高新区'],
    ]);
  });

  it('keeps the same place of another article apart, and relations, each of which has its page', () => {
    const elsewhere = row('宏图新能源', 0, { article: { id: 'b', title: '签约' } });
    expect(named([row('晨星科技', 0), elsewhere])).toEqual([['晨星科技'], ['宏图新能源']]);
    const [first, second] = ['r1', 'r2'].map((relation) =>
      row('晨星科技', 0, { kind: 'relation', relation }),
    );
    expect(named([first, second].flatMap((one) => one ?? []))).toEqual([['晨星科技'], ['晨星科技']]);
  });
});
