import { PATH_LIMITS } from '../contract/limits.ts';
import type { CommonAnswer, PathsAnswer } from '../contract/paths.ts';
import type { RelationType } from '../model/relation.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { numberOf } from './properties.ts';
import { toEntityReference } from './reference.ts';

interface Rule {
  /** Steps at most; absent, the shortest ways alone. */
  readonly within?: number | undefined;
  readonly types?: readonly RelationType[] | undefined;
}

/**
 * The ways between two entities over the whole graph, without regard to direction and without visiting one twice: the shortest
 * first, then by evidence. Of parallel relations the best supported stands for all. `isCut` when there are more than are given.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toPathsAnswer(catalogue: Catalogue, from: string, to: string, rule: Rule): PathsAnswer {
  catalogue.getEntity(from);
  catalogue.getEntity(to);
  const allowed = rule.types && new Set<string>(rule.types);
  const steps = (id: string) => stepsFrom(catalogue, id, allowed);
  const left = distancesTo(to, from, rule, steps);
  const shortest = left.get(from);
  if (shortest === undefined || from === to) return { paths: [], isCut: false };
  const found: (readonly Step[])[] = [];
  let turnings = 0;
  const isFull = () => found.length > PATH_LIMITS.paths || turnings > PATH_LIMITS.turnings;
  const walk = (here: string, way: readonly Step[], length: number): void => {
    if (here === to && way.length === length) found.push(way);
    if (here === to || isFull()) return;
    for (const step of steps(here)) {
      turnings++;
      const rest = left.get(step.to) ?? Infinity;
      const isNew = step.to !== from && way.every((passed) => passed.to !== step.to);
      if (isNew && way.length + 1 + rest <= length) walk(step.to, [...way, step], length);
    }
  };
  // Length by length, so that a limit cuts off the long ones.
  for (let length = shortest; length <= (rule.within ?? shortest) && !isFull(); length++)
    walk(from, [], length);
  const weight = (way: readonly Step[]) => way.reduce((sum, { count }) => sum + count, 0);
  const ways = found.slice(0, PATH_LIMITS.paths).sort((a, b) => a.length - b.length || weight(b) - weight(a));
  return {
    isCut: isFull(),
    paths: ways.map((way) => ({
      nodes: [from, ...way.map((step) => step.to)].map((id) => toEntityReference(catalogue.getEntity(id))),
      edges: way.map(({ relation, isForth }) => ({
        id: relation.id,
        type: relation.type as RelationType,
        isForth,
      })),
    })),
  };
}

/**
 * The entities of the whole graph that every one of these is tied to, those with the most relations first.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toCommonAnswer(catalogue: Catalogue, ids: readonly string[]): CommonAnswer {
  const [first, ...others] = ids.map((id) => {
    catalogue.getEntity(id);
    return new Set(stepsFrom(catalogue, id, undefined).map(({ to }) => to));
  });
  const shared = [...(first ?? [])].filter(
    (id) => !ids.includes(id) && others.every((neighbours) => neighbours.has(id)),
  );
  const degree = (id: string) => catalogue.countRelationsOf(id);
  shared.sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  return {
    total: shared.length,
    common: shared.slice(0, PATH_LIMITS.paths).map((id) => toEntityReference(catalogue.getEntity(id))),
  };
}

interface Step {
  readonly to: string;
  readonly relation: RelationshipRecord;
  readonly isForth: boolean;
  readonly count: number;
}

/** Each neighbour with the best supported relation that leads there. */
function stepsFrom(catalogue: Catalogue, id: string, allowed: ReadonlySet<string> | undefined): Step[] {
  const best = new Map<string, Step>();
  for (const relation of catalogue.relationsOf(id)) {
    if (allowed && !allowed.has(relation.type)) continue;
    const isForth = relation.from === id;
    const to = isForth ? relation.to : relation.from;
    const count = numberOf(relation.properties, 'count') ?? 1;
    if (to !== id && (best.get(to)?.count ?? 0) < count) best.set(to, { to, relation, isForth, count });
  }
  return [...best.values()];
}

/** How many steps entities are from one, up to `most`; without a wish for more, no farther than where the start is. */
function distancesTo(
  to: string,
  start: string,
  { within }: Rule,
  steps: (id: string) => readonly Step[],
): ReadonlyMap<string, number> {
  const distances = new Map([[to, 0]]);
  for (const [id, distance] of distances) {
    const most = within ?? distances.get(start) ?? PATH_LIMITS.length;
    if (distance >= most) break;
    for (const step of steps(id)) if (!distances.has(step.to)) distances.set(step.to, distance + 1);
  }
  return distances;
}
