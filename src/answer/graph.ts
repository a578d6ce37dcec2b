import type { Counts, GraphAnswer } from '../contract/graph.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import { type Catalogue, nameOf, toArticleReference, typeOf } from './catalogue.ts';
import { listOf, numberOf, textOf } from './properties.ts';

/** The angle between neighbours of a sunflower, in radians: points at it never fall in line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Entities up to which the whole graph is drawn; of a larger one, the overview holds this many. */
export const DRAWN = { whole: 20_000, overview: 4000 } as const;

export function countAll({ entities, relations, articles }: Catalogue): Counts {
  return { entities: entities.length, relations: relations.length, articles: articles.length };
}

const drawn = new WeakMap<Catalogue, GraphAnswer>();

/** The graph for drawing: the whole, or of one that is too large, the weightiest entities of every community. Made once. */
export function toGraphAnswer(catalogue: Catalogue, version: string): GraphAnswer {
  const view = drawn.get(catalogue) ?? makeGraphAnswer(catalogue, version);
  drawn.set(catalogue, view);
  return view;
}

function makeGraphAnswer(catalogue: Catalogue, version: string): GraphAnswer {
  const { entities } = catalogue;
  if (entities.length <= DRAWN.whole) return toPartOfGraph(catalogue, version, () => true);
  const chosen = new Set(chooseOverview(catalogue));
  return toPartOfGraph(catalogue, version, ({ id }) => chosen.has(id));
}

/**
 * The ids of the entities that stand for all: each community sends as many as its share of the graph, at least one, and those
 * with the most relations first.
 */
function chooseOverview({ entities, relationsOf }: Catalogue): string[] {
  const communities = new Map<number, NodeRecord[]>();
  for (const entity of entities) {
    const community = numberOf(entity.properties, 'community') ?? -1;
    const members = communities.get(community);
    if (members) members.push(entity);
    else communities.set(community, [entity]);
  }
  const weight = ({ id }: NodeRecord) => relationsOf.get(id)?.length ?? 0;
  const largest = [...communities.values()].sort((a, b) => b.length - a.length).slice(0, DRAWN.overview / 2);
  return largest.flatMap((members) => {
    const seats = Math.max(1, Math.floor((members.length / entities.length) * DRAWN.overview));
    return members
      .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
      .slice(0, seats)
      .map(({ id }) => id);
  });
}

/** The entities that are wanted, with the relations among them. A node that was never laid out gets its own place on a spiral. */
export function toPartOfGraph(
  catalogue: Catalogue,
  version: string,
  isWanted: (entity: NodeRecord) => boolean,
): GraphAnswer {
  const entities = catalogue.entities.filter(isWanted);
  const position = new Map(entities.map(({ id }, index) => [id, index]));
  const relations = catalogue.relations.filter(({ from, to }) => position.has(from) && position.has(to));
  const places = entities.map(placeOf);
  const at = (id: string) => position.get(id) ?? -1;
  const articleAt = new Map(catalogue.articles.map(({ id }, index) => [id, index]));
  const toArticles = ({ properties }: NodeRecord | RelationshipRecord) => [
    ...new Set(listOf(properties, 'articles').flatMap((id) => articleAt.get(id) ?? [])),
  ];
  const references = catalogue.articles.map(toArticleReference);
  const confidence = ({ properties }: NodeRecord | RelationshipRecord) =>
    round(numberOf(properties, 'confidence') ?? 1);
  return {
    version,
    counts: countAll(catalogue),
    isWhole: entities.length === catalogue.entities.length,
    nodes: {
      id: entities.map(({ id }) => id),
      type: entities.map(typeOf),
      name: entities.map(nameOf),
      x: places.map(([x]) => x),
      y: places.map(([, y]) => y),
      degree: entities.map(({ id }) => catalogue.relationsOf.get(id)?.length ?? 0),
      pageRank: entities.map(({ properties }) => numberOf(properties, 'pageRank') ?? 0),
      stories: entities.map(({ properties }) => numberOf(properties, 'stories') ?? 0),
      confidence: entities.map(confidence),
      community: entities.map(({ properties }) => numberOf(properties, 'community') ?? -1),
      articles: entities.map(toArticles),
    },
    edges: {
      id: relations.map(({ id }) => id),
      type: relations.map(({ type }) => type as GraphAnswer['edges']['type'][number]),
      from: relations.map(({ from }) => at(from)),
      to: relations.map(({ to }) => at(to)),
      count: relations.map(({ properties }) => numberOf(properties, 'count') ?? 1),
      confidence: relations.map(confidence),
      articles: relations.map(toArticles),
    },
    articles: {
      published: references.map(({ published }) => published ?? ''),
      outlet: references.map(({ outlet }) => outlet ?? ''),
    },
    events: toEvents(catalogue, entities),
  };
}

/** The dates that facts give, each entity's once. */
function toEvents({ factsOf }: Catalogue, entities: readonly NodeRecord[]): GraphAnswer['events'] {
  const events = entities.flatMap(({ id }, node) => {
    const dates = (factsOf.get(id) ?? []).flatMap(({ properties }) => textOf(properties, 'date') ?? []);
    return [...new Set(dates)].sort().map((date) => ({ node, date }));
  });
  return { node: events.map(({ node }) => node), date: events.map(({ date }) => date) };
}

function placeOf({ properties }: NodeRecord, index: number): readonly [number, number] {
  const x = numberOf(properties, 'x');
  const y = numberOf(properties, 'y');
  if (x !== undefined && y !== undefined) return [round(x), round(y)];
  const radius = 10 * Math.sqrt(index + 1);
  return [round(radius * Math.cos(index * GOLDEN_ANGLE)), round(radius * Math.sin(index * GOLDEN_ANGLE))];
}

/** Two decimals are finer than a screen shows and halve the answer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
