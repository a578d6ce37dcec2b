import type { RawDocument } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import type { ReaderAnswer, ReaderStart } from './batch.ts';
import { openExtractor } from './open.ts';

// A process that reads the documents that it is sent, one after the other, and answers each; a broken one is answered too.
// The first message is what it begins with.

const tell = (answer: ReaderAnswer): void => {
  process.send?.(answer);
};
process.once('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; whoever asked decides.
process.on('SIGINT', () => {});
const { seeds } = await new Promise<ReaderStart>((start) => process.once('message', start));
const extract = await openExtractor(seeds).catch(fail);

/** Tells why nothing can be read, and ends. */
function fail(error: unknown): Promise<never> {
  const code = error instanceof YuantuError ? error.code : 'INTERNAL';
  tell({ failure: { code, message: error instanceof Error ? error.message : String(error) } });
  process.disconnect();
  return new Promise(() => {});
}

async function answer(raw: RawDocument): Promise<void> {
  try {
    tell({ extraction: await extract(raw) });
  } catch (error) {
    tell({ reason: error instanceof Error ? error.message : String(error) });
  }
}

// One after the other: answers are told apart by their order alone.
let turn = Promise.resolve();
process.on('message', (raw: RawDocument) => {
  turn = turn.then(() => answer(raw));
});
tell({ ready: true });
