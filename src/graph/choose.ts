import { LEAST } from '../model/certainty.ts';
import type { Choice, Chosen, ChosenNode, Told } from '../model/chosen.ts';
import type { NodeRecord, Properties, RelationshipRecord, Snapshot } from '../model/snapshot.ts';

/** The part of a graph in memory that is asked for; a relationship whose ends are not both in it goes too. */
export function choose(snapshot: Snapshot, choice: Choice = {}): Chosen {
  const { nodes, relationships } = part(snapshot, choice);
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const degree = new Uint32Array(nodes.length);
  const between = relationships.filter(({ from, to }) => {
    const [start, end] = [at.get(from), at.get(to)];
    if (start === undefined || end === undefined) return false;
    degree[start] = (degree[start] ?? 0) + 1;
    degree[end] = (degree[end] ?? 0) + 1;
    return true;
  });
  return {
    nodes: made(nodes, (node, i): ChosenNode => ({ node, degree: degree[i] ?? 0 })),
    relationships: between,
    published: publishedIn(snapshot),
    told: () => toldBy(snapshot, nodes, choice.ids === undefined ? undefined : between),
    close() {},
  };
}

function part(snapshot: Snapshot, { all, ids, certainty = 'doubtful' }: Choice): Snapshot {
  const isSure = ({ properties: { confidence = 1 } }: NodeRecord | RelationshipRecord) =>
    Number(confidence) >= LEAST[certainty];
  const { nodes, relationships } =
    certainty === 'doubtful'
      ? snapshot
      : { nodes: snapshot.nodes.filter(isSure), relationships: snapshot.relationships.filter(isSure) };
  if (ids === undefined)
    return {
      nodes: all === true ? nodes : nodes.filter(({ labels }) => labels.includes('Entity')),
      relationships,
    };
  const wanted = new Set(ids);
  const named = relationships.filter(({ id }) => wanted.has(id));
  for (const { from, to } of named) wanted.add(from).add(to);
  return {
    nodes: nodes.filter(({ id }) => wanted.has(id)),
    relationships: named.length > 0 ? named : relationships,
  };
}

/** What tells of `nodes`; where `relationships` are given, articles that neither names stay out. */
function toldBy(
  snapshot: Snapshot,
  nodes: readonly NodeRecord[],
  relationships: readonly RelationshipRecord[] | undefined,
): Told {
  const named = new Set<unknown>(
    relationships && [...nodes, ...relationships].flatMap(({ properties: { articles } }) => articles ?? []),
  );
  const articles = new Map<string, Properties>();
  const facts = new Map<string, Properties>();
  for (const { id, labels, properties } of snapshot.nodes)
    if (labels.includes('Article')) {
      if (relationships === undefined || named.has(id)) articles.set(id, properties);
    } else if (labels.includes('Fact')) facts.set(id, properties);
  const factsOf = new Map<string, Properties[]>(nodes.map(({ id }) => [id, []]));
  for (const { type, from, to } of snapshot.relationships) {
    const fact = type === 'HAS_FACT' ? facts.get(to) : undefined;
    if (fact !== undefined) factsOf.get(from)?.push(fact);
  }
  return { articles, facts: factsOf };
}

function* publishedIn({ nodes }: Snapshot): Generator<string> {
  for (const { labels, properties } of nodes)
    if (labels.includes('Article') && typeof properties.published === 'string') yield properties.published;
}

/** Made while it is gone through, each time anew: a large graph is not held twice. */
function made<T, U>(records: readonly T[], make: (record: T, at: number) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (let i = 0; i < records.length; i++) yield make(records[i] as T, i);
    },
  };
}
