// The thread of src/extract/thread.ts, before it is built; a text that says so takes the thread with it when its turn comes.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { runnerImport } from 'vite';

let received = 0;
let last = Number.POSITIVE_INFINITY;
// The first thing that a thread says is that it is ready.
let answered = -1;
const dieInTurn = () => {
  if (answered >= last) process.exit(7);
};
const post = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (message) => {
  post(message);
  answered++;
  dieInTurn();
};
parentPort.on('message', ({ text }) => {
  if (text.includes('[thread dies]')) last = Math.min(last, received);
  received++;
  dieInTurn();
});
await runnerImport(fileURLToPath(new URL('../../src/extract/thread.ts', import.meta.url)));
