import { text } from 'node:stream/consumers';
import type { CitationsAnswer } from '../contract/citation.ts';
import type { Context, ExitCode } from './context.ts';

export const CITATION_FORMATS = ['text', 'md', 'csl', 'bibtex'] as const;

export interface CiteOptions {
  readonly format: (typeof CITATION_FORMATS)[number];
  /** A stretch of an article, such as `300-360`. */
  readonly span?: string;
}

/** Prints what facts, relations, things and articles rest on as citations; `-` reads ids from standard input, one a line. */
export async function runCite(
  context: Context,
  given: readonly string[],
  { format, span }: CiteOptions,
): Promise<ExitCode> {
  const ids = given.includes('-')
    ? (await text(process.stdin)).split(/\r?\n/u).flatMap((line) => line.trim() || [])
    : given;
  const [{ askIn }, { toCitationsAnswer }] = await Promise.all([
    import('../answer/open.ts'),
    import('../answer/citation.ts'),
  ]);
  return context.withStore<ExitCode>(async (store) => {
    const all = await askIn(store, (catalogue) => ids.map((id) => toCitationsAnswer(catalogue, id, span)));
    context.print(write(all, format));
    return 0;
  });
}

function write(all: readonly CitationsAnswer[], format: CiteOptions['format']): string {
  if (format === 'csl')
    return JSON.stringify(
      all.flatMap(({ csl }) => csl),
      null,
      2,
    );
  const form = format === 'md' ? 'markdown' : format;
  return all.map((one) => one[form]).join(form === 'text' ? '\n' : '\n\n');
}
