import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { LENGTH_LIMITS } from './limits.ts';

/** Entities up to which a part of the graph is laid out by itself. */
export const LAID_OUT = 300;

const Ids = z.array(z.string().max(LENGTH_LIMITS.id));

export const LayoutRequest = z.strictObject({ entities: Ids.max(LAID_OUT), relations: Ids.max(20_000) });

/** Where each of the entities asked for lies in a layout of their own, in the order in which they were asked for; the middle is (0, 0). */
export const LayoutAnswer = z.object({ x: z.array(z.number()), y: z.array(z.number()) });
export type LayoutAnswer = Frozen<z.infer<typeof LayoutAnswer>>;
