import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { hashId } from '../model/id.ts';
import { memberKey, type ResolvedEntity } from '../model/resolution.ts';
import type { ListedZone } from '../model/seeds.ts';
import type { Reference } from './block.ts';
import type { Cluster } from './cluster.ts';
import { isLegalName } from './form.ts';
import type { Kind } from './rules.ts';

/** A cluster with its references in articles and the name that stands for it. */
interface Named {
  readonly cluster: Cluster;
  readonly references: readonly Reference[];
  readonly name: string;
}

/** An entity, and the row of the public list that is one with it. */
export interface Registered {
  readonly entity: ResolvedEntity;
  readonly listed: ListedZone | undefined;
}

/**
 * Gives the clusters of one kind their names and ids; a cluster that no article speaks of is left out.
 *
 * The id is a hash of kind and name; homonyms add what tells them apart: the least of their surroundings, or of their
 * documents where they have none. Neither depends on the order of articles.
 */
export function registerClusters(kind: Kind, clusters: readonly Cluster[]): Registered[] {
  const named: Named[] = clusters.flatMap((cluster) => {
    const references = cluster.groups.flatMap((g) => g.references).filter((r) => r.view.listed === undefined);
    return references.length === 0 ? [] : [{ cluster, references, name: chooseName(kind, references) }];
  });
  const bearers = new Map<string, number>();
  for (const { name } of named) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return named.map((one) => ({
    entity: toEntity(kind, one, (bearers.get(one.name) ?? 0) > 1),
    listed: one.cluster.groups
      .flatMap((g) => g.references.map((r) => r.view.listed))
      .find((zone) => zone !== undefined),
  }));
}

function toEntity(kind: Kind, { cluster, references, name }: Named, homonym: boolean): ResolvedEntity {
  const types = typesOf(references);
  const forms = new Set(references.flatMap((r) => [r.entity.name, ...r.entity.aliases]));
  forms.delete(name);
  return {
    // A person's name is anyone's: the body tells whose, also while no homonym has come up.
    id: hashId(
      kind,
      name,
      ...(homonym || kind === 'Person'
        ? [distinction(references.filter((r) => r.entity.name === name))]
        : []),
    ),
    type: types[0] ?? (kind === 'Person' ? 'Official' : kind),
    types,
    name,
    aliases: [...forms].sort(),
    members: references
      .map((r) => ({ document: r.view.id, entity: r.entity.id }))
      .sort((a, b) => compareText(memberKey(a), memberKey(b))),
    merges: cluster.merges,
  };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function typesOf(references: readonly Reference[]): EntityType[] {
  const present = new Set(references.map((r) => r.entity.type));
  return ENTITY_TYPES.filter((type) => present.has(type));
}

function distinction(references: readonly Reference[]): string {
  const context = [...new Set(references.flatMap((r) => r.context))].sort();
  return context[0] ?? references.map((r) => r.view.id).sort()[0] ?? '';
}

/** The name that most documents choose; a firm's full name before its short ones; then the longest, then the first in order. */
function chooseName(kind: Kind, references: readonly Reference[]): string {
  const votes = new Map<string, Set<string>>();
  for (const { entity, view } of references)
    votes.set(entity.name, (votes.get(entity.name) ?? new Set()).add(view.id));
  const full = (name: string) => (kind === 'Company' && isLegalName(name) ? 1 : 0);
  return [...votes]
    .sort(
      ([a, x], [b, y]) => full(b) - full(a) || y.size - x.size || b.length - a.length || compareText(a, b),
    )
    .map(([name]) => name)[0] as string;
}
