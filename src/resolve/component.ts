import type { Overruled } from '../model/judgement.ts';
import type { Doubt } from '../model/resolution.ts';
import { clusterGroups } from './cluster.ts';
import { describePlace, describeZone } from './describe.ts';
import { toDoubt } from './doubt.ts';
import { type Group, groupReferences } from './group.ts';
import type { JudgedPairs } from './judged.ts';
import type { Reference } from './reference.ts';
import { type Registered, registerClusters } from './registry.ts';
import type { Kind, Names } from './rules.ts';

/** An entity with its references in articles. */
type Resolved = Pick<Registered, 'entity' | 'references'>;

/** What the references of a component are. */
export interface ComponentResolution {
  readonly entities: readonly Resolved[];
  readonly doubts: readonly Doubt[];
  /** By the entity of one side. */
  readonly overruled: readonly (Overruled & { readonly id: string })[];
  /** How many pairs were compared. */
  readonly pairs: number;
}

/** What is known beside the references: `isRelated` tells of two keys whether an article sets them in a relation of two things. */
export interface ComponentKnowledge {
  readonly names: Names;
  readonly pairs: JudgedPairs;
  readonly isRelated: (pair: string) => boolean;
  /** Forms that lead out of the component, but say nothing: of a kind, more than `TOO_COMMON` names go by them. */
  readonly isCommon?: (form: string) => boolean;
}

// Places are known by their division, industries by their name, people by their body: no alias joins them.
export const LINKED: ReadonlySet<Kind> = new Set(['Zone', 'Company', 'Organization', 'Project']);

/** Resolves references of one kind that no form leads out of; they come in the order of `byPlace`. */
export function resolveComponent(
  kind: Kind,
  references: readonly Reference[],
  { names, pairs, isRelated, isCommon }: ComponentKnowledge,
): ComponentResolution {
  const isDifferent = (id: string) => pairs.verdict(id) === 'different';
  const isSame = (id: string) => pairs.verdict(id) === 'same';
  const groups = groupReferences(kind, references, names, isDifferent);
  const knowledge = {
    names,
    isRelated: (pair: string) => kind === 'Company' && isRelated(pair),
    isDifferent,
    ...(isCommon === undefined ? {} : { isCommon }),
  };
  const clustering = clusterGroups(groups, knowledge, isSame, LINKED.has(kind));
  const idOf = new Map<Group, string>();
  const taken = new Set<string>();
  const entities = registerClusters(kind, clustering.clusters).map(
    ({ entity: plain, cluster, listed, references: own }): Resolved => {
      const finished =
        kind === 'Place'
          ? describePlace(plain, own)
          : kind === 'Zone'
            ? describeZone(plain, names.zone(plain.name), listed)
            : plain;
      // Of two that a person parted, one is the division, the other a name.
      const entity = taken.has(finished.id) ? plain : finished;
      taken.add(entity.id);
      for (const group of cluster.groups) idOf.set(group, entity.id);
      return { entity, references: own };
    },
  );
  const overruled = clustering.forbidden.flatMap(({ group, same, different }) => {
    const [id, dropped, kept] = [idOf.get(group), pairs.find(same), pairs.find(different)];
    return id && dropped && kept ? [{ id, dropped, kept }] : [];
  });
  const doubts = clustering.doubts.flatMap((pair) => toDoubt(pair, idOf));
  return { entities, doubts, overruled, pairs: clustering.pairs };
}
