import type { Counts, GraphAnswer } from '../contract/graph.ts';
import { present } from '../model/assert.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { positionsOf, toArticleColumns, toEdgeColumns, toEventColumns, toNodeColumns } from './columns.ts';
import { numberOf } from './properties.ts';

/** Entities up to which the whole graph is drawn; of a larger one, the overview holds this many. */
export const DRAWN = { whole: 20_000, overview: 4000 } as const;

export function countAll({ entities, relations, articles }: Catalogue): Counts {
  return { entities: entities.length, relations: relations.length, articles: articles.length };
}

/** The overview that was made last: it is asked for by everybody who opens the explorer. */
let drawn: { readonly catalogue: Catalogue; readonly graph: GraphAnswer } | undefined;

/** The graph for drawing: the whole, or of one that is too large, the weightiest entities of every community. Made once. */
export function toGraphAnswer(catalogue: Catalogue, version: string): GraphAnswer {
  if (drawn?.catalogue !== catalogue || drawn.graph.version !== version)
    drawn = { catalogue, graph: draw(catalogue, version) };
  return drawn.graph;
}

function draw(catalogue: Catalogue, version: string): GraphAnswer {
  if (isDrawnWhole(catalogue)) return toPartOfGraph(catalogue, version, () => true);
  const chosen = new Set(chooseOverview(catalogue));
  return toPartOfGraph(catalogue, version, ({ id }) => chosen.has(id));
}

/** Whether the graph is small enough to be drawn as a whole. */
export function isDrawnWhole({ entities }: Catalogue): boolean {
  return entities.length <= DRAWN.whole;
}

/**
 * The ids of the entities that stand for all: each community sends as many as its share of the graph, at least one, and those
 * with the most relations first.
 */
function chooseOverview(catalogue: Catalogue): string[] {
  const { entities } = catalogue;
  const communities = new Map<number, NodeRecord[]>();
  for (const entity of entities) {
    const community = numberOf(entity.properties, 'community') ?? -1;
    const members = communities.get(community);
    if (members) members.push(entity);
    else communities.set(community, [entity]);
  }
  const weight = ({ id }: NodeRecord) => catalogue.relationsOf(id).length;
  const largest = [...communities.values()].sort((a, b) => b.length - a.length).slice(0, DRAWN.overview / 2);
  return largest.flatMap((members) => {
    const seats = Math.max(1, Math.floor((members.length / entities.length) * DRAWN.overview));
    return members
      .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
      .slice(0, seats)
      .map(({ id }) => id);
  });
}

/** The entities that are wanted, with the relations among them. */
export function toPartOfGraph(
  catalogue: Catalogue,
  version: string,
  isWanted: (entity: NodeRecord) => boolean,
): GraphAnswer {
  const entities = catalogue.entities.filter(isWanted);
  const position = new Map(entities.map(({ id }, index) => [id, index]));
  const at = (id: string) => present(position.get(id), id);
  const relations = catalogue.relations.filter(({ from, to }) => position.has(from) && position.has(to));
  const articleAt = positionsOf(catalogue.articles);
  return {
    version,
    counts: countAll(catalogue),
    isWhole: entities.length === catalogue.entities.length,
    nodes: toNodeColumns(catalogue, entities, articleAt, (_, index) => index),
    edges: {
      ...toEdgeColumns(relations, articleAt),
      from: relations.map(({ from }) => at(from)),
      to: relations.map(({ to }) => at(to)),
    },
    articles: toArticleColumns(catalogue.articles),
    events: toEventColumns(catalogue, entities),
  };
}
