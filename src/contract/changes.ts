import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { Counts, EdgeColumns, NodeColumns } from './graph.ts';

/** What tells of changes of the graph: the event of a write, and the route that gives what is not as it was. */

const Turned = z.object({ upserted: z.array(z.string()), deleted: z.array(z.string()) });

/**
 * The `graph` event: the graph became this `version`. Ids of what may be drawn otherwise than in the version before; or
 * `everything`, where that is too much or nobody can tell.
 */
export const GraphEvent = z.discriminatedUnion('everything', [
  z.object({ version: z.string(), everything: z.literal(true) }),
  z.object({
    version: z.string(),
    everything: z.literal(false),
    entities: Turned,
    relations: Turned,
    articles: Turned,
  }),
]);
export type GraphEvent = Frozen<z.infer<typeof GraphEvent>>;

export const ChangesRequest = z.object({
  since: z.string().min(1).max(100).describe('the version of the whole graph that is there'),
});

/**
 * What makes the whole graph as it was in the version asked for that of this `version`: nodes and edges that are new or not as
 * they were, in columns, edges with the ids of their ends, and ids of those that are `gone`.
 *
 * Of the articles, those at the positions `gone` of the old list went, and those at the positions `come` of the new list came in,
 * in order; the others follow one another as before. `articles` of nodes and edges are positions in the new list. Dates are
 * `events` of a node by its position here, and replace those that it had.
 */
export const GraphDifference = z.object({
  version: z.string(),
  everything: z.literal(false),
  counts: Counts,
  nodes: NodeColumns,
  edges: EdgeColumns.extend({ from: z.array(z.string()), to: z.array(z.string()) }),
  events: z.object({ node: z.array(z.int()), date: z.array(z.string()) }),
  articles: z.object({
    gone: z.array(z.int()),
    come: z.array(z.int()),
    published: z.array(z.string()),
    outlet: z.array(z.string()),
  }),
  gone: z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) }),
});
export type GraphDifference = Frozen<z.infer<typeof GraphDifference>>;

/** `everything`: the version is not known any more, or too much changed since: ask for the whole graph. */
export const ChangesAnswer = z.discriminatedUnion('everything', [
  z.object({ version: z.string(), everything: z.literal(true) }),
  GraphDifference,
]);
export type ChangesAnswer = Frozen<z.infer<typeof ChangesAnswer>>;
