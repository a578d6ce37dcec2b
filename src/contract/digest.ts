import { z } from 'zod';
import { ENTITY_TYPES } from '../model/entity.ts';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';
import { ArticleReference, EntityReference, FactValue, Id, Offsets, RelationKind } from './reference.ts';

/** What the routes of what is new take and answer with. */

/** Ids, names or aliases of things. */
const About = z.array(z.string().min(1).max(LENGTH_LIMITS.id)).max(200);

export const DigestRequest = z.object({
  since: z
    .string()
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
    .optional()
    .describe('a date, as exact as wanted'),
  about: z
    .union([
      z
        .string()
        .min(1)
        .max(LENGTH_LIMITS.id)
        .transform((one) => [one]),
      About,
    ])
    .optional()
    .describe('things by id, name or alias; may be repeated'),
});

export const UnreadRequest = z.strictObject({
  about: About.min(1),
  read: z.array(Id).max(20_000).describe('ids of the articles that were read: what all others tell is new'),
});

export const DIGEST_KINDS = ['article', 'thing', 'relation', 'fact'] as const;

/**
 * Something that is told for the first time, with the sentence that tells it. `article`: a new one, or one that names what was
 * asked about; `thing`: named for the first time; `relation`: `type` to or from `other`; `fact`: the value `name` of something
 * known before is `now`, after another one `before` or none. `date` is the article's; one without a date is new to a reader alone.
 */
export const DigestRow = z.object({
  kind: z.enum(DIGEST_KINDS),
  about: EntityReference.extend({ type: z.enum([...ENTITY_TYPES, 'Article']) }),
  date: z.string().exactOptional(),
  name: z.string().exactOptional(),
  now: FactValue.exactOptional(),
  before: FactValue.exactOptional(),
  unit: z.string().exactOptional(),
  period: z.string().exactOptional(),
  relation: z.string().exactOptional().describe('its id'),
  type: RelationKind.exactOptional(),
  direction: z.enum(['out', 'in']).exactOptional(),
  other: EntityReference.exactOptional(),
  title: z.string().exactOptional(),
  quote: z.string(),
  article: ArticleReference,
  span: z.object(Offsets),
});
export type DigestRow = Frozen<z.infer<typeof DigestRow>>;

/**
 * What is new, the newest first. `since` is empty where all that was not read is; `until` is the newest date that an article has.
 * `undated` articles cannot be placed; `first` and `last` are the dates known.
 */
export const DigestAnswer = z.object({
  since: z.string(),
  until: z.string(),
  rows: z.array(DigestRow),
  undated: z.int(),
  first: z.string().exactOptional(),
  last: z.string().exactOptional(),
});
export type DigestAnswer = Frozen<z.infer<typeof DigestAnswer>>;
