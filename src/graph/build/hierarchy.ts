import { placeId, type ResolvedEntity } from '../../model/resolution.ts';
import type { Division, Seeds } from '../../model/seeds.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import { known } from './records.ts';
import { toSeedRelation } from './relation.ts';

/** What the lists have to know of an entity. */
export type Placed = Pick<ResolvedEntity, 'id' | 'type' | 'division' | 'origin'>;

/** A division as the list knows it: its node, where no article names it, and what ties it to the one above. */
interface Rung {
  readonly node: NodeRecord;
  readonly tie: RelationshipRecord | undefined;
  readonly parent: Division | undefined;
}

/**
 * What public lists add to entities: the divisions above each place, up to its province, and the division of each listed zone.
 *
 * Source: seeds/divisions.csv, seeds/zones.csv
 */
export class Hierarchy {
  private readonly byCode: ReadonlyMap<string, Division>;
  private readonly rungs = new Map<Division, Rung>();

  constructor(seeds: Seeds) {
    this.byCode = new Map(seeds.divisions.map((division) => [division.code, division]));
  }

  /** What is added to these; a division that is not among them becomes a node without articles. */
  over(entities: readonly Placed[]): {
    readonly nodes: NodeRecord[];
    readonly relationships: RelationshipRecord[];
  } {
    const present = new Set(entities.map((entity) => entity.id));
    const nodes: NodeRecord[] = [];
    const relationships: RelationshipRecord[] = [];
    const climbed = new Set<Division>();
    const climb = (from: Division): void => {
      for (let at: Division | undefined = from; at !== undefined && !climbed.has(at); ) {
        climbed.add(at);
        const { node, tie, parent } = this.rungOf(at);
        if (!present.has(node.id)) nodes.push(node);
        if (tie !== undefined) relationships.push(tie);
        at = parent;
      }
    };
    for (const { id, type, division: code, origin } of entities) {
      const division = this.byCode.get(code ?? '');
      const isListed = type === 'Zone' && origin !== undefined;
      if (division === undefined || !(isListed || type === 'Place')) continue;
      climb(division);
      if (isListed) relationships.push(toSeedRelation('LOCATED_IN', id, placeId(division), origin));
    }
    return { nodes, relationships };
  }

  private rungOf(division: Division): Rung {
    const known = this.rungs.get(division);
    if (known !== undefined) return known;
    const node = toPlace(division);
    const parent = this.byCode.get(division.parent ?? '');
    const origin = `seeds/divisions.csv:${division.code}`;
    const tie = parent && toSeedRelation('LOCATED_IN', node.id, placeId(parent), origin);
    const rung = { node, tie, parent };
    this.rungs.set(division, rung);
    return rung;
  }
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
