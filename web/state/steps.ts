import type { EntityType } from '../../src/model/entity.ts';
import type { RelationType } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import { type Filter, NO_FILTER, shownBy } from '../graph/filter.ts';
import { indexOf } from '../graph/graph-index.ts';
import { EVERY } from '../graph/groups.ts';
import { neighboursOf } from '../graph/neighbours.ts';
import type { Arrangement, Point } from '../graph/view.ts';
import { fetchMissing } from './load.ts';
import { type State, useExplorer } from './store.ts';

/** The steps of exploring: each changes what is drawn or where, can be undone, and is a step of the browser's history too. */

/** Steps that can be undone. */
const MOST_STEPS = 100;

/** Neighbours that one expanding draws at most. */
export const MOST_NEW = 100;

const { setState: set, getState: get } = useExplorer;

function toArrangement({ filter, opened, pins, places }: State): Arrangement {
  return { filter, opened, pins, places };
}

function step(change: Partial<Arrangement>): void {
  set((state) => ({
    ...change,
    past: [...state.past, toArrangement(state)].slice(-MOST_STEPS),
    future: [],
  }));
}

/** Take the last step back. */
export function undo(): void {
  set((state) => {
    const before = state.past.at(-1);
    if (!before) return {};
    return { ...before, past: state.past.slice(0, -1), future: [toArrangement(state), ...state.future] };
  });
}

/** Do the step again that was taken back last. */
export function redo(): void {
  set((state) => {
    const [next, ...future] = state.future;
    if (!next) return {};
    return { ...next, past: [...state.past, toArrangement(state)], future };
  });
}

/** Parts of a filter to change; one that is undefined no longer filters. */
export type FilterChange = { readonly [K in keyof Filter]?: Filter[K] | undefined };

function changed(change: FilterChange): Filter {
  const entries = Object.entries({ ...get().filter, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Filter;
}

/** Change some of the filter; a part given as undefined no longer filters. */
export function setFilter(change: FilterChange): void {
  step({ filter: changed(change) });
}

/** Milliseconds of rest after which moving a slider further is another step. */
const SLIDE = 1000;
let slid = Number.NEGATIVE_INFINITY;

/** Change the filter by a slider: what is moved in one go is one step. */
export function slideFilter(change: FilterChange): void {
  const now = performance.now();
  if (now - slid > SLIDE) setFilter(change);
  else playFilter(change);
  slid = now;
}

/** Change the filter on the way, as a slider or the passing time does: no step of its own. */
export function playFilter(change: FilterChange): void {
  set({ filter: changed(change) });
}

function toggled<T>(items: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(items);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** Hide a type of entities, or show it again. */
export function toggleType(type: EntityType): void {
  setFilter({ hiddenTypes: toggled(get().filter.hiddenTypes, type) });
}

/** Hide a type of relations, or show it again. */
export function toggleRelation(type: RelationType): void {
  setFilter({ hiddenRelations: toggled(get().filter.hiddenRelations, type) });
}

/** Take entities out of the drawing. */
export function hide(ids: Iterable<string>): void {
  setFilter({ without: new Set([...(get().filter.without ?? []), ...ids]) });
}

/** Draw these entities alone, beside what the other filters hide. */
export function keepOnly(ids: Iterable<string>): void {
  const only = new Set(ids);
  setFilter({ only, without: undefined });
  void fetchMissing(only);
}

/** Draw entities beside what is drawn, whatever hid them one by one. */
export function add(ids: Iterable<string>): void {
  const { filter, graph } = get();
  const { only, without, beside = [] } = filter;
  const added = new Set(ids);
  const known = graph && indexOf(graph).nodeOf;
  const missing = [...added].filter((id) => known?.has(id) === false);
  const left = new Set([...(without ?? [])].filter((id) => !added.has(id)));
  setFilter({
    only: only && new Set([...only, ...added]),
    ...(missing.length > 0 && !only ? { beside: new Set([...beside, ...missing]) } : {}),
    without: left.size > 0 ? left : undefined,
  });
  void fetchMissing(added);
}

/** Fetch an entity that the overview of a large graph left out, so that it can be shown. */
export function reach(id: string): void {
  const { graph } = get();
  if (graph && !graph.isWhole && !indexOf(graph).nodeOf.has(id)) add([id]);
}

/** Take away what hangs on an entity alone: its drawn neighbours that have no other. */
export function collapse(id: string): void {
  const { graph, filter } = get();
  if (!graph) return;
  const index = indexOf(graph);
  const node = index.nodeOf.get(id);
  if (node === undefined) return;
  const shown = shownBy(index, filter);
  const leaves = neighboursOf(index, shown, node).filter(
    (neighbour) => neighboursOf(index, shown, neighbour).length === 1,
  );
  hide(leaves.map((leaf) => itemAt(graph.nodes.id, leaf)));
}

/** The ids of an entity and its neighbours, drawn or not. */
export function withNeighbours(id: string): string[] {
  const { graph } = get();
  if (!graph) return [id];
  const index = indexOf(graph);
  const node = index.nodeOf.get(id);
  if (node === undefined) return [id];
  const everything = shownBy(index, NO_FILTER);
  return [node, ...neighboursOf(index, everything, node)].map((at) => itemAt(graph.nodes.id, at));
}

/** Draw everything. */
export function showAll(): void {
  step({ filter: NO_FILTER });
}

/** Draw the entities of a group one by one: of that which holds this one. */
export function openGroup(id: string): void {
  step({ opened: new Set([...get().opened, id]) });
}

/** Draw the group that holds an entity as a disc again. */
export function closeGroup(id: string): void {
  const { graph, opened } = get();
  if (!graph) return;
  const { nodeOf } = indexOf(graph);
  const communityOf = (one: string) => graph.nodes.community[nodeOf.get(one) ?? -1];
  step({ opened: new Set([...opened].filter((one) => communityOf(one) !== communityOf(id))) });
}

/** Draw all entities one by one, or in groups where there are many. */
export function setGrouped(isGrouped: boolean): void {
  step({ opened: new Set(isGrouped ? [] : [EVERY]) });
}

/** Hold entities where they are, or with `undefined` let them go. */
export function pin(places: ReadonlyMap<string, Point | undefined>): void {
  const pins = new Map(get().pins);
  for (const [id, point] of places) {
    if (point) pins.set(id, point);
    else pins.delete(id);
  }
  step({ pins });
}

/** Keep the places that a layout has found; undefined goes back to the server's. */
export function setPlaces(places: Arrangement['places']): void {
  step({ places });
}

/** Pick these entities and no others. */
export function pick(ids: Iterable<string>): void {
  set({ picked: new Set(ids) });
}

/** Pick one more entity, or no longer. */
export function togglePicked(id: string): void {
  set(({ picked }) => ({ picked: toggled(picked, id) }));
}

/** Pick what is drawn and not picked. */
export function invertPicked(): void {
  const { graph, filter, picked } = get();
  if (!graph) return;
  const shown = shownBy(indexOf(graph), filter);
  pick(graph.nodes.id.filter((id, node) => shown.nodes[node] && !picked.has(id)));
}
