import type { Selection } from '../graph/view.ts';

/** What is said about what is in the picture: the summary, the groups, the filters. */
export interface ViewWords {
  readonly inView: string;
  /** What a group of entities holds, in a few words a line. */
  readonly groupNotes: (entities: number, projects: number) => readonly string[];
  readonly drawnAs: string;
  readonly inGroups: string;
  readonly oneByOne: string;
  readonly folded: (loose: number, small: number) => string;
  readonly foldedTitle: string;
  readonly foldedHint: string;
  readonly overview: (shown: number, total: number) => string;
  readonly takeAway: (filter: string) => string;
  readonly onlyShown: (count: number) => string;
  readonly takenOut: (count: number) => string;
  readonly sumWithin: (least: string | undefined, most: string | undefined) => string;
  readonly tiesFrom: (count: number) => string;
  readonly confidenceFrom: (share: number) => string;
  readonly periodOf: (from: string | undefined, to: string | undefined) => string;
  readonly withoutKind: (kind: string) => string;
  readonly states: string;
  readonly sum: string;
  readonly sumLeast: string;
  readonly sumMost: string;
  readonly ties: string;
  readonly chosen: (count: number) => string;
  readonly searchIn: (what: string) => string;
  readonly noSuch: string;
  readonly clearChoice: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly summed: (count: number, type: 'Zone' | 'Company' | 'Project') => string;
  readonly articles: (count: number) => string;
  readonly investment: (sum: string) => string;
  readonly waysIn: string;
  readonly openZone: (name: string) => string;
  readonly whatIsNew: string;
  readonly notStarted: (count: number) => string;
  readonly closeSummary: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly emptyAdd: string;
  readonly emptyCommand: string;
  readonly lostTitle: string;
  readonly lostHint: string;
  readonly partFailed: string;
  readonly reload: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Short names of the tools, contained in their full ones. */
  readonly tools: Readonly<
    Record<'list' | 'news' | 'ledger' | 'review' | 'console' | 'add' | 'views', string>
  >;
  /** What the panel is called for those who hear it, by what it shows. */
  readonly panels: Readonly<Record<Selection['kind'], string>>;
  readonly communities: string;
  readonly panelWidth: string;
  readonly dropAnywhere: string;
  readonly more: string;
  readonly copyLink: string;
  readonly linkTo: string;
}
