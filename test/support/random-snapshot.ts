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
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const value: fc.Arbitrary<PropertyValue> = fc.oneof(
  text,
  fc.integer(),
  fc.constantFrom(5_150_000_000, 0.25, true),
  fc.array(text, { maxLength: 3 }),
);

/** A small graph with homonyms, parallel edges and self-loops. */
export const randomSnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    nodes: fc.array(fc.record({ name: text, extra: value }), { minLength: 1, maxLength: 8 }),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        type: fc.constantFrom('LOCATED_IN', 'PARTNERS_WITH'),
        quotes: fc.array(text, { maxLength: 3 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ nodes, edges }) => ({
    nodes: nodes.map(
      ({ name, extra }, i): NodeRecord => ({
        id: `n${i}`,
        labels: ['Company', 'Entity'],
        properties: { type: 'Company', name, extra, x: i, y: -i },
      }),
    ),
    relationships: edges.map(
      ({ from, to, type, quotes }, i): RelationshipRecord => ({
        id: `r${i}`,
        type,
        from: `n${from % nodes.length}`,
        to: `n${to % nodes.length}`,
        properties: { quotes, count: quotes.length },
      }),
    ),
  }));
