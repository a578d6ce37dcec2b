import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { Problem } from './problem.ts';

/** What adding articles takes and answers with. */

export const FilesRequest = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), data: z.base64() }))
    .min(1)
    .max(200),
});

/** How far reading and resolving are: `done` of `total` of a step. */
export const ProgressRow = z.object({ step: z.string(), done: z.int(), total: z.int() });
export type ProgressRow = Frozen<z.infer<typeof ProgressRow>>;

/**
 * What came of adding articles; `entities` and `relations` are new or changed ones, and `newEntities` and `newRelations` those of them
 * that were not there before. `unchanged` documents were there already. Of the
 * files `read` held one that could be read; each of the others is in `rejected`, with the reason.
 */
export const Added = z.object({
  articles: z.array(z.object({ id: z.string(), title: z.string() })),
  entities: z.int(),
  newEntities: z.int(),
  relations: z.int(),
  newRelations: z.int(),
  unchanged: z.int(),
  read: z.int(),
  rejected: z.array(z.object({ place: z.string(), reason: z.string() })),
});
export type Added = Frozen<z.infer<typeof Added>>;

/** A line of the answer to adding articles: how far it is, and at last what came of it, or what went wrong. */
export const AddStep = z.union([
  z.object({ progress: ProgressRow }),
  z.object({ added: Added }),
  z.object({ problem: Problem }),
]);
export type AddStep = Frozen<z.infer<typeof AddStep>>;
