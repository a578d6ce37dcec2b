import fc from 'fast-check';
import type { NodeRecord, PropertyValue, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

/** Texts that break careless writers: markup, quotes, separators, line ends, emoji, lone surrogates, formulas. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '<&>"\'',
    '一\n二\r\n三\t四',
    'a|b;c,d',
    '😀族',
    '\ud800坏',
    '=1+1',
    '\u0007响',
    '\\u0041',
    '`}{',
    '["像列表"]',
    '2024',
    'true',
    ' 前后 ',
    '_x0041_',
    ']]>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  text,
  fc.integer(),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((one) => (Math.abs(one) < 1e-12 ? 0 : one)),
  fc.constantFrom(5_150_000_000, 0.25, true),
  fc.array(text, { maxLength: 3 }),
);

const date = fc.constantFrom('2023', '2024-02', '2024-02-29');

/** A small graph with homonyms, parallel edges, self-loops and dates. */
export const randomSnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    nodes: fc.array(fc.record({ name: text, extra: value, seen: date }), { minLength: 1, maxLength: 8 }),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        type: fc.constantFrom('LOCATED_IN', 'PARTNERS_WITH'),
        quotes: fc.array(text, { maxLength: 3 }),
        seen: date,
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ nodes, edges }) => ({
    nodes: nodes.map(
      ({ name, extra, seen }, i): NodeRecord => ({
        id: `n${i}`,
        labels: ['Company', 'Entity'],
        properties: { type: 'Company', name, extra, firstSeen: seen, lastSeen: '2024-03', x: i, y: -i || 0 },
      }),
    ),
    relationships: edges.map(
      ({ from, to, type, quotes, seen }, i): RelationshipRecord => ({
        id: `r${i}`,
        type,
        from: `n${from % nodes.length}`,
        to: `n${to % nodes.length}`,
        properties: { quotes, count: quotes.length, firstSeen: seen, lastSeen: seen },
      }),
    ),
  }));
