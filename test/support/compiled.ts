import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Beside `src/`, so that what comes with the package is found from there alike. */
export const COMPILED = join(ROOT, '.compiled');

/** The path of a file of `src/` as compiled for this run, such as `cli/main.js`. */
export function compiled(path: string): string {
  return join(COMPILED, path);
}
