import type { EntityType } from '../model/entity.ts';
import type { Merge } from '../model/resolution.ts';
import { DERIVED, isRelationType } from '../model/schema.ts';
import type {
  Change,
  NodeRecord,
  Properties,
  PropertyValue,
  RelationshipRecord,
  Snapshot,
} from '../model/snapshot.ts';
import { compareText } from './build/locate.ts';

/** How many records of a kind came, changed and went. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface NamedEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Entities that are one now (`into` has more than one source) or are several now. `merges`: which forms and features did it. */
export interface Regrouping {
  readonly from: readonly NamedEntity[];
  readonly into: readonly NamedEntity[];
  readonly merges: readonly Merge[];
}

export interface ChangedEntity extends NamedEntity {
  /** Names of the properties that differ. */
  readonly properties: readonly string[];
}

export interface NamedRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What a change did, in the words of the graph. Lists are sorted and hold at most as many as asked for; the counts are of all.
 * `rules`: pieces of evidence that came and went, by the rule that found them.
 */
export interface ChangeSummary {
  readonly nodes: Readonly<Record<string, Counts>>;
  readonly relationships: Readonly<Record<string, Counts>>;
  readonly rules: Readonly<Record<string, { readonly added: number; readonly removed: number }>>;
  readonly merged: readonly Regrouping[];
  readonly parted: readonly Regrouping[];
  readonly entities: {
    readonly added: readonly NamedEntity[];
    readonly changed: readonly ChangedEntity[];
    readonly removed: readonly NamedEntity[];
  };
  readonly relations: {
    readonly added: readonly NamedRelation[];
    readonly removed: readonly NamedRelation[];
  };
}

const MENTIONS = 'MENTIONS';

/**
 * Tells a change: `replaced` are the records that it replaced or took away, `find` the entities that are there now, `mergesOf`
 * why one of them is one. What only moved in the picture is no change.
 */
export function summarise(
  change: Change,
  replaced: Snapshot,
  find: (id: string) => NodeRecord | undefined,
  mergesOf: (id: string) => readonly Merge[],
  most = Number.POSITIVE_INFINITY,
): ChangeSummary {
  const oldNodes = new Map(replaced.nodes.map((node) => [node.id, node]));
  const oldEdges = new Map(replaced.relationships.map((one) => [one.id, one]));
  const upserted = changedNodes(change, replaced);
  const gone = change.deleteNodes.flatMap(({ id }) => oldNodes.get(id) ?? []);
  const written = new Set(change.upsertRelationships.map(({ id }) => id));
  const goneEdges = change.deleteRelationships.flatMap(({ id }) => oldEdges.get(id) ?? []);
  const nameOf = (id: string) => String((find(id) ?? oldNodes.get(id))?.properties.name ?? id);
  const named = ({ type, from, to }: RelationshipRecord) => ({ type, from: nameOf(from), to: nameOf(to) });
  const isEntity = (node: NodeRecord) => node.labels.includes('Entity');
  const cut = <T>(list: readonly T[]): T[] => list.slice(0, most);
  const moves = toMoves(change, replaced, (id) => find(id) ?? oldNodes.get(id), oldNodes, mergesOf);
  return {
    nodes: countNodes(upserted, gone, oldNodes),
    relationships: countEdges(change.upsertRelationships, goneEdges, oldEdges),
    rules: countRules(change, replaced),
    merged: cut(moves.merged),
    parted: cut(moves.parted),
    entities: {
      added: cut(
        upserted
          .filter((n) => isEntity(n) && !oldNodes.has(n.id))
          .map(toNamed)
          .sort(byName),
      ),
      changed: cut(
        upserted
          .filter((n) => isEntity(n) && oldNodes.has(n.id))
          .map((n) => ({ ...toNamed(n), properties: changedProperties(oldNodes.get(n.id), n) }))
          .sort(byName),
      ),
      removed: cut(gone.filter(isEntity).map(toNamed).sort(byName)),
    },
    relations: {
      added: cut(
        change.upsertRelationships
          .filter((r) => isRelationType(r.type) && !oldEdges.has(r.id))
          .map(named)
          .sort(byEnds),
      ),
      removed: cut(
        goneEdges
          .filter((r) => isRelationType(r.type) && !written.has(r.id))
          .map(named)
          .sort(byEnds),
      ),
    },
  };
}

function toNamed({ id, properties }: NodeRecord): NamedEntity {
  return { id, type: properties.type as EntityType, name: String(properties.name) };
}

function byName(a: NamedEntity, b: NamedEntity): number {
  return compareText(a.type, b.type) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function byEnds(a: NamedRelation, b: NamedRelation): number {
  return compareText(a.type, b.type) || compareText(a.from, b.from) || compareText(a.to, b.to);
}

/** The nodes of a change that differ from what they replace in more than what is derived: a new place in the picture is no news. */
export function changedNodes(change: Change, replaced: Snapshot): NodeRecord[] {
  const old = new Map(replaced.nodes.map((node) => [node.id, node]));
  return change.upsertNodes.filter((node) => changedProperties(old.get(node.id), node).length > 0);
}

/** The properties in which two records of one id differ; all of one that is new. */
function changedProperties(before: NodeRecord | undefined, after: NodeRecord): string[] {
  const old: Properties = before?.properties ?? {};
  const names = new Set([...Object.keys(old), ...Object.keys(after.properties)]);
  return [...names]
    .filter((name) => !DERIVED.has(name))
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(after.properties[name]))
    .sort();
}

