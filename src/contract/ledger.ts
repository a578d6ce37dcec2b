import { z } from 'zod';
import { PROJECT_STATUSES } from '../model/entity.ts';
import { EvidenceRow } from './entity.ts';
import type { Frozen } from './frozen.ts';
import { PostRow, ProjectRow, Statement, Total } from './profile.ts';
import { EntityReference, Id } from './reference.ts';

/** What the routes of the ledger take and answer with: projects and their lives, posts in time, totals. */

/** A day, month or year as ISO text: the standpoint from which the graph is seen; a month is its end. */
export const Day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);

export const AsOfRequest = z.object({
  asOf: Day.optional().describe('as known, and in force, on this day; absent: on the last'),
});

/** What stands out in the life of a project: due and not running; nothing told for long; a sum that changed; dates that contradict. */
export const MARKS = ['late', 'silent', 'grew', 'shrank', 'contradicts'] as const;

export type Mark = (typeof MARKS)[number];

/** `in` is a zone, place or industry, `of` a company, with all that is below it. Filters add up. */
export const LedgerRequest = AsOfRequest.extend({
  in: Id.optional(),
  of: Id.optional(),
  mark: z.enum(MARKS).optional(),
  status: z.enum(PROJECT_STATUSES).optional(),
  months: z.coerce.number().int().min(1).max(600).default(12).describe('without news so long is silent'),
});

/** Two dates of a project of which the state that must come first has the later one. */
export const Contradiction = z.object({
  first: z.enum(PROJECT_STATUSES),
  firstOn: z.string(),
  next: z.enum(PROJECT_STATUSES),
  nextOn: z.string(),
});

/** A project with its life: dates as the articles tell them, `told` the statements behind states and due dates, `sums` those of its cost, the oldest first. */
export const LifeRow = ProjectRow.extend({
  signedOn: z.string().exactOptional(),
  startedOn: z.string().exactOptional(),
  toppedOutOn: z.string().exactOptional(),
  operatingOn: z.string().exactOptional(),
  dueOn: z.string().exactOptional(),
  marks: z.array(z.enum(MARKS)),
  contradictions: z.array(Contradiction),
  told: z.array(Statement),
  sums: z.array(Statement),
});
export type LifeRow = Frozen<z.infer<typeof LifeRow>>;

/** Projects by their last step, the newest first, those without any date at the end. `asOf` is the standpoint: what was asked for, or else the day of the last article. */
export const LedgerAnswer = z.object({
  asOf: z.string().exactOptional(),
  projects: z.array(LifeRow),
  total: Total,
});
export type LedgerAnswer = Frozen<z.infer<typeof LedgerAnswer>>;

/** `on` a day: who was in office then, by all that is known today, or on the day of `asOf`. Without it, all holders, the earliest first. */
export const PostsRequest = z.object({
  asOf: Day.optional().describe('as known on this day, with those who had left by then; absent: on the last'),
  on: Day.optional().describe('who was in office on this day'),
  at: Id.optional(),
  person: Id.optional(),
  title: z.string().max(100).optional().describe('words of the post, such as 管委会主任'),
});

/** A post with the sentence that it rests on first. */
export const HolderRow = PostRow.extend({ quote: z.string(), evidence: EvidenceRow.exactOptional() });
export type HolderRow = Frozen<z.infer<typeof HolderRow>>;

export const PostsAnswer = z.object({ posts: z.array(HolderRow) });
export type PostsAnswer = Frozen<z.infer<typeof PostsAnswer>>;

export const GROUPINGS = ['zone', 'place', 'industry', 'month', 'company'] as const;

export const TotalsRequest = AsOfRequest.extend({
  by: z.enum(GROUPINGS),
  in: Id.optional(),
  of: Id.optional(),
});

/** Totals by group: of zones and places with all that lies in them, of companies with what is below them; so one project may be in several groups, and `total` counts each once. `month` is that of signing, or else of the first report. */
export const TotalsAnswer = z.object({
  groups: z.array(
    z.object({
      about: EntityReference.exactOptional(),
      month: z.string().exactOptional(),
      total: Total,
      projects: z.array(ProjectRow),
    }),
  ),
  total: Total,
});
export type TotalsAnswer = Frozen<z.infer<typeof TotalsAnswer>>;
