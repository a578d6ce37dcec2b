import type { ChangesAnswer, GraphDifference, GraphEvent } from '../contract/changes.ts';
import type { Catalogue, Publication } from './catalogue.ts';
import { positionsOf, toArticleColumns, toEdgeColumns, toEventColumns, toNodeColumns } from './columns.ts';
import { isDrawnWhole } from './graph.ts';
import { countTouched, type Touched } from './history.ts';
import { positionOf } from './records.ts';
import type { GraphNews, Source } from './source.ts';

/** Ids that an event names, and those that an answer gives, at most: past these the whole graph is asked for. */
const MOST = { told: 1000, given: 5000 } as const;

/** What an event says of a write. */
export function toGraphEvent({ version, followed }: GraphNews): GraphEvent {
  if (followed === undefined || countTouched(followed.touched) > MOST.told)
    return { version, everything: true };
  const { catalogue, touched } = followed;
  const turned = (ids: Iterable<string>, find: (id: string) => unknown) => {
    const all = [...ids].sort();
    const isThere = (id: string) => find(id) !== undefined;
    return { upserted: all.filter(isThere), deleted: all.filter((id) => !isThere(id)) };
  };
  const findNode = (id: string) => catalogue.findNode(id);
  return {
    version,
    everything: false,
    entities: turned(touched.entities, findNode),
    relations: turned(touched.relations, (id) => catalogue.findRelation(id)),
    articles: turned(touched.articles.keys(), findNode),
  };
}

/** What makes the whole graph of a version that of now. */
export function toChangesAnswer(source: Source, since: string): Promise<ChangesAnswer> {
  return source.ask((catalogue, version) => {
    const touched = source.touchedSince(since);
    if (touched === undefined || countTouched(touched) > MOST.given || !isDrawnWhole(catalogue))
      return { version, everything: true };
    return toDifference(catalogue, version, touched);
  });
}

function toDifference(catalogue: Catalogue, version: string, touched: Touched): GraphDifference {
  const entities = [...touched.entities].sort().flatMap((id) => catalogue.findNode(id) ?? []);
  const relations = [...touched.relations].sort().flatMap((id) => catalogue.findRelation(id) ?? []);
  const { counts, publications } = catalogue;
  const articleAt = positionsOf(publications);
  return {
    version,
    everything: false,
    counts,
    nodes: toNodeColumns(catalogue, entities, articleAt, ({ id }) => positionOf(catalogue.entities, id)),
    edges: {
      ...toEdgeColumns(relations, articleAt),
      from: relations.map(({ from }) => from),
      to: relations.map(({ to }) => to),
    },
    events: toEventColumns(catalogue, entities),
    articles: toArticleTurns(publications, touched.articles),
    gone: {
      nodes: [...touched.entities].filter((id) => catalogue.findNode(id) === undefined).sort(),
      edges: [...touched.relations].filter((id) => catalogue.findRelation(id) === undefined).sort(),
    },
  };
}

/** Where touched articles stood in the list before, and where they stand now: both lists are in the order of ids. */
function toArticleTurns(
  articles: readonly Publication[],
  touched: ReadonlyMap<string, boolean>,
): GraphDifference['articles'] {
  const come = articles.flatMap(({ id }, index) => (touched.has(id) ? [index] : []));
  const kept = articles.filter(({ id }) => !touched.has(id));
  const left = [...touched].flatMap(([id, wasThere]) => (wasThere ? [id] : [])).sort();
  return {
    come,
    // So many of those that stay stand before it, and so many of those that went.
    gone: left.map((id, before) => positionOf(kept, id) + before),
    ...toArticleColumns(come.flatMap((index) => articles[index] ?? [])),
  };
}
