import { api } from '../api/client.ts';
import { shownBy } from '../graph/filter.ts';
import { indexOf } from '../graph/graph-index.ts';
import { markOf } from '../graph/own-places.ts';
import { type SmallPart, smallPartOf } from '../graph/small-part.ts';
import { type State, useExplorer } from './store.ts';

/** Layouts that are remembered, so that the way back needs none. */
const KEPT = 12;

const { setState: set, getState: get } = useExplorer;

/** Lay out by itself what is shown, where that is a small part of the graph and nobody has laid it out: the server does it. */
export function followSmallParts(): void {
  const known = new Map<string, NonNullable<State['fresh']>>();
  useExplorer.subscribe((state, before) => {
    if (state.graph === before.graph && state.filter === before.filter && state.places === before.places)
      return;
    const part = wantedBy(state);
    if (!part || part.key === state.fresh?.key) return;
    // A link and the way back bring a camera of their own.
    const isFramed =
      state.camera === undefined || (state.camera === before.camera && before.graph !== undefined);
    const found = known.get(part.key);
    if (found) set({ fresh: { ...found, isFramed } });
    else void layOut(part, isFramed);
  });
  const layOut = async (part: SmallPart, isFramed: boolean) => {
    const answer = await api.layout(part.entities, part.relations).catch(() => undefined);
    if (!answer) return;
    const fresh = { key: part.key, nodes: part.nodes, ...answer, isFramed };
    known.set(part.key, fresh);
    for (const key of [...known.keys()].slice(0, -KEPT)) known.delete(key);
    if (wantedBy(get())?.key === part.key) set({ fresh });
  };
}

function wantedBy({ graph, filter, places }: State): SmallPart | undefined {
  if (!graph || places?.mark === markOf(graph)) return undefined;
  const index = indexOf(graph);
  return smallPartOf(index, shownBy(index, filter));
}
