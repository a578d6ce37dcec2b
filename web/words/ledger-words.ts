import type { LifeRow, Mark } from '../../src/contract/ledger.ts';
import type { Grouping, LedgerView } from '../graph/view.ts';

/** What the interface says of lives of projects, posts in time, sums and figures. */
export interface LedgerWords {
  readonly title: string;
  readonly hint: string;
  readonly open: string;
  readonly pages: Readonly<Record<LedgerView['page'], string>>;
  readonly everywhere: string;
  readonly widen: string;
  /** Fields that keep projects to where they are and to a company, and posts to whose they are. */
  readonly keptTo: Readonly<Record<'in' | 'of', string>>;
  readonly postsOf: string;
  readonly seenFrom: (day: string) => string;
  readonly marked: string;
  readonly marks: Readonly<Record<Mark, string>>;
  /** What a mark stands for. */
  readonly markNotes: Readonly<Record<Mark, string>>;
  readonly any: string;
  readonly none: string;
  /** The steps of a project, short. */
  readonly steps: Readonly<
    Record<'signedOn' | 'startedOn' | 'toppedOutOn' | 'operatingOn' | 'dueOn', string>
  >;
  /** Over projects of which no date is told. */
  readonly undated: string;
  readonly contradiction: (
    one: LifeRow['contradictions'][number],
    stateOf: (state: string) => string,
  ) => string;
  readonly sentences: (count: number) => string;
  /** A state that is to be reached by a date. */
  readonly due: (state: string) => string;
  readonly onDay: string;
  readonly postWords: string;
  readonly holder: (since: string | undefined, until: string | undefined) => string;
  readonly untilFrom: Readonly<Record<'said' | 'successor', string>>;
  readonly told: (first: string | undefined, last: string | undefined) => string;
  readonly by: string;
  readonly groupings: Readonly<Record<Grouping, string>>;
  readonly between: (least: string, most: string | undefined) => string;
  readonly counted: (counted: number, ranged: number) => string;
  readonly foreign: (sum: string, projects: number) => string;
  readonly leftOut: (count: number) => string;
  readonly why: Readonly<Record<'phase' | 'same' | 'foreign' | 'unknown', string>>;
  readonly countedWith: (name: string) => string;
  readonly overlap: string;
  readonly figures: string;
  readonly period: string;
  readonly growth: string;
  readonly planned: string;
  readonly asReported: (day: string) => string;
  readonly differ: string;
  readonly figureBounds: Readonly<Record<'about' | 'atLeast' | 'atMost', (value: string) => string>>;
  readonly chart: (measure: string, first: string, last: string) => string;
  readonly units: Readonly<Record<string, string>>;
}
