import type { ArticleMetadata } from '../model/article.ts';
import type { ReadLimits } from '../model/read-limits.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { decodeText } from './text.ts';
import type { Extension } from './walk.ts';

/** What a reader takes out of a file; `notes` are what had to be mended for it. */
export interface ReadText {
  readonly text: string;
  readonly metadata: ArticleMetadata;
  readonly notes?: readonly string[];
}

/** Kinds of file that hold one text, by extension. */
export type Kind = Exclude<Extension, '.jsonl' | '.csv' | '.xlsx'>;

type Reader = (bytes: Uint8Array, limits: ReadLimits) => Promise<ReadText>;

/** What reads each kind. */
export const READERS: Readonly<Record<Kind, Reader>> = {
  '.txt': async (bytes) => ({ ...decodeText(bytes), metadata: {} }),
  '.html': readHtml,
  '.htm': readHtml,
  '.pdf': readPdf,
  '.docx': readDocx,
};
