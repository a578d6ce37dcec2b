// The program of src/cli/main.ts, before it is built: `node cli-process.mjs ARGUMENTS…`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)));
