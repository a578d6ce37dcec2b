import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { ArticleMetadata } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';
import { toMetadata } from './metadata.ts';
import { isFoot } from './page/furniture.ts';
import { mayHoldTable, toBlocks } from './pdf/block.ts';
import { DAY, type LinedPage, partFurniture } from './pdf/furniture.ts';
import { type Grid, isInside, toGrids } from './pdf/grid.ts';
import { toLines } from './pdf/line.ts';
import { toText } from './pdf/paragraph.ts';
import { toPage } from './pdf/piece.ts';
import { readRules } from './pdf/rule.ts';

/**
 * The text of a PDF by where it stands: a line a paragraph or row of a table, column after column and page after page. What stands on
 * page after page is left out; its head may tell date and outlet.
 *
 * @throws {YuantuError} `INPUT` when it is broken, locked by a password, holds pictures only, or has too many pages.
 */
export async function readPdf(
  bytes: Uint8Array,
  { pages: most }: Pick<ReadLimits, 'pages'> = READ_LIMITS,
): Promise<{ text: string; metadata: ArticleMetadata }> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
    const lined: (LinedPage & { readonly grids: readonly Grid[] })[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items, styles } = await page.getTextContent();
      const view = page.getViewport({ scale: 1 });
      const { pieces, height, isUpright } = toPage(
        items.filter((item) => 'str' in item),
        (font) => styles[font]?.vertical === true,
        view,
      );
      const lines = toLines(pieces);
      // What is drawn costs as much as the text: it is looked at where there may be a table.
      const rules =
        isUpright && mayHoldTable(lines) ? readRules(await page.getOperatorList(), OPS, view.transform) : [];
      const grids = toGrids(rules, pieces);
      const outside = pieces.filter((piece) => !grids.some((grid) => isInside(piece, grid)));
      lined.push({ lines: grids.length > 0 ? toLines(outside) : lines, height, grids });
      page.cleanup();
    }
    const { pages, furniture } = partFurniture(lined);
    const paragraphs = toText(pages.flatMap(({ lines }, i) => toBlocks(lines, lined[i]?.grids))).split('\n');
    // A page that was printed has the foot of its site.
    const text = paragraphs.filter((line) => !isFoot(line)).join('\n');
    if (!text.trim())
      throw new YuantuError('INPUT', 'holds no text; a scan needs character recognition first');
    return { text, metadata: toMetadata(tellHead(furniture)) };
  } catch (cause) {
    if (cause instanceof YuantuError) throw cause;
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    const reason = locked ? 'is locked by a password' : 'is no readable PDF';
    throw new YuantuError('INPUT', reason, { cause });
  } finally {
    await task.destroy();
  }
}

/** What a newspaper's head says of the page: 云岭日报 2024年6月5日 第03版. */
function tellHead(furniture: readonly string[]): {
  published?: string | undefined;
  outlet?: string | undefined;
} {
  const head = furniture.find((text) => DAY.test(text)) ?? '';
  const [published] = DAY.exec(head) ?? [];
  const [outlet] = /\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|时报|商报)/u.exec(head) ?? [];
  return { published, outlet };
}
