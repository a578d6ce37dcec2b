import { z } from 'zod';
import { BANDS } from '../model/certainty.ts';
import { FORMATS } from '../model/format.ts';
import { MOST_ROWS, type QueryValue } from '../model/query.ts';
import { LENGTH_LIMITS } from './limits.ts';

/** What the console, its examples and the export take and answer with. */

/** A value in a row, whatever JSON has: in words of a schema it would be one within itself, which makers of clients stumble over. */
const Cell = z.custom<z.infer<ReturnType<typeof z.json>>>();

const Statement = z.string().min(1).max(LENGTH_LIMITS.statement);

export const QueryRequest = z.strictObject({
  statement: Statement,
  // A body is JSON already: to look at every value again would let a large one hold everybody up.
  parameters: z.record(z.string(), z.custom<QueryValue>()).default({}),
  limit: z.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
});

export const QueryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Cell)),
  truncated: z.boolean(),
  total: z.int().exactOptional(),
});

export const ExamplesAnswer = z.array(
  z.object({
    zh: z.string(),
    en: z.string(),
    statement: z.string(),
    parameters: z.record(z.string(), Cell),
  }),
);

const Format = z.enum([...FORMATS, 'json']);
const Certainty = z.enum(BANDS).default('doubtful').describe('leaves out what is less sure');

export const ExportQuery = z.object({
  format: Format,
  all: z.stringbool().default(false).describe('articles and facts too'),
  text: z.stringbool().default(true).describe('false leaves quotes and texts out and keeps offsets'),
  certainty: Certainty,
});

export const ExportRequest = z.strictObject({
  format: Format,
  all: z.boolean().default(false),
  text: z.boolean().default(true),
  certainty: Certainty,
  ids: z
    .array(z.string().max(LENGTH_LIMITS.id))
    .max(200_000)
    .optional()
    .describe('nodes and relationships to export'),
  statement: Statement.optional().describe('export what this statement returns'),
  filter: z.string().max(2000).optional().describe('what was chosen, in words, for the file'),
});
