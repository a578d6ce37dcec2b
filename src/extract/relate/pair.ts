import type { EntityType } from '../../model/entity.ts';
import { firstFrom, lowest } from '../../model/nearby.ts';
import { RELATION_ENDS, type RelationType } from '../../model/relation.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';

/** Two mentions further apart than so many sentences say nothing of each other. */
export const FAR = 3;
/** Of an entity that is named more often, only so many mentions are looked at. */
const MOST_MENTIONS = 40;
/**
 * Where more than so many things of a type stand within reach of a mention, it is paired with the nearest alone, so many on
 * either side: a line that counts up ten thousand firms says nothing of each two of them.
 */
const CROWD = 100;
const NEAREST = 4;

/** The closest two mentions of a pair of entities. */
export interface Pair {
  readonly a: Placed;
  readonly b: Placed;
  /** Sentences between them: 0 in the same one. */
  readonly sentences: number;
}

/** The pairs that a document's mentions make up. */
export class Pairs {
  private readonly linked: LinkedDocument;
  private readonly mentions = new Map<EntityType, Placed[]>();

  constructor(linked: LinkedDocument) {
    this.linked = linked;
    for (const places of linked.placesOf)
      for (const mention of places.slice(0, MOST_MENTIONS)) {
        const like = this.mentions.get(mention.type);
        if (like) like.push(mention);
        else this.mentions.set(mention.type, [mention]);
      }
    for (const like of this.mentions.values()) like.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Every pair that a relation may join and that stands within reach. The key is `keyOf` its ends. */
  near(type: RelationType): Map<number, Pair> {
    const pairs = new Map<number, Pair>();
    const gaps = new Map<number, number>();
    for (const { from, to } of RELATION_ENDS[type]) {
      for (const a of from.flatMap((kind) => this.mentions.get(kind) ?? [])) {
        for (const kind of to) {
          for (const b of this.within(a, this.mentions.get(kind) ?? [])) {
            if (a.entity === b.entity || (type === 'PARTNERS_WITH' && a.entity > b.entity)) continue;
            const key = this.keyOf(a.entity, b.entity);
            const gap = gapOf(a, b);
            if (gap >= (gaps.get(key) ?? Number.POSITIVE_INFINITY)) continue;
            gaps.set(key, gap);
            pairs.set(key, { a, b, sentences: Math.abs(a.sentence - b.sentence) });
          }
        }
      }
    }
    return pairs;
  }

  /** The closest two mentions of two entities, however far apart. */
  closest(from: number, to: number): Pair | undefined {
    let best: Pair | undefined;
    let bestGap = Number.POSITIVE_INFINITY;
    for (const a of this.linked.mentionsOf(from).slice(0, MOST_MENTIONS)) {
      for (const b of this.linked.mentionsOf(to).slice(0, MOST_MENTIONS)) {
        const gap = gapOf(a, b);
        if (gap >= bestGap) continue;
        bestGap = gap;
        best = { a, b, sentences: Math.abs(a.sentence - b.sentence) };
      }
    }
    return best;
  }

  /** Pairs sort by it as by their ends. */
  keyOf(from: number, to: number): number {
    return from * this.linked.entities.length + to;
  }

  private within(a: Placed, mentions: readonly Placed[]): readonly Placed[] {
    const from = firstInSentence(mentions, a.sentence - FAR);
    const to = firstInSentence(mentions, a.sentence + FAR + 1);
    if (to - from <= CROWD) return mentions.slice(from, to);
    const here = firstFrom(mentions, a.start);
    return mentions.slice(Math.max(from, here - NEAREST), Math.min(to, here + NEAREST + 1));
  }
}

function firstInSentence(mentions: readonly Placed[], sentence: number): number {
  return lowest(mentions.length, (i) => (mentions[i] as Placed).sentence >= sentence);
}

/** How far apart two mentions are: sentences first, then units. */
function gapOf(a: Placed, b: Placed): number {
  const units = a.start < b.start ? b.start - a.end : a.start - b.end;
  return Math.abs(a.sentence - b.sentence) * 1000 + Math.max(0, units);
}
