import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';

/**
 * The text of a PDF, a line as it is set, pages one after the other.
 *
 * @throws {YuantuError} `INPUT` when it is broken, locked by a password, holds pictures only, or has too many pages.
 */
export async function readPdf(
  bytes: Uint8Array,
  { pages: most }: Pick<ReadLimits, 'pages'> = READ_LIMITS,
): Promise<{ text: string; metadata: Record<string, never> }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy: the package keeps the buffer for itself.
    data: Uint8Array.from(bytes),
    // Many Chinese PDFs name their character maps and do not carry them.
    cMapUrl: `${home}/cmaps/`,
    standardFontDataUrl: `${home}/standard_fonts/`,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > most)
      throw new YuantuError('INPUT', `has ${pdf.numPages} pages; at most ${most} are read`);
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    const text = pages.map((page) => page.trim()).join('\n');
    if (!text.trim())
      throw new YuantuError('INPUT', 'holds no text; a scan needs character recognition first');
    return { text, metadata: {} };
  } catch (cause) {
    if (cause instanceof YuantuError) throw cause;
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    const reason = locked ? 'is locked by a password' : 'is no readable PDF';
    throw new YuantuError('INPUT', reason, { cause });
  } finally {
    await task.destroy();
  }
}
