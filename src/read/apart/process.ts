import { Worker } from 'node:worker_threads';
import type { ReadLimits } from '../../model/read-limits.ts';
import { READERS } from '../formats.ts';
import { MOST_BYTES } from '../json.ts';
import type { Answer, Order } from './reader.ts';

// A process that reads one document after the other: LIMITS as JSON. A document that takes too much ends it, by a signal that says why.

/**
 * Looks on from a thread of its own, for a reader that is busy never lets its own timers run: ends the process when the document
 * takes too long or too much memory, and when nobody is left to answer. A string, so that it is alike built and not built.
 */
const WATCH = `
const { workerData: { until, most, parent } } = require('node:worker_threads');
const still = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  Atomics.wait(still, 0, 0, 50);
  const end = Atomics.load(until, 0);
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  else if (end !== 0n && process.hrtime.bigint() > end) process.kill(process.pid, 'SIGTERM');
}`;

const limits = JSON.parse(process.argv[2] ?? '') as ReadLimits;
const most = limits.memory * 2 ** 20;
/** When the document in hand has to be read, in nanoseconds; 0 where there is none. */
const until = new BigInt64Array(new SharedArrayBuffer(8));
new Worker(WATCH, { eval: true, workerData: { until, most, parent: process.ppid } }).unref();

process.on('message', (order: Order) => {
  Atomics.store(until, 0, process.hrtime.bigint() + BigInt(Math.round(limits.seconds * 1e9)));
  read(order).then((answer) => {
    Atomics.store(until, 0, 0n);
    process.send?.(answer);
  });
});
process.once('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; whoever asked decides.
process.on('SIGINT', () => {});

async function read({ kind, bytes }: Order): Promise<Answer> {
  try {
    const said = await READERS[kind](bytes, limits);
    // A small file may unfold into a large text.
    if (said.text.length > MOST_BYTES)
      return { reason: `${said.text.length} characters of text; at most 10 M are read`, isWorn: true };
    return { ...said, isWorn: process.memoryUsage.rss() > most / 2 };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), isWorn: false };
  }
}
