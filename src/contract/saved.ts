import { z } from 'zod';
import { LENGTH_LIMITS } from './limits.ts';

/** What people keep on the server: views, statements, and what they asked. */

const KeepName = z.string().trim().min(1).max(200);

export const Kept = z.object({
  views: z.record(KeepName, z.string().max(LENGTH_LIMITS.kept)).describe('fragments of the explorer by name'),
  queries: z.record(KeepName, z.string().max(LENGTH_LIMITS.statement)).describe('statements by name'),
  history: z
    .array(z.string().max(LENGTH_LIMITS.statement))
    .describe('statements that were run, the newest first'),
});
export type Kept = z.infer<typeof Kept>;

export const KeptName = z.object({ kind: z.enum(['views', 'queries']), name: KeepName });
export const KeptText = z.strictObject({ text: z.string().max(LENGTH_LIMITS.kept) });
