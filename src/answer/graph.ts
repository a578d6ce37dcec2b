import type { GraphAnswer } from '../contract/graph.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { positionsOf, toArticleColumns, toEdgeColumns, toEventColumns, toNodeColumns } from './columns.ts';

/** Entities up to which the whole graph is drawn; of a larger one, the overview holds this many. */
export const DRAWN = { whole: 20_000, overview: 4000 } as const;

/** The graph for drawing: the whole, or of one that is too large, the weightiest entities of every community. */
export function toGraphAnswer(catalogue: Outlook, version: string): GraphAnswer {
  if (!isDrawnWhole(catalogue)) return toPartOfGraph(catalogue, version, chooseOverview(catalogue));
  const { entities, relations } = catalogue;
  return toAnswer(catalogue, version, { entities, relations });
}

/** Whether the graph is small enough to be drawn as a whole. */
export function isDrawnWhole({ counts }: Outlook): boolean {
  return counts.entities <= DRAWN.whole;
}

/**
 * The ids of the entities that stand for all: each community sends as many as its share of the graph, at least one, and those
 * with the most relations first.
 */
function chooseOverview(catalogue: Outlook): readonly string[] {
  const { communities, counts } = catalogue;
  const largest = [...communities].sort(([, a], [, b]) => b - a).slice(0, DRAWN.overview / 2);
  const seats = largest.map(([community, members]) => {
    const share = Math.floor((members / counts.entities) * DRAWN.overview);
    return [community, Math.max(1, share)] as const;
  });
  return catalogue.heaviestOf(new Map(seats));
}

/** The entities of these ids, with the relations among them. */
export function toPartOfGraph(catalogue: Outlook, version: string, ids: Iterable<string>): GraphAnswer {
  const wanted = new Set(ids);
  const entities = [...wanted]
    .sort()
    .flatMap((id) => catalogue.findNode(id) ?? [])
    .filter(({ labels }) => labels.includes('Entity'));
  const relations = catalogue.relationsAmong(new Set(entities.map(({ id }) => id)));
  return toAnswer(catalogue, version, { entities, relations });
}

interface Part {
  readonly entities: readonly NodeRecord[];
  readonly relations: readonly RelationshipRecord[];
}

function toAnswer(catalogue: Outlook, version: string, { entities, relations }: Part): GraphAnswer {
  const { counts, publications } = catalogue;
  const position = new Map(entities.map(({ id }, index) => [id, index]));
  const at = (id: string) => position.get(id) ?? 0;
  const articleAt = positionsOf(publications);
  return {
    version,
    counts,
    isWhole: entities.length === counts.entities,
    nodes: toNodeColumns(catalogue, entities, articleAt, (_, index) => index),
    edges: {
      ...toEdgeColumns(relations, articleAt),
      from: relations.map(({ from }) => at(from)),
      to: relations.map(({ to }) => at(to)),
    },
    articles: toArticleColumns(publications),
    events: toEventColumns(catalogue, entities),
  };
}
