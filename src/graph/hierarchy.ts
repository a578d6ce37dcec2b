import { placeId, type ResolvedEntity } from '../model/resolution.ts';
import type { Division, Seeds } from '../model/seeds.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { known } from './records.ts';
import { toSeedRelation } from './relation.ts';

/**
 * What public lists add to the entities: the divisions above each place, up to its province, and the division of each listed
 * zone. A division that no article names becomes a node without articles.
 *
 * Source: seeds/divisions.csv, seeds/zones.csv
 */
export function toHierarchy(
  entities: readonly ResolvedEntity[],
  seeds: Seeds,
): { readonly nodes: NodeRecord[]; readonly relationships: RelationshipRecord[] } {
  const byCode = new Map(seeds.divisions.map((division) => [division.code, division]));
  const present = new Set(entities.map((entity) => entity.id));
  const nodes: NodeRecord[] = [];
  const relationships: RelationshipRecord[] = [];
  const tied = new Set<string>();
  const tie = (from: string, division: Division, origin: string): void => {
    const to = placeId(division);
    if (tied.has(`${from} ${to}`)) return;
    tied.add(`${from} ${to}`);
    relationships.push(toSeedRelation('LOCATED_IN', from, to, origin));
    if (!present.has(to)) {
      present.add(to);
      nodes.push(toPlace(division));
    }
    const parent = division.parent === undefined ? undefined : byCode.get(division.parent);
    if (parent !== undefined) tie(to, parent, `seeds/divisions.csv:${division.code}`);
  };
  for (const { id, type, division: code, origin } of entities) {
    const division = code === undefined ? undefined : byCode.get(code);
    if (division === undefined) continue;
    if (type === 'Zone' && origin !== undefined) tie(id, division, origin);
    const parent = division.parent === undefined ? undefined : byCode.get(division.parent);
    if (type === 'Place' && parent !== undefined) tie(id, parent, `seeds/divisions.csv:${division.code}`);
  }
  return { nodes, relationships };
}

function toPlace(division: Division): NodeRecord {
  return {
    id: placeId(division),
    labels: ['Entity', 'Place'],
    properties: known({
      type: 'Place',
      name: division.name,
      aliases: [],
      articles: [],
      stories: 0,
      mentions: 0,
      confidence: 1,
      level: division.level,
    }),
  };
}
