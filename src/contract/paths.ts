import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { PATH_LIMITS } from './limits.ts';
import { EntityReference, Id, RelationKind } from './reference.ts';

/** What the routes of paths and of common neighbours take and answer with. */

export const PathsRequest = z.strictObject({
  from: Id,
  to: Id,
  within: z.number().int().min(1).max(PATH_LIMITS.length).optional().describe('absent: the shortest alone'),
  types: z.array(RelationKind).optional(),
});

/** A way from one entity to another: n relations between n + 1 entities. `isForth` when a relation leads the way that is gone. */
export const PathRow = z.object({
  nodes: z.array(EntityReference),
  edges: z.array(z.object({ id: z.string(), type: RelationKind, isForth: z.boolean() })),
});
export type PathRow = Frozen<z.infer<typeof PathRow>>;

/** The ways between two entities over the whole graph; `isCut` when there may be more than are given. */
export const PathsAnswer = z.object({ paths: z.array(PathRow), isCut: z.boolean() });
export type PathsAnswer = Frozen<z.infer<typeof PathsAnswer>>;

export const CommonRequest = z.strictObject({ ids: z.array(Id).min(2).max(20) });

/** What several entities are all tied to, and of how many those are the first. */
export const CommonAnswer = z.object({ common: z.array(EntityReference), total: z.int() });
export type CommonAnswer = Frozen<z.infer<typeof CommonAnswer>>;
