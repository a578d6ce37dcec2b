import { z } from 'zod';
import { ERROR_CODES } from '../model/errors.ts';
import type { Frozen } from './frozen.ts';

/** An error over HTTP (RFC 9457). `code` is stable. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string(),
});
export type Problem = Frozen<z.infer<typeof Problem>>;
