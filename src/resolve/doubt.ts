import type { Entity } from '../model/entity.ts';
import type { Doubt } from '../model/resolution.ts';
import type { DoubtfulPair } from './cluster.ts';
import type { Group } from './group.ts';
import type { Reference } from './reference.ts';

/** A doubtful pair by the entities it ended in; a merge that is in doubt names the two forms of one. */
export function toDoubt(
  { left, right, via, features, score }: DoubtfulPair,
  idOf: ReadonlyMap<Group, string>,
): Doubt[] {
  const [a, b] = [idOf.get(left), idOf.get(right)];
  if (a === undefined || b === undefined) return [];
  const sides = [
    { id: a, name: spokenName(left), article: spokenArticle(left) },
    { id: b, name: spokenName(right), article: spokenArticle(right) },
  ].sort((x, y) => (`${x.id} ${x.name}` < `${y.id} ${y.name}` ? -1 : 1));
  const [x, y] = sides as [(typeof sides)[0], (typeof sides)[0]];
  // Homonyms can only be told apart by where they stand.
  const homonyms = x.name === y.name;
  const named = ({ name, article }: (typeof sides)[0]) => ({
    type: typeOf(left),
    name,
    ...(homonyms ? { article } : {}),
  });
  return [
    {
      left: x.id,
      right: y.id,
      names: [named(x), named(y)],
      via,
      features,
      score: Math.round(score * 1000) / 1000,
      merged: a === b,
    },
  ];
}

function firstInArticle(group: Group): Reference | undefined {
  return group.references.find((r) => r.view.listed === undefined);
}

function spokenName(group: Group): string {
  return firstInArticle(group)?.entity.name ?? group.key;
}

function spokenArticle(group: Group): string {
  return firstInArticle(group)?.view.id ?? '';
}

function typeOf(group: Group): Entity['type'] {
  return firstInArticle(group)?.entity.type ?? (group.kind === 'Person' ? 'Official' : group.kind);
}
