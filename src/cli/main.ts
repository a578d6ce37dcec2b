#!/usr/bin/env node
import { runProgram } from './program.ts';

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    stopping.abort();
  });
// Whoever reads our output may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
const code = await runProgram(process.argv.slice(2), stopping.signal);
// A question that was given up may go on in a thread of the embedded engine, which cannot be told to stop.
process.stdout.write('', () => process.exit(code));
