import type { ArticleMetadata } from '../model/article.ts';
import type { ReadLimits } from '../model/read-limits.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import type { Kind } from './kind.ts';
import { readMarkdown } from './markdown.ts';
import { readMhtml } from './mhtml.ts';
import { readByOffice } from './office.ts';
import { readPdf } from './pdf.ts';
import { readRtf } from './rtf.ts';
import { decodeText } from './text.ts';

/** What a reader takes out of a file; `notes` are what had to be mended for it. */
export interface ReadText {
  readonly text: string;
  readonly metadata: ArticleMetadata;
  readonly notes?: readonly string[];
}

type Reader = (bytes: Uint8Array, limits: ReadLimits) => Promise<ReadText>;

/** What reads each kind. */
export const READERS: Readonly<Record<Kind, Reader>> = {
  '.txt': async (bytes) => ({ ...decodeText(bytes), metadata: {} }),
  '.html': readHtml,
  '.htm': readHtml,
  '.xhtml': readHtml,
  '.shtml': readHtml,
  '.mhtml': readMhtml,
  '.mht': readMhtml,
  '.md': async (bytes) => readMarkdown(bytes),
  '.rtf': async (bytes) => readRtf(bytes),
  '.doc': (bytes, limits) => readByOffice(bytes, limits, '.doc'),
  '.wps': (bytes, limits) => readByOffice(bytes, limits, '.wps'),
  '.pdf': readPdf,
  '.docx': readDocx,
};
