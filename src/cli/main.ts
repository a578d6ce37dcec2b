#!/usr/bin/env node
import { cannotWrite } from '../files/fault.ts';
import { flush } from '../files/output.ts';
import { runProgram } from './program.ts';

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    stopping.abort();
  });
// Whoever reads our output may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`yuantu: ${cannotWrite('standard output', error).message}\n`);
  process.exit(2);
});
// What cannot be told is no reason to stop.
process.stderr.on('error', () => {});
const code = await runProgram(process.argv.slice(2), stopping.signal);
// A question that was given up may go on in a thread of the embedded engine, which cannot be told to stop.
await flush();
process.exit(code);
