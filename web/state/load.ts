import type { GraphAnswer } from '../../src/contract/graph.ts';
import { api, RequestError } from '../api/client.ts';
import { yieldToPage } from '../base/turn.ts';
import { withDifference } from '../graph/difference.ts';
import { indexOf } from '../graph/graph-index.ts';
import { markOf } from '../graph/own-places.ts';
import { reconnected, useExplorer } from './store.ts';

const { setState: set, getState: get } = useExplorer;

let loading: Promise<void> | undefined;
let isAskedAgain = false;

/**
 * Draw the graph as the server has it now. Whoever asks while it is on its way (a judgement, articles that were added) waits for
 * one that was fetched after they asked: an older answer never takes the place of a newer one.
 */
export function loadGraph(): Promise<void> {
  isAskedAgain = loading !== undefined;
  loading ??= load().finally(() => {
    loading = undefined;
  });
  return loading;
}

async function load(): Promise<void> {
  try {
    isAskedAgain = false;
    const graph = await fetchGraph();
    // Indexed before anything is drawn, in a turn of its own: the page answers in between.
    indexOf(graph);
    await yieldToPage();
    set({ graph, failure: undefined });
    const { only = [], beside = [] } = get().filter;
    await fetchMissing(new Set([...only, ...beside]));
  } catch (error) {
    set({ failure: toFailure(error) });
  }
  if (isAskedAgain) await load();
}

/** Ask again after the server did not answer; while it still does not, that stays said. */
export async function retry(): Promise<void> {
  await loadGraph();
  if (get().failure === undefined) reconnected();
}

/** Draws what others write to the graph, as the server tells of it; after it could not tell, asks what has happened meanwhile. */
export function followGraph(): void {
  api.onGraph(({ version }) => {
    if (get().graph?.version !== version) void loadGraph();
  });
  api.onListening(() => {
    reconnected();
    void loadGraph();
  });
  api.onSilence(() => set({ isOffline: true }));
}

/** The graph as the server has it now: the one that is here while nothing changed; of a whole one, only what changed is fetched. */
async function fetchGraph(): Promise<GraphAnswer> {
  const { graph } = get();
  if (!graph) return await api.graph();
  const changes = await api.changes(graph.version);
  if (changes.version === graph.version) return graph;
  return changes.everything || !graph.isWhole ? await api.graph() : withDifference(graph, changes);
}

/** Fetch those entities that the overview of a large graph left out. */
export async function fetchMissing(ids: ReadonlySet<string>): Promise<void> {
  const { graph } = get();
  if (!graph || graph.isWhole) return;
  const { nodeOf } = indexOf(graph);
  const missing = [...ids].filter((id) => !nodeOf.has(id));
  if (missing.length === 0) return;
  try {
    const enlarged = await api.graphOf([...graph.nodes.id, ...missing]);
    // Another graph has come in the meantime: they are to be drawn beside that one.
    if (get().graph !== graph) return await fetchMissing(ids);
    const { places } = get();
    set({ graph: enlarged, places: places?.mark === markOf(enlarged) ? places : undefined });
  } catch (error) {
    set({ failure: toFailure(error) });
  }
}

function toFailure(error: unknown): RequestError {
  return error instanceof RequestError ? error : new RequestError('INTERNAL', String(error));
}
