import { parentPort, workerData } from 'node:worker_threads';
import type { RawDocument } from '../model/article.ts';
import type { ThreadAnswer, ThreadData } from './batch.ts';
import { openExtractor } from './open.ts';

// A thread that reads the documents that it is sent, one after the other, and answers each; a broken one is answered too.

const { seeds } = workerData as ThreadData;
const extract = await openExtractor(seeds);
const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

async function answer(raw: RawDocument): Promise<void> {
  try {
    tell({ extraction: await extract(raw) });
  } catch (error) {
    tell({ reason: error instanceof Error ? error.message : String(error) });
  }
}

// One after the other: answers are told apart by their order alone.
let turn = Promise.resolve();
parentPort?.on('message', (raw: RawDocument) => {
  turn = turn.then(() => answer(raw));
});
tell({ ready: true });
