import { expect, it } from 'vitest';
import { readWritten } from '../../../src/extract/examples/written.ts';

const ARTICLE = `
[[C1|晨星科技]]的[[P1|[[C1|晨星]]电池项目]]开工。
===
C1 INVESTS_IN P1 | 晨星电池项目开工
P1 status=construction investment=680000000
`;

it('reads marks, relations with their quote, and attributes', () => {
  const { text, gold } = readWritten('a.txt', 'a', 'written', ARTICLE);
  expect(text).toBe('晨星科技的晨星电池项目开工。\n');
  expect(gold.entities).toEqual([
    {
      id: 'C1',
      type: 'Company',
      name: '晨星科技',
      aliases: ['晨星'],
      attrs: {},
      mentions: [
        { start: 0, end: 4 },
        { start: 5, end: 7 },
      ],
    },
    {
      id: 'P1',
      type: 'Project',
      name: '晨星电池项目',
      aliases: [],
      attrs: { status: 'construction', investment: 680_000_000 },
      mentions: [{ start: 5, end: 11 }],
    },
  ]);
  expect(gold.relations).toEqual([
    { from: 'C1', type: 'INVESTS_IN', to: 'P1', attrs: {}, quote: '晨星电池项目开工' },
  ]);
});

it('names the file and the mark that is not closed', () => {
  expect(() => readWritten('a.txt', 'a', 'written', '[[C1|晨星\n===\n')).toThrow(
    'a.txt: the mark of C1 is not closed',
  );
});
