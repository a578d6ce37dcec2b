// The process of src/store/sandbox/process.ts, before it is built.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('../../src/store/sandbox/process.ts', import.meta.url)));
