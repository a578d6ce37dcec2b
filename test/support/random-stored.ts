import fc from 'fast-check';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

const TYPES = [
  ['Company', 'Entity'],
  ['Entity', 'Zone'],
  ['Entity', 'Official', 'Person'],
  ['Entity', 'Executive', 'Official', 'Person'],
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('晨星科技', '一\n"二"\\', '😀'),
);
const list = fc.array(text, { maxLength: 3 });
const number = fc.oneof(fc.integer(), fc.constantFrom(5_150_000_000, 0.25, -1.5e-7));

const entity = fc.record({
  labels: fc.constantFrom(...TYPES),
  properties: fc.record(
    { name: text, aliases: list, investment: fc.integer(), x: number },
    { requiredKeys: [] },
  ),
});

const relation = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  type: fc.constantFrom('LOCATED_IN', 'PARTNERS_WITH', 'HOLDS_POST'),
  properties: fc.record(
    { quotes: list, count: fc.nat(), confidence: fc.constantFrom(0, 0.5, 1) },
    { requiredKeys: [] },
  ),
});

/** A graph inside the data model, with ids from a small set, so that a sequence of them is a sequence of changes. */
export const randomStored: fc.Arbitrary<Snapshot> = fc
  .record({
    entities: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', '六'), entity),
    relations: fc.dictionary(fc.constantFrom('r', 's', 't', 'u', 'v', 'w'), relation),
  })
  .map(({ entities, relations }) => {
    const ids = Object.keys(entities).sort();
    const nodes = ids.map((id): NodeRecord => ({ id, labels: [], properties: {}, ...entities[id] }));
    const end = (n: number) => ids[n % ids.length] ?? '';
    const relationships = Object.keys(ids.length === 0 ? {} : relations)
      .sort()
      .flatMap((id): RelationshipRecord[] => {
        const one = relations[id];
        return one === undefined ? [] : [{ ...one, id, from: end(one.from), to: end(one.to) }];
      });
    return { nodes, relationships };
  });
