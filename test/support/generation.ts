import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

const SIZE = 400;

/** A graph that tells its number in every record, and shares only some ids with the one before. */
export function generation(number: number): Snapshot {
  const id = (i: number) => `n${String((number % 7) * 50 + i).padStart(5, '0')}`;
  const nodes = Array.from(
    { length: SIZE },
    (_, i): NodeRecord => ({
      id: id(i),
      labels: ['Company', 'Entity'],
      properties: { mentions: number, name: `第${number}代企业${i}` },
    }),
  );
  const relationships = nodes.slice(1).map(
    (node, i): RelationshipRecord => ({
      id: `r ${id(i)} ${node.id}`,
      type: 'PARTNERS_WITH',
      from: id(i),
      to: node.id,
      properties: { count: number, quotes: [`第${number}代`] },
    }),
  );
  return { nodes, relationships: relationships.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The number that every record of a graph tells; 0 for an empty one, NaN for a mixed one. */
export function numberOf({ nodes, relationships }: Snapshot): number {
  const numbers = new Set([
    ...nodes.map(({ properties }) => properties.mentions),
    ...relationships.map(({ properties }) => properties.count),
  ]);
  if (numbers.size === 0) return 0;
  const whole = nodes.length === SIZE && relationships.length === SIZE - 1;
  return numbers.size === 1 && whole ? Number([...numbers][0]) : Number.NaN;
}
