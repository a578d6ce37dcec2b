import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program as `npm run build` makes it; undefined, said aloud, where it is not built and nothing demands it. */
export const builtProgram: string | undefined = findBuilt();

function findBuilt(): string | undefined {
  const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  if (existsSync(program)) return program;
  const why = `${program} is not there; run npm run build`;
  if (process.env.YUANTU_TEST_READERS === 'required') throw new Error(why);
  console.warn(`SKIPPED: what the built program does; ${why}`);
  return undefined;
}
