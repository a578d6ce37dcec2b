import { z } from 'zod';
import { IndicatorRow } from './entity.ts';
import type { Frozen } from './frozen.ts';
import { ArticleReference, EntityReference, Offsets, Passage, RelationKind, Stated } from './reference.ts';

/** What the routes of areas and of profiles answer with. Money is yuan. */

/**
 * A statement with where it stands: what a number or a state in a profile rests on. `date` is when it happened or holds from,
 * as the text says, else when the article was published; absent when neither is known. `passage` is the sentence of the quote; `isOfPhase`
 * tells of a sum that it is of one phase alone.
 */
export const Statement = z.object({
  ...Offsets,
  name: z.string(),
  ...Stated,
  isOfPhase: z.literal(true).exactOptional(),
  date: z.string().exactOptional(),
  quote: z.string(),
  passage: Passage,
  article: ArticleReference,
});
export type Statement = Frozen<z.infer<typeof Statement>>;

/** A sum in yuan, or in units of a currency (ISO 4217), at least and at most; one that has no upper bound has no `most`. */
const Between = { least: z.number(), most: z.number().exactOptional() };

/**
 * A project. `cost` is its one sum, or the range or bound that is told in its place, or foreign money; `capacity` what it is to make by
 * the newest article that says so. `place` is the zone or place that it is told to be in; `statement` is what the sum rests on. `leftOut` is why the
 * sum is not in the total: `phase` where the whole project, `countedWith`, holds it, `same` where that is the same money told
 * under another name.
 */
export const ProjectRow = z.object({
  project: EntityReference,
  status: z.string().exactOptional(),
  investment: z.number().exactOptional().describe('yuan'),
  cost: z.object({ ...Between, currency: z.string().exactOptional() }).exactOptional(),
  capacity: z
    .array(
      z.object({
        value: z.number(),
        unit: z.string(),
        product: z.string().exactOptional(),
        planned: z.boolean(),
      }),
    )
    .exactOptional(),
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

/** A post. `untilFrom` tells whether its end is said or follows from a successor in a post that one person holds at a time. */
export const PostRow = z.object({
  person: EntityReference,
  title: z.string().exactOptional(),
  at: EntityReference,
  relation: z.string(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  untilFrom: z.enum(['said', 'successor']).exactOptional(),
  firstSeen: z.string().exactOptional(),
  lastSeen: z.string().exactOptional(),
});
export type PostRow = Frozen<z.infer<typeof PostRow>>;

/** A dated statement and what it is about. */
export const EventRow = Statement.extend({ about: EntityReference });
export type EventRow = Frozen<z.infer<typeof EventRow>>;

/**
 * Yuan over the projects that have one sum in yuan, and how many those are; `least` and `most` with the `ranged` ones, of which a range
 * or a bound is told. Foreign money stands apart. What is left out is told with why: a phase of a whole, the same money under another
 * name, foreign money, nothing known.
 */
export const Total = z.object({
  yuan: z.number(),
  counted: z.int(),
  ...Between,
  ranged: z.int(),
  foreign: z.array(z.object({ currency: z.string(), counted: z.int(), ...Between })),
  leftOut: z.array(
    z.object({
      project: EntityReference,
      why: z.enum(['phase', 'same', 'foreign', 'unknown']),
      countedWith: EntityReference.exactOptional(),
    }),
  ),
});
export type Total = Frozen<z.infer<typeof Total>>;

/** A zone that has an industry: how many projects and companies of it are in the zone, and what those projects come to. */
export const ZoneRow = z.object({
  zone: EntityReference,
  projects: z.int(),
  companies: z.int(),
  investment: z.number().exactOptional().describe('yuan'),
});
export type ZoneRow = Frozen<z.infer<typeof ZoneRow>>;

/**
 * A zone, a place or an industry with all that is in it, at any depth. `industries` are those that it is told to have, `zones` those that have an industry; of `events`, the oldest come first; what has no date is not in it.
 * `indicators` are figures of the area itself.
 */
export const AreaAnswer = z.object({
  area: EntityReference,
  parents: z.array(EntityReference),
  parts: z.array(EntityReference),
  industries: z.array(EntityReference),
  zones: z.array(ZoneRow),
  projects: z.array(ProjectRow),
  companies: z.array(CompanyRow),
  posts: z.array(PostRow),
  total: Total,
  indicators: z.array(IndicatorRow),
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
  group: z
    .object({ companies: z.array(EntityReference), projects: z.array(ProjectRow), total: Total })
    .exactOptional()
    .describe('with all companies below it, where there are any'),
  ties: z.array(TieRow),
  posts: z.array(PostRow),
  indicators: z.array(IndicatorRow),
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
  indicators: z.array(IndicatorRow),
  events: z.array(EventRow),
  undated: z.array(Statement),
});
export type ProjectAnswer = Frozen<z.infer<typeof ProjectAnswer>>;

export const ProfileAnswer = z.discriminatedUnion('kind', [CompanyAnswer, ProjectAnswer]);
