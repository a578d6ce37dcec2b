// The thread of src/extract/thread.ts, before it is built; a text that says so breaks the extractor, or the thread with it.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { runnerImport } from 'vite';

parentPort.on('message', ({ text }) => {
  if (text.includes('[thread dies]')) process.exit(7);
});
await runnerImport(fileURLToPath(new URL('../../src/extract/thread.ts', import.meta.url)));
