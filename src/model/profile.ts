import type { RelationType } from './relation.ts';
import type { Span } from './span.ts';
import type { ArticleReference, EntityReference, Passage } from './view.ts';

/** A statement with where it stands: what a number or a state in a profile rests on. */
export interface Statement extends Span {
  readonly name: string;
  readonly value: string | number;
  /** When it happened or holds from, as the text says; else when the article was published. Absent when neither is known. */
  readonly date?: string;
  readonly quote: string;
  /** The sentence that the quote stands in. */
  readonly passage: Passage;
  readonly article: ArticleReference;
}

/** Why a project's sum is not in the total: `whole` already holds it, or it is the same money told under another name. */
export type LeftOut = 'phase' | 'same';

export interface ProjectRow {
  readonly project: EntityReference;
  readonly status?: string;
  /** Yuan. */
  readonly investment?: number;
  readonly industries: readonly EntityReference[];
  readonly investors: readonly EntityReference[];
  /** The zone or place that it is told to be in. */
  readonly place?: EntityReference;
  readonly lastSeen?: string;
  /** What the sum rests on. */
  readonly statement?: Statement;
  readonly leftOut?: LeftOut;
  /** The project that the sum is counted with. */
  readonly countedWith?: EntityReference;
}

export interface CompanyRow {
  readonly company: EntityReference;
  readonly projects: readonly EntityReference[];
  readonly industries: readonly EntityReference[];
  readonly place?: EntityReference;
  readonly stories: number;
  readonly lastSeen?: string;
}

export interface PostRow {
  readonly person: EntityReference;
  readonly title?: string;
  readonly at: EntityReference;
  readonly relation: string;
  readonly lastSeen?: string;
}

/** A dated statement and what it is about. */
export interface EventRow extends Statement {
  readonly about: EntityReference;
}

/** A zone, a place or an industry with all that is in it, at any depth. */
export interface AreaView {
  readonly area: EntityReference;
  readonly parents: readonly EntityReference[];
  readonly parts: readonly EntityReference[];
  readonly projects: readonly ProjectRow[];
  readonly companies: readonly CompanyRow[];
  readonly posts: readonly PostRow[];
  /** Yuan over the projects whose sum is not left out, and how many those are. */
  readonly total: { readonly yuan: number; readonly counted: number };
  /** Oldest first; what has no date is not in it. */
  readonly events: readonly EventRow[];
}

/** A relation of a company or project to someone, with where to read of it. */
export interface TieRow {
  readonly other: EntityReference;
  readonly type: RelationType;
  /** `out` when it leads from the one whose profile it is. */
  readonly direction: 'out' | 'in';
  readonly relation: string;
  readonly count: number;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/** A company: where it is, what it builds, and with whom. Yuan. */
export interface CompanyView {
  readonly kind: 'company';
  readonly about: EntityReference;
  readonly places: readonly EntityReference[];
  readonly industries: readonly EntityReference[];
  readonly projects: readonly ProjectRow[];
  readonly total: AreaView['total'];
  /** Partners, the companies above and below it, and who builds the same projects (`INVESTS_IN`, told by its relation). */
  readonly ties: readonly TieRow[];
  readonly posts: readonly PostRow[];
  readonly events: readonly EventRow[];
}

/** A project: who builds it and where, what it costs, and how it came along. */
export interface ProjectView {
  readonly kind: 'project';
  readonly about: EntityReference;
  readonly row: ProjectRow;
  readonly places: readonly EntityReference[];
  readonly ties: readonly TieRow[];
  /** What was stated of its sum, the newest first. */
  readonly sums: readonly Statement[];
  /** Milestones and states that have a date, the oldest first; what several articles say alike of a day counts once. */
  readonly events: readonly EventRow[];
  /** Milestones and states without one. */
  readonly undated: readonly Statement[];
}

/** A way from one entity to another: n relations between n + 1 entities. `isForth` when a relation leads the way that is gone. */
export interface PathView {
  readonly nodes: readonly EntityReference[];
  readonly edges: readonly { readonly id: string; readonly type: RelationType; readonly isForth: boolean }[];
}

/** The ways between two entities over the whole graph; `isCut` when there may be more than are given. */
export interface PathsView {
  readonly paths: readonly PathView[];
  readonly isCut: boolean;
}

/** What several entities are all tied to, and of how many those are the first. */
export interface CommonView {
  readonly common: readonly EntityReference[];
  readonly total: number;
}

/** Something new since a date, with the sentence that says so. */
export interface NewsRow {
  readonly kind: 'project' | 'company' | 'post' | 'investment' | 'status';
  readonly about: EntityReference;
  readonly date: string;
  /** The relation or title, or the value before and now. */
  readonly title?: string;
  readonly relation?: string;
  readonly before?: string | number;
  readonly now?: string | number;
  readonly quote: string;
  readonly article?: ArticleReference;
  readonly span?: Span;
}

/** What is new since a date, the newest first. `undated` articles cannot be placed; `dates` are the first and the last known. */
export interface NewsView {
  readonly since: string;
  readonly rows: readonly NewsRow[];
  readonly undated: number;
  readonly first?: string;
  readonly last?: string;
}
