import type { EntityType } from '../../model/entity.ts';
import type { FeatureSink } from '../../model/feature.ts';
import { mayJoin, type RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { linkDescriber } from './link-feature.ts';
import { cover, type Hint, type Link, type LinkedDocument } from './linked-document.ts';
import { FAR, type Pair, Pairs } from './pair.ts';
import { isHeaded, isPart, ZoneNames } from './zone-part.ts';

/** The relations that the model judges; posts are settled by their rules. */
export const SCORED_RELATIONS: readonly RelationType[] = [
  'LOCATED_IN',
  'PART_OF',
  'INVESTS_IN',
  'SUBSIDIARY_OF',
  'PARTNERS_WITH',
  'IN_INDUSTRY',
];

/** A link that may hold, with what speaks for and against it. */
export interface LinkCandidate extends Hint {
  readonly tell: (features: FeatureSink) => void;
}

/** Every pair of entities that a relation may join and that stands close, is what its article is about, or that a rule has linked. */
export function findLinkCandidates(
  linked: LinkedDocument,
  types: readonly EntityType[],
  ruled: readonly Hint[],
): LinkCandidate[] {
  const rules = new Map<string, Hint[]>();
  for (const link of ruled) {
    const known = rules.get(keyOf(link));
    if (known) known.push(link);
    else rules.set(keyOf(link), [link]);
  }
  const pairs = new Pairs(linked);
  const zones = new ZoneNames(linked);
  const describe = linkDescriber(linked, types);
  const candidates: LinkCandidate[] = [];
  for (const type of SCORED_RELATIONS) {
    const found = pairs.near(type);
    for (const [from, to] of farPairs(linked, zones, type, ruled)) {
      if (from === to || !mayJoin(type, types[from], types[to])) continue;
      const key = pairs.keyOf(from, to);
      const pair = found.has(key) ? undefined : pairs.closest(from, to);
      if (pair) found.set(key, pair);
    }
    const keys = Float64Array.from(found.keys()).sort();
    for (const key of keys) {
      const pair = found.get(key) as Pair;
      const [from, to] = [pair.a.entity, pair.b.entity];
      if (type === 'PART_OF' && !zones.mayHold(to, from)) continue;
      const hints = rules.get(keyOf({ from, type, to })) ?? [];
      const main = isMain(linked, to, pair.a.sentence);
      const far = pair.sentences > FAR && !main;
      if (hints.length === 0 && far && !(type === 'PART_OF' && belongs(linked, from, to))) continue;
      candidates.push({
        from,
        type,
        to,
        span: hints[0]?.span ?? evidence(linked, pair),
        rule: hints[0]?.rule ?? `${type.toLowerCase().replace('_', '-')}/learnt`,
        tell: (features) => describe({ type, pair, hints, main }, features),
      });
    }
  }
  return candidates;
}

/** Pairs that may be candidates however far apart they stand: linked by a rule, with what an article is about, of a zone and its part. */
function farPairs(
  linked: LinkedDocument,
  zones: ZoneNames,
  type: RelationType,
  ruled: readonly Hint[],
): (readonly [from: number, to: number])[] {
  const pairs: (readonly [number, number])[] = [];
  const add = (from: number, to: number): void => {
    pairs.push(type === 'PARTNERS_WITH' && from > to ? [to, from] : [from, to]);
  };
  for (const link of ruled) if (link.type === type) add(link.from, link.to);
  for (const [from, places] of linked.placesOf.entries()) {
    const articles = new Set(places.map(({ sentence }) => linked.articleOf(sentence)));
    for (const article of articles)
      for (const to of [linked.zoneOf(article), linked.placeOf(article)])
        if (to !== undefined && !(type === 'PARTNERS_WITH' && from > to)) add(from, to);
  }
  return type === 'PART_OF' ? pairs.concat(zones.parts()) : pairs;
}

function keyOf({ from, type, to }: Pick<Link, 'from' | 'type' | 'to'>): string {
  return type === 'PARTNERS_WITH' && from > to ? `${to} ${type} ${from}` : `${from} ${type} ${to}`;
}

/** Whether a zone may be part of another however far apart the two are named. */
function belongs(linked: LinkedDocument, from: number, to: number): boolean {
  return isHeaded(linked, from, to) || isPart(linked, from);
}

function isMain(linked: LinkedDocument, entity: number, sentence: number): boolean {
  const article = linked.articleOf(sentence);
  return linked.zoneOf(article) === entity || linked.placeOf(article) === entity;
}

/** The sentence of the pair, or the run of sentences from one to the other; where they stand far apart, the sentence of the first. */
function evidence(linked: LinkedDocument, { a, b, sentences }: Pair): Span {
  const first = linked.sentence(a.start);
  const { start, end } = sentences <= FAR ? cover(first, linked.sentence(b.start)) : first;
  return { start, end };
}
