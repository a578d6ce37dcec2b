import { parentPort, workerData } from 'node:worker_threads';
import type { RawDocument } from '../model/article.ts';
import type { ThreadAnswer, ThreadData } from './batch.ts';
import { createExtractor } from './document.ts';
import { loadModels } from './models.ts';

// A thread that reads the documents that it is sent, one after the other, and answers each; a broken one is answered too.

const { seeds } = workerData as ThreadData;
const extract = createExtractor(seeds, loadModels());
const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (raw: RawDocument) => {
  try {
    tell({ extraction: extract(raw) });
  } catch (error) {
    tell({ reason: error instanceof Error ? error.message : String(error) });
  }
});
tell({ ready: true });
