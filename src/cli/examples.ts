import { fileURLToPath } from 'node:url';
import { readVocabulary } from '../extract/encode/vocabulary.ts';
import type { AnnotatedText } from '../extract/examples/annotation.ts';
import { createTools, toExample } from '../extract/examples/example.ts';
import { toJudgedTexts } from '../extract/examples/judged.ts';
import { readAnnotatedTexts } from '../extract/examples/read.ts';
import { userWords } from '../extract/segment/dictionary.ts';
import { createSegmenter } from '../extract/segment/jieba.ts';
import { YuantuError } from '../model/errors.ts';
import { replay } from '../verdict/replay.ts';
import type { Context, ExitCode } from './context.ts';

const VOCABULARY = fileURLToPath(new URL('../../models/vocabulary.tsv', import.meta.url));

/** Writes annotated articles as training examples, JSON Lines to standard output: those of folders, and those that people judged something in. */
export async function runExamples(
  context: Context,
  folders: readonly string[],
  { judged = false }: { readonly judged?: boolean },
): Promise<ExitCode> {
  if (folders.length === 0 && !judged)
    throw new YuantuError('SETTING', 'give folders of annotated articles, or --judged');
  const seeds = await context.seeds();
  const tools = createTools(seeds, createSegmenter(userWords(seeds)), readVocabulary(VOCABULARY));
  const write = (articles: Iterable<AnnotatedText>) => {
    for (const article of articles) {
      context.signal.throwIfAborted();
      context.print(JSON.stringify(toExample(article, tools)));
    }
  };
  for (const folder of folders) write(readAnnotatedTexts(folder));
  if (judged) {
    const { judgements } = replay((await context.judgements()).read());
    write(toJudgedTexts(await context.withStore((store) => store.read()), judgements));
  }
  return 0;
}
