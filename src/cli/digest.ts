import type { DigestAnswer } from '../contract/digest.ts';
import { print } from '../files/output.ts';
import { YuantuError } from '../model/errors.ts';
import type { Context, ExitCode } from './context.ts';

export const DIGEST_FORMATS = ['md', 'html', 'json'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

export interface DigestOptions {
  readonly since: string;
  readonly about?: readonly string[];
  readonly format: DigestFormat;
}

/** Prints what articles published since a date tell for the first time, each with its sentence. */
export async function runDigest(
  context: Context,
  { since, about, format }: DigestOptions,
): Promise<ExitCode> {
  const [{ DigestRequest }, { askIn }, { toDigest }] = await Promise.all([
    import('../contract/digest.ts'),
    import('../answer/open.ts'),
    import('../answer/digest.ts'),
  ]);
  const asked = DigestRequest.safeParse({ since, about });
  if (!asked.success)
    throw new YuantuError('SETTING', `--since ${since} is no date; write it as 2024, 2024-05 or 2024-05-28`);
  return context.withStore<ExitCode>(async (store) => {
    const { data } = asked;
    const digest = await askIn(store, (catalogue) => toDigest(catalogue, data.since, data.about));
    print(
      format === 'json'
        ? `${JSON.stringify(toJson(digest), null, 2)}\n`
        : await written(context, digest, format),
    );
    return 0;
  });
}

/** What the contract promises, and no more of the answer than that: `first` and `last` are for a page's field of dates. */
function toJson({ since, until, rows, undated }: DigestAnswer): object {
  return { since, until, rows, undated };
}

async function written(
  { words }: Context,
  digest: DigestAnswer,
  format: Exclude<DigestFormat, 'json'>,
): Promise<string> {
  const { toHtml, toMarkdown } = await import('./digest-page.ts');
  return (format === 'md' ? toMarkdown : toHtml)(digest, words);
}
