import { present } from '../model/assert.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { hashId } from '../model/id.ts';
import { memberKey, type ResolvedEntity } from '../model/resolution.ts';
import type { ListedZone } from '../model/seeds.ts';
import { isFullCompany } from '../names/company.ts';
import { isRarePerson } from '../names/person.ts';
import type { Cluster } from './cluster.ts';
import type { Reference } from './reference.ts';
import type { Kind } from './rules.ts';

/** A cluster with its references in articles and the name that stands for it. */
interface Named {
  readonly cluster: Cluster;
  readonly references: readonly Reference[];
  readonly listed: ListedZone | undefined;
  readonly name: string;
  /** What its id has of the name: of a company, whose legal form some article always adds, the form under which names are equal. */
  readonly idName: string;
}

/** An entity, the references that it is made of, and the row of the public list that is one with it. */
export interface Registered {
  readonly entity: ResolvedEntity;
  readonly cluster: Cluster;
  readonly references: readonly Reference[];
  readonly listed: ListedZone | undefined;
}

/**
 * Gives the clusters of one kind their names and ids; a cluster that no article speaks of is left out.
 *
 * The id is a hash of kind and name; of homonyms, all but the one with the most references add what tells them apart: the least
 * of their surroundings, or of their documents where they have none. None depends on the order of articles.
 */
export function registerClusters(kind: Kind, clusters: readonly Cluster[]): Registered[] {
  const named: Named[] = clusters.flatMap((cluster) => {
    const all = cluster.groups.flatMap((g) => g.references);
    const listed = all.find((r) => r.view.listed !== undefined)?.view.listed;
    const references = listed === undefined ? all : all.filter((r) => r.view.listed === undefined);
    if (references.length === 0) return [];
    const name = chooseName(kind, references);
    const key = references.find(({ entity }) => entity.name === name)?.key ?? name;
    return [{ cluster, references, listed, name, idName: kind === 'Company' ? key : name }];
  });
  const first = firstBearers(named);
  // A common name of people is anyone's: the body tells whose, also while no namesake has come up.
  const own = (one: Named): string =>
    first.get(one.idName) === one && (kind !== 'Person' || isRarePerson(one.name))
      ? one.idName
      : `${one.idName}\0${distinction(one)}`;
  const owners = countBy(named, own);
  return named.map((one) => {
    // What a person called two may share surroundings as well as the name.
    const same = present(owners.get(own(one)), one.name) > 1 ? [leastMember(one)] : [];
    return {
      entity: toEntity(kind, one, [...own(one).split('\0'), ...same]),
      cluster: one.cluster,
      references: one.references,
      listed: one.listed,
    };
  });
}

/** Of those that bear a name, the one that most stories tell of: it keeps the name's id when others come. */
function firstBearers(named: readonly Named[]): Map<string, Named> {
  const first = new Map<string, Named>();
  for (const one of named) {
    const other = first.get(one.idName);
    const more = one.references.length - (other?.references.length ?? 0);
    if (other === undefined || more > 0 || (more === 0 && distinction(one) < distinction(other)))
      first.set(one.idName, one);
  }
  return first;
}

function countBy(all: readonly Named[], keyOf: (one: Named) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function leastMember({ references }: Named): string {
  const keys = references.map((r) => memberKey({ document: r.view.id, entity: r.entity.id }));
  return present(least(keys), 'a reference of an entity');
}

function toEntity(
  kind: Kind,
  { cluster, references, name }: Named,
  content: readonly string[],
): ResolvedEntity {
  const types = typesOf(references);
  const forms = new Set<string>();
  for (const { entity } of references) {
    forms.add(entity.name);
    for (const alias of entity.aliases) forms.add(alias);
  }
  forms.delete(name);
  return {
    id: hashId(kind, ...content),
    type: types[0] ?? (kind === 'Person' ? 'Official' : kind),
    types,
    name,
    aliases: [...forms].sort(),
    members: references
      .map((r) => ({ document: r.view.id, entity: r.entity.id }))
      .sort((a, b) => compareText(a.document, b.document) || compareText(a.entity, b.entity)),
    merges: cluster.merges,
  };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function typesOf(references: readonly Reference[]): EntityType[] {
  const present = new Set(references.map((r) => r.entity.type));
  return ENTITY_TYPES.filter((type) => present.has(type)).slice();
}

function distinction({ name, references }: Named): string {
  const named = references.filter((r) => r.entity.name === name);
  const own = least(named.flatMap((r) => r.context)) ?? least(named.map((r) => r.view.id));
  return present(own, `a document that says ${name}`);
}

function least(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (first, text) => (first === undefined || text < first ? text : first),
    undefined,
  );
}

/** The name that most documents choose; a firm's full name before its short ones; then the longest, then the first in order. */
function chooseName(kind: Kind, references: readonly Reference[]): string {
  const votes = new Map<string, Set<string>>();
  for (const { entity, view } of references) {
    const voters = votes.get(entity.name);
    if (voters === undefined) votes.set(entity.name, new Set([view.id]));
    else voters.add(view.id);
  }
  const full = (name: string) => (kind === 'Company' && isFullCompany(name) ? 1 : 0);
  return [...votes]
    .sort(
      ([a, x], [b, y]) => full(b) - full(a) || y.size - x.size || b.length - a.length || compareText(a, b),
    )
    .map(([name]) => name)[0] as string;
}
