import { create } from 'zustand';
import type { Counts, GraphAnswer } from '../../src/contract/graph.ts';
import type { RightsAnswer } from '../../src/contract/review.ts';
import type { EntityType } from '../../src/model/entity.ts';
import type { Span } from '../../src/model/span.ts';
import type { RequestError } from '../api/client.ts';
import type { Found } from '../graph/light.ts';
import type { PlacesOfSome } from '../graph/places.ts';
import type { SmallPart } from '../graph/small-part.ts';
import { type Arrangement, type Camera, type Look, PLAIN, type Selection, type View } from '../graph/view.ts';
import type { Locale } from '../words/words.ts';
import { firstPanelWidths, type PanelWidths } from './panel-widths.ts';
import { recall, remember } from './remembered.ts';

/** Light or dark, as the reader wants it. */
export type Theme = 'light' | 'dark';

/** What a judgement did: the entities and relations of the graph before and after, and how many records changed. `id` is of the line that may be taken back. */
export interface Outcome {
  readonly id: string | undefined;
  readonly before: Counts;
  readonly after: Counts;
  readonly changed: number;
}

/**
 * What a reader follows in this browser, with what was seen of it at the last visit: a thing with the ids of the articles that
 * were read, a question with the keys of its rows.
 */
export type Followed =
  | {
      readonly kind: 'thing';
      readonly id: string;
      readonly name: string;
      readonly type: EntityType;
      readonly seen: readonly string[];
    }
  | {
      readonly kind: 'question';
      readonly name: string;
      readonly statement: string;
      readonly seen: readonly string[];
    };

/** The whole state of the explorer. What is drawn is derived from it. */
export interface State extends View {
  readonly graph: GraphAnswer | undefined;
  readonly failure: RequestError | undefined;
  /** Ids of what the server found for the selection, to be lit; undefined where the browser looks itself. */
  readonly found: Found | undefined;
  /** Where a small part lies that is shown alone, and whether the camera is to show it then. */
  readonly fresh: (PlacesOfSome & Pick<SmallPart, 'key'> & { readonly isFramed: boolean }) | undefined;
  readonly past: readonly Arrangement[];
  readonly future: readonly Arrangement[];
  /** Whether the server does not answer at the moment, and how often it has come back: what failed meanwhile is asked again then. */
  readonly isOffline: boolean;
  readonly attempt: number;
  /** Whether the selection came by a way back, so that it is read on where it was left. */
  readonly isReturn: boolean;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly isLegendOpen: boolean;
  readonly isTimeOpen: boolean;
  readonly isSummaryOpen: boolean;
  readonly panelWidths: PanelWidths;
  readonly isLassoOn: boolean;
  /** Whether the time passes by itself. */
  readonly isPlaying: boolean;
  /** What the reader may do; undefined until the server has said. */
  readonly rights: RightsAnswer | undefined;
  /** The name that judgements are signed with. */
  readonly by: string;
  /** What the reader follows. */
  readonly followed: readonly Followed[];
  /** What the last judgement did. */
  readonly outcome: Outcome | undefined;
  /** The open branches of the list, so that the way back finds them open. */
  readonly openBranches: ReadonlySet<string>;
}

function firstLocale(): Locale {
  const stored = recall('locale');
  if (stored === 'zh' || stored === 'en') return stored;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** Whether the page is as narrow as a phone, where panels lie over all else. */
function isPhone(): boolean {
  return !matchMedia('(min-width: 700px)').matches;
}

function firstTheme(): Theme {
  const stored = recall('theme');
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function firstFollowed(): readonly Followed[] {
  try {
    const stored: unknown = JSON.parse(recall('followed') ?? '[]');
    // What another version left is passed over.
    const isOne = (one: Partial<Followed>) => Array.isArray(one?.seen) && typeof one.name === 'string';
    return Array.isArray(stored) ? (stored as Followed[]).filter(isOne) : [];
  } catch {
    return [];
  }
}

/** The state: a hook in components, `getState` and `subscribe` elsewhere. Address and steps change it too. */
export const useExplorer = create<State>(() => ({
  ...PLAIN,
  graph: undefined,
  failure: undefined,
  found: undefined,
  fresh: undefined,
  past: [],
  future: [],
  isOffline: false,
  attempt: 0,
  isReturn: false,
  locale: firstLocale(),
  theme: firstTheme(),
  isLegendOpen: !isPhone(),
  isTimeOpen: false,
  isSummaryOpen: recall('summary') !== 'closed',
  panelWidths: firstPanelWidths(),
  isLassoOn: false,
  isPlaying: false,
  rights: undefined,
  by: recall('by') ?? '',
  followed: firstFollowed(),
  outcome: undefined,
  openBranches: new Set(),
}));

const set = useExplorer.setState;

/** Show something in the panel; undefined closes it. */
export function select(selection: Selection | undefined): void {
  set({ selection, isReturn: false });
}

/** Ask again for what failed while the server did not answer. */
export function reconnected(): void {
  set(({ attempt }) => ({ isOffline: false, attempt: attempt + 1 }));
}

/** Light what the server found for the selection. */
export function setFound(found: Found | undefined): void {
  set({ found });
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

export function setLocale(locale: Locale): void {
  remember('locale', locale);
  set({ locale });
}

export function setTheme(theme: Theme): void {
  remember('theme', theme);
  set({ theme });
}

/** Sign judgements with this name from now on. */
export function setBy(by: string): void {
  remember('by', by);
  set({ by });
}

export function closeOutcome(): void {
  set({ outcome: undefined });
}

export function setLook(look: Partial<Look>): void {
  set((state) => ({ look: { ...state.look, ...look } }));
}

export function setCamera(camera: Camera): void {
  set({ camera });
}

/** Open the console with a statement, or close it. On a phone a panel would lie over the console that is opened, so that it makes room. */
export function setStatement(statement: string | undefined): void {
  set(({ statement: before, selection }) => {
    const isCovered = statement !== undefined && before === undefined && isPhone();
    return { statement, selection: isCovered ? undefined : selection };
  });
}

export function toggleLegend(): void {
  set(({ isLegendOpen }) => ({ isLegendOpen: !isLegendOpen }));
}

export function toggleTime(): void {
  set(({ isTimeOpen }) => ({ isTimeOpen: !isTimeOpen }));
}

/** Hide the line that says what is in here, for this reader. */
export function closeSummary(): void {
  remember('summary', 'closed');
  set({ isSummaryOpen: false });
}

export function toggleLasso(): void {
  set(({ isLassoOn }) => ({ isLassoOn: !isLassoOn }));
}

export function setPlaying(isPlaying: boolean): void {
  set({ isPlaying });
}

export function setOpenBranches(openBranches: ReadonlySet<string>): void {
  set({ openBranches });
}
