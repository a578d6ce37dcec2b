import { fileURLToPath } from 'node:url';
import { readVocabulary } from '../extract/encode/vocabulary.ts';
import { createTools, toExample } from '../extract/examples/example.ts';
import { readAnnotatedTexts } from '../extract/examples/read.ts';
import { userWords } from '../extract/segment/dictionary.ts';
import { createSegmenter } from '../extract/segment/jieba.ts';
import type { Context, ExitCode } from './context.ts';

const VOCABULARY = fileURLToPath(new URL('../../models/vocabulary.tsv', import.meta.url));

/** Writes the annotated articles of folders as training examples: JSON Lines to standard output. */
export async function runExamples(context: Context, folders: readonly string[]): Promise<ExitCode> {
  const seeds = await context.seeds();
  const tools = createTools(seeds, createSegmenter(userWords(seeds)), readVocabulary(VOCABULARY));
  for (const folder of folders)
    for (const article of readAnnotatedTexts(folder)) {
      context.signal.throwIfAborted();
      context.print(JSON.stringify(toExample(article, tools)));
    }
  return 0;
}
