import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';
import { RelationKind, Type } from './reference.ts';

/** What the routes of the graph as a whole take and answer with. */

export const Counts = z.object({ entities: z.int(), relations: z.int(), articles: z.int() });
export type Counts = Frozen<z.infer<typeof Counts>>;

const Positions = z.array(z.array(z.int()));

/**
 * Nodes for drawing: item i of each list belongs to node i; a node of no community has -1. `degree` is of the whole graph.
 * `investment` is in yuan; what is not known of a project, and of what is none, is null and an empty text.
 */
export const NodeColumns = z.object({
  id: z.array(z.string()),
  type: z.array(Type),
  name: z.array(z.string()),
  x: z.array(z.number()),
  y: z.array(z.number()),
  degree: z.array(z.int()),
  pageRank: z.array(z.number()),
  stories: z.array(z.int()),
  confidence: z.array(z.number()),
  community: z.array(z.int()),
  investment: z.array(z.number().nullable()),
  status: z.array(z.string()),
  articles: Positions,
});

/** Edges for drawing: `from` and `to` are positions in the nodes, `count` is pieces of evidence; `since` and `until` are of posts, empty where none is known. */
export const EdgeColumns = z.object({
  id: z.array(z.string()),
  type: z.array(RelationKind),
  from: z.array(z.int()),
  to: z.array(z.int()),
  count: z.array(z.int()),
  confidence: z.array(z.number()),
  articles: Positions,
  since: z.array(z.string()),
  until: z.array(z.string()),
});

/**
 * The graph for drawing, in columns: item i of each list belongs to node i or edge i. `articles` of nodes and edges are positions
 * in the articles, and `events` tell of a node (a position) and a date that its facts give. `version` changes whenever the graph
 * does. `counts` are of the whole graph; `isWhole` tells whether all of it is here. What is not known of an article is an empty
 * text.
 */
export const GraphAnswer = z.object({
  version: z.string(),
  counts: Counts,
  isWhole: z.boolean(),
  nodes: NodeColumns,
  edges: EdgeColumns,
  articles: z.object({ published: z.array(z.string()), outlet: z.array(z.string()) }),
  events: z.object({ node: z.array(z.int()), date: z.array(z.string()) }),
});
export type GraphAnswer = Frozen<z.infer<typeof GraphAnswer>>;

export const GraphRequest = z.strictObject({ ids: z.array(z.string().max(LENGTH_LIMITS.id)).max(20_000) });

export const HealthAnswer = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.object({ kind: z.string(), place: z.string() }),
  graph: z.string(),
  counts: Counts,
});
