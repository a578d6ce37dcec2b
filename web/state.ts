import { create } from 'zustand';
import type { EntityType } from '../src/model/entity.ts';
import type { RelationType } from '../src/model/relation.ts';
import type { Span } from '../src/model/span.ts';
import type { GraphView } from '../src/model/view.ts';
import { api, RequestError } from './api.ts';

export type Locale = 'zh' | 'en';
export type Theme = 'light' | 'dark';

/** What the panel shows. `at` is the stretch of an article to scroll to. */
export type Selection =
  | { readonly kind: 'entity' | 'relation'; readonly id: string }
  | { readonly kind: 'article'; readonly id: string; readonly at?: Span };

/** Which part of the graph is drawn. `only` keeps to the entities with these ids, when present. */
export interface Filter {
  readonly hiddenTypes: ReadonlySet<EntityType>;
  readonly hiddenRelations: ReadonlySet<RelationType>;
  readonly only?: ReadonlySet<string>;
  /** Entities taken out one by one. */
  readonly without?: ReadonlySet<string>;
}

/** The whole state of the explorer. What is drawn is derived from it, in display.ts. */
export interface State {
  readonly graph: GraphView | undefined;
  readonly failure: RequestError | undefined;
  readonly selection: Selection | undefined;
  readonly filter: Filter;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly isConsoleOpen: boolean;
  readonly isLegendOpen: boolean;
}

const KEYS = { locale: 'yuantu.locale', theme: 'yuantu.theme' } as const;

/** A remembered choice; a browser that keeps nothing is no error. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}

function firstLocale(): Locale {
  const stored = recall(KEYS.locale);
  if (stored === 'zh' || stored === 'en') return stored;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

function firstTheme(): Theme {
  const stored = recall(KEYS.theme);
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const NO_FILTER: Filter = { hiddenTypes: new Set(), hiddenRelations: new Set() };

export const useExplorer = create<State>(() => ({
  graph: undefined,
  failure: undefined,
  selection: undefined,
  filter: NO_FILTER,
  locale: firstLocale(),
  theme: firstTheme(),
  isConsoleOpen: false,
  isLegendOpen: matchMedia('(min-width: 700px)').matches,
}));

const set = useExplorer.setState;

export async function loadGraph(): Promise<void> {
  try {
    set({ graph: await api.graph(), failure: undefined });
  } catch (error) {
    set({ failure: error instanceof RequestError ? error : new RequestError('INTERNAL', String(error)) });
  }
}

/** Show something in the panel; undefined closes it. */
export function select(selection: Selection | undefined): void {
  set({ selection });
}

export function selectEntity(id: string): void {
  select({ kind: 'entity', id });
}

export function selectRelation(id: string): void {
  select({ kind: 'relation', id });
}

export function selectArticle(id: string, at?: Span): void {
  select(at ? { kind: 'article', id, at } : { kind: 'article', id });
}

function toggled<T>(items: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(items);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function toggleType(type: EntityType): void {
  set(({ filter }) => ({ filter: { ...filter, hiddenTypes: toggled(filter.hiddenTypes, type) } }));
}

export function toggleRelation(type: RelationType): void {
  set(({ filter }) => ({ filter: { ...filter, hiddenRelations: toggled(filter.hiddenRelations, type) } }));
}

/** Take one entity out of the drawing. */
export function hideEntity(id: string): void {
  set(({ filter }) => ({ filter: { ...filter, without: new Set([...(filter.without ?? []), id]) } }));
}

/** The ids of an entity and its neighbours in the whole graph. */
function withNeighbours(graph: GraphView | undefined, id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  if (!graph) return ids;
  const at = graph.nodes.id.indexOf(id);
  graph.edges.from.forEach((from, edge) => {
    const to = graph.edges.to[edge] ?? -1;
    if (from === at) ids.add(graph.nodes.id[to] ?? id);
    if (to === at) ids.add(graph.nodes.id[from] ?? id);
  });
  return ids;
}

/** Draw an entity and its neighbours alone. */
export function keepNeighbours(id: string): void {
  set(({ filter, graph }) => ({ filter: { ...filter, only: withNeighbours(graph, id) } }));
}

/** Draw an entity's neighbours beside what is drawn. */
export function addNeighbours(id: string): void {
  set(({ filter, graph }) => ({
    filter: { ...filter, only: new Set([...(filter.only ?? []), ...withNeighbours(graph, id)]) },
  }));
}

/** Draw only these entities, beside what the legend hides. */
export function keepOnly(ids: ReadonlySet<string>): void {
  set(({ filter }) => ({ filter: { ...filter, only: ids } }));
}

export function showAll(): void {
  set({ filter: NO_FILTER });
}

export function setLocale(locale: Locale): void {
  remember(KEYS.locale, locale);
  set({ locale });
}

export function setTheme(theme: Theme): void {
  remember(KEYS.theme, theme);
  set({ theme });
}

export function toggleConsole(): void {
  set(({ isConsoleOpen }) => ({ isConsoleOpen: !isConsoleOpen }));
}

export function toggleLegend(): void {
  set(({ isLegendOpen }) => ({ isLegendOpen: !isLegendOpen }));
}
