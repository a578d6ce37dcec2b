import type { EntityType } from '../model/entity.ts';
import type { Doubt, ResolvedEntity } from '../model/resolution.ts';
import { isPartOfBody } from '../names/organization.ts';
import type { Names } from './rules.ts';

// Shorter, and half the firms of a city would be in doubt.
const SHORTEST = 3;
const KINDS = ['Company', 'Project', 'Organization'] as const satisfies readonly EntityType[];

/**
 * Entities of which one's name begins with the other's, the place in front left off: 云岭晨星新能源 and 晨星. Nothing joins
 * them, but a person may know better. Two that an article names side by side are not asked about, nor what `isSettled` knows.
 */
export function findSimilarNames(
  entities: Iterable<ResolvedEntity>,
  names: Names,
  isSettled: (a: ResolvedEntity, b: ResolvedEntity) => boolean,
): Doubt[] {
  const byKey = new Map<string, ResolvedEntity>();
  const asked: ResolvedEntity[] = [];
  for (const entity of entities) {
    const kind = KINDS.find((one) => one === entity.type);
    if (kind === undefined) continue;
    byKey.set(`${kind} ${names.key(kind, entity.name)}`, entity);
    asked.push(entity);
  }
  return asked.flatMap((long) => {
    const key = names.key(long.type as (typeof KINDS)[number], long.name);
    const start = names.divisions.prefix(key).end;
    const found = new Map<string, Doubt>();
    for (const from of new Set([0, start]))
      for (let to = from + SHORTEST; to <= key.length; to++) {
        const via = key.slice(from, to);
        const short = byKey.get(`${long.type} ${via}`);
        if (short === undefined || short.id === long.id || shareDocument(short, long)) continue;
        if (isPartOfBody(key.slice(to)) || (long.type === 'Organization' && to < key.length)) continue;
        if (!isSettled(short, long)) found.set(short.id, toDoubt(short, long, via));
      }
    return [...found.values()];
  });
}

function toDoubt(a: ResolvedEntity, b: ResolvedEntity, via: string): Doubt {
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  const named = ({ type, name }: ResolvedEntity) => ({ type, name });
  const features = [{ name: 'name-in-name', detail: via, score: 0.3 }];
  return {
    left: left.id,
    right: right.id,
    names: [named(left), named(right)],
    via,
    features,
    score: 0.3,
    merged: false,
  };
}

function shareDocument(a: ResolvedEntity, b: ResolvedEntity): boolean {
  const [few, many] = a.members.length < b.members.length ? [a, b] : [b, a];
  const documents = new Set(few.members.map((m) => m.document));
  return many.members.some((m) => documents.has(m.document));
}