function countNodes(
  upserted: readonly NodeRecord[],
  gone: readonly NodeRecord[],
  old: ReadonlyMap<string, NodeRecord>,
): Record<string, Counts> {
  const label = (node: NodeRecord) => String(node.properties.type ?? node.labels[0]);
  return tally([
    ...upserted.map((node) => [label(node), old.has(node.id) ? 'changed' : 'added'] as const),
    ...gone.map((node) => [label(node), 'removed'] as const),
  ]);
}

function countEdges(
  upserted: readonly RelationshipRecord[],
  gone: readonly RelationshipRecord[],
  old: ReadonlyMap<string, RelationshipRecord>,
): Record<string, Counts> {
  return tally([
    ...upserted.map((one) => [one.type, old.has(one.id) ? 'changed' : 'added'] as const),
    ...gone.map((one) => [one.type, 'removed'] as const),
  ]);
}

function tally(all: readonly (readonly [string, keyof Counts])[]): Record<string, Counts> {
  const counts = new Map<string, Record<keyof Counts, number>>();
  for (const [label, what] of all) {
    const count = counts.get(label) ?? { added: 0, changed: 0, removed: 0 };
    count[what]++;
    counts.set(label, count);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}

/** Pieces of evidence by their rule: an edge that only lost one piece counts that one. */
function countRules(change: Change, replaced: Snapshot): ChangeSummary['rules'] {
  const pieces = (records: readonly (NodeRecord | RelationshipRecord)[]): Map<string, string> => {
    const found = new Map<string, string>();
    for (const { id, properties } of records) {
      const rules = asList(properties.rules ?? properties.rule);
      const [articles, spans] = [asList(properties.articles), asList(properties.spans ?? properties.span)];
      rules.forEach((rule, i) => {
        found.set([id, articles[i] ?? '', spans[i] ?? '', rule].join('\n'), rule);
      });
    }
    return found;
  };
  const before = pieces([...replaced.nodes, ...replaced.relationships]);
  const after = pieces([...change.upsertNodes, ...change.upsertRelationships]);
  const counts = new Map<string, { added: number; removed: number }>();
  const count = (rule: string, what: 'added' | 'removed') => {
    const one = counts.get(rule) ?? { added: 0, removed: 0 };
    one[what]++;
    counts.set(rule, one);
  };
  for (const [key, rule] of after) if (!before.has(key)) count(rule, 'added');
  for (const [key, rule] of before) if (!after.has(key)) count(rule, 'removed');
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}

function asList(value: PropertyValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
}

/** Which mentions went from one entity to another, and so which entities were joined or parted. */
function toMoves(
  change: Change,
  replaced: Snapshot,
  find: (id: string) => NodeRecord | undefined,
  oldNodes: ReadonlyMap<string, NodeRecord>,
  mergesOf: (id: string) => readonly Merge[],
): { readonly merged: Regrouping[]; readonly parted: Regrouping[] } {
  const owner = new Map<string, string>();
  const places = ({ from, properties }: RelationshipRecord) =>
    asList(properties.spans).map((span) => `${from}\n${span}`);
  for (const one of replaced.relationships)
    if (one.type === MENTIONS) for (const place of places(one)) owner.set(place, one.to);
  const sources = new Map<string, Set<string>>();
  const targets = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const one of change.upsertRelationships)
    if (one.type === MENTIONS)
      for (const place of places(one)) {
        const former = owner.get(place);
        if (former === undefined || former === one.to) continue;
        note(sources, one.to, former);
        note(targets, former, one.to);
      }
  const gone = new Set(change.deleteNodes.map(({ id }) => id));
  const fresh = new Set(change.upsertNodes.flatMap(({ id }) => (oldNodes.has(id) ? [] : [id])));
  const named = (ids: Iterable<string>) =>
    [...ids]
      .flatMap((id) => oldNodes.get(id) ?? find(id) ?? [])
      .map(toNamed)
      .sort(byName);
  const now = (ids: Iterable<string>) =>
    [...ids]
      .flatMap((id) => find(id) ?? [])
      .map(toNamed)
      .sort(byName);
  // What was there before and took more in was a source itself; what is still there after it gave is a target too.
  const merged = [...sources].flatMap(([id, from]) => {
    const all = fresh.has(id) ? from : new Set([...from].filter((one) => gone.has(one)).concat(id));
    return all.size > 1 ? [{ from: named(all), into: now([id]), merges: mergesOf(id) }] : [];
  });
  const parted = [...targets].flatMap(([id, into]) => {
    const all = gone.has(id) ? into : new Set([...into].filter((one) => fresh.has(one)).concat(id));
    return all.size > 1 ? [{ from: named([id]), into: now(all), merges: [] }] : [];
  });
  const byFirst = (a: Regrouping, b: Regrouping) =>
    compareText(a.into[0]?.id ?? '', b.into[0]?.id ?? '') ||
    compareText(a.from[0]?.id ?? '', b.from[0]?.id ?? '');
  return { merged: merged.sort(byFirst), parted: parted.sort(byFirst) };
}
