import { Worker } from 'node:worker_threads';
import { afterAll } from 'vitest';

/** Milliseconds without a sign of life after which something hangs: far beyond what any input takes, on any machine. */
const PATIENCE = 300_000;

const PROGRAM = `
const { workerData } = require('node:worker_threads');
const beats = new Int32Array(workerData.beats);
const text = new Uint8Array(workerData.name);
let last = -1;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now === last) {
    const name = Buffer.from(text).toString().replace(/\\0.*/s, '');
    require('node:fs').writeSync(2, 'HANGS: ' + name + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  last = now;
}, workerData.patience);
`;

/**
 * Ends the process, naming the input, when no beat comes for five minutes: a loop without an end cannot be ended by a timer of
 * its own thread. Call the function that it gives before every input.
 */
export function startWatchdog(): (name: string) => void {
  const beats = new SharedArrayBuffer(4);
  const name = new SharedArrayBuffer(400);
  const worker = new Worker(PROGRAM, { eval: true, workerData: { beats, name, patience: PATIENCE } });
  worker.unref();
  afterAll(() => worker.terminate());
  return (input) => {
    const bytes = new Uint8Array(name);
    bytes.fill(0);
    bytes.set(Buffer.from(input).subarray(0, 400));
    Atomics.add(new Int32Array(beats), 0, 1);
  };
}
