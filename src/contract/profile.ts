import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { ArticleReference, EntityReference, Offsets, Passage, RelationKind, Stated } from './reference.ts';

/** What the routes of areas and of profiles answer with. Money is yuan. */

/**
 * A statement with where it stands: what a number or a state in a profile rests on. `date` is when it happened or holds from,
 * as the text says, else when the article was published; absent when neither is known. `passage` is the sentence of the quote.
 */
export const Statement = z.object({
  ...Offsets,
  name: z.string(),
  ...Stated,
  date: z.string().exactOptional(),
  quote: z.string(),
  passage: Passage,
  article: ArticleReference,
});
export type Statement = Frozen<z.infer<typeof Statement>>;

/**
 * A project. `place` is the zone or place that it is told to be in; `statement` is what the sum rests on. `leftOut` is why the
 * sum is not in the total: `phase` where the whole project, `countedWith`, holds it, `same` where that is the same money told
 * under another name.
 */
export const ProjectRow = z.object({
  project: EntityReference,
  status: z.string().exactOptional(),
  investment: z.number().exactOptional().describe('yuan'),
  industries: z.array(EntityReference),
  investors: z.array(EntityReference),
  place: EntityReference.exactOptional(),
  lastSeen: z.string().exactOptional(),
  statement: Statement.exactOptional(),
  leftOut: z.enum(['phase', 'same']).exactOptional(),
  countedWith: EntityReference.exactOptional(),
});
export type ProjectRow = Frozen<z.infer<typeof ProjectRow>>;

export const CompanyRow = z.object({
  company: EntityReference,
  projects: z.array(EntityReference),
  industries: z.array(EntityReference),
  place: EntityReference.exactOptional(),
  stories: z.int(),
  lastSeen: z.string().exactOptional(),
});
export type CompanyRow = Frozen<z.infer<typeof CompanyRow>>;

export const PostRow = z.object({
  person: EntityReference,
  title: z.string().exactOptional(),
  at: EntityReference,
  relation: z.string(),
  lastSeen: z.string().exactOptional(),
});
export type PostRow = Frozen<z.infer<typeof PostRow>>;

/** A dated statement and what it is about. */
export const EventRow = Statement.extend({ about: EntityReference });
export type EventRow = Frozen<z.infer<typeof EventRow>>;

/** Yuan over the projects whose sum is not left out, and how many those are. */
export const Total = z.object({ yuan: z.number(), counted: z.int() });
export type Total = Frozen<z.infer<typeof Total>>;

/** A zone, a place or an industry with all that is in it, at any depth. Of `events`, the oldest come first; what has no date is not in it. */
export const AreaAnswer = z.object({
  area: EntityReference,
  parents: z.array(EntityReference),
  parts: z.array(EntityReference),
  projects: z.array(ProjectRow),
  companies: z.array(CompanyRow),
  posts: z.array(PostRow),
  total: Total,
  events: z.array(EventRow),
});
export type AreaAnswer = Frozen<z.infer<typeof AreaAnswer>>;

/** A relation of a company or project to someone, with where to read of it; `out` when it leads from the one whose profile it is. */
export const TieRow = z.object({
  other: EntityReference,
  type: RelationKind,
  direction: z.enum(['out', 'in']),
  relation: z.string(),
  count: z.int(),
  firstSeen: z.string().exactOptional(),
  lastSeen: z.string().exactOptional(),
});
export type TieRow = Frozen<z.infer<typeof TieRow>>;

/**
 * A company: where it is, what it builds, and with whom. `ties` are partners, the companies above and below it, and who builds
 * the same projects (`INVESTS_IN`, told by its relation).
 */
export const CompanyAnswer = z.object({
  kind: z.literal('company'),
  about: EntityReference,
  places: z.array(EntityReference),
  industries: z.array(EntityReference),
  projects: z.array(ProjectRow),
  total: Total,
  ties: z.array(TieRow),
  posts: z.array(PostRow),
  events: z.array(EventRow),
});
export type CompanyAnswer = Frozen<z.infer<typeof CompanyAnswer>>;

/**
 * A project: who builds it and where, what it costs, and how it came along. `sums` are what was stated of its cost, the newest
 * first; `events` the milestones and states that have a date, the oldest first, where what several articles say alike of a day
 * counts once; `undated` those without one.
 */
export const ProjectAnswer = z.object({
  kind: z.literal('project'),
  about: EntityReference,
  row: ProjectRow,
  places: z.array(EntityReference),
  ties: z.array(TieRow),
  sums: z.array(Statement),
  events: z.array(EventRow),
  undated: z.array(Statement),
});
export type ProjectAnswer = Frozen<z.infer<typeof ProjectAnswer>>;

export const ProfileAnswer = z.discriminatedUnion('kind', [CompanyAnswer, ProjectAnswer]);
