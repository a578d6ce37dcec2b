import type { ArticleMetadata } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';
import { toDate, toMetadata } from './metadata.ts';
import { BODIES, cutFurniture, findNotice, isShell } from './page/furniture.ts';
import {
  beginWithTitle,
  findAboveDate,
  findHeadline,
  readJsonLd,
  readLines,
  readMeta,
  readTime,
} from './page/head.ts';
import { type PageNode, readNamedRows, readRows } from './page/table.ts';
import { decodeText } from './text.ts';

/** Elements that begin a new line, and those whose text no one reads. */
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;
const UNREAD = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|IFRAME|SELECT|BUTTON|SVG|DEL|S|STRIKE)$/i;

/** Below this many characters the article was probably not found, and the whole page is taken. */
const SHORTEST = 60;

/** Lines above an article that tell of it, and characters that a paragraph has and such a line has not. */
const MOST_LINES = 12;
const FIRST_PARAGRAPH = 40;

/**
 * The article of a saved page: its title, then its paragraphs, a line each; what stands around it is left out.
 *
 * @throws {YuantuError} `INPUT` when the page is binary, in no encoding that we read, its elements are too deep in each other, or a script has
 * yet to fetch its text.
 */
export async function readHtml(
  bytes: Uint8Array,
  { depth }: Pick<ReadLimits, 'depth'> = READ_LIMITS,
): Promise<{ text: string; metadata: ArticleMetadata; notes: readonly string[] }> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  const { text: source, notes } = decodeText(bytes, declaredIn(bytes));
  const { document } = parseHTML(/<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`);

  if (isDeeper(document.body, depth))
    throw new YuantuError('INPUT', `its elements are more than ${depth} deep in each other`);

  const meta = readMeta(document);
  const linked = readJsonLd(document);
  const shown = readTime(document);
  showDrafts(document);
  if (linked.body === undefined && isShell(toText(document.body)))
    throw new YuantuError(
      'INPUT',
      'holds no article: a script fetches it (正在加载); save the page once it is there',
    );
  cutFurniture(document.body);
  setOutTables(document.body);
  const page = toText(document.body);
  const notice = linked.body === undefined ? findNotice(page) : undefined;
  if (notice !== undefined)
    throw new YuantuError('INPUT', `holds no article: in its place the site says "${notice}"`);
  const [first] = document.querySelectorAll('h1');
  const heading = first ? oneLine(toText(first)) : '';
  const account = oneLine(document.querySelector('#js_name')?.textContent);
  const main =
    [...document.querySelectorAll(BODIES)].map(toText).find((text) => text.length >= SHORTEST / 2) ?? '';
  // Readability takes the document apart, so that it comes last.
  const article = new Readability<PageNode>(document, {
    serializer: (node) => node as unknown as PageNode,
  }).parse();
  const found = article?.content ? toText(article.content) : '';
  const body = main.length * 2 >= found.length ? main : found;
  // A piece of a page has nothing around it.
  const isWhole = /<(?:html|body|head)[\s>]/iu.test(source);
  const read = isWhole && body.length >= Math.min(SHORTEST, page.length) ? body : page;
  const linkedBody = linked.body?.replace(/\n/gu, '<br>');
  const draft =
    linkedBody === undefined
      ? read
      : toText(parseHTML(`<html><body>${linkedBody}</body></html>`).document.body);
  const text = read.length >= SHORTEST ? read : draft;

  const above = linesAbove(page, text);
  const lines = readLines(above);
  const named = oneLine(meta.title ?? document.title);
  const told = findHeadline(named, [heading, ...above, ...text.split('\n', MOST_LINES)]);
  const given = told ?? oneLine(meta.title ?? (heading || (linked.title ?? article?.title)));
  const title = findAboveDate(given, above) ?? given;
  const dated = [meta.published, linked.published, shown].find((date) => toDate(date) !== undefined);
  return {
    text: beginWithTitle(text, title),
    metadata: toMetadata({
      title,
      published: dated ?? lines.published,
      outlet: meta.outlet ?? linked.outlet ?? lines.outlet ?? (account || meta.site),
      author: meta.author ?? linked.author ?? lines.author,
      url: meta.url ?? linked.url,
    }),
    notes,
  };
}

/** Some pages carry their article in a field, and a script shows it from there. */
function showDrafts(document: {
  querySelectorAll(selector: string): Iterable<{ textContent: string | null; outerHTML: string }>;
}): void {
  for (const field of document.querySelectorAll('textarea')) {
    const draft = field.textContent ?? '';
    if (draft.length >= SHORTEST && /<(?:p|br|div)[\s>/]/iu.test(draft))
      field.outerHTML = `<div>${draft}</div>`;
  }
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** As much of the DOM as a table is set out in. */
interface Table extends PageNode {
  readonly previousElementSibling: Table | null;
  readonly parentElement: Table | null;
  outerHTML: string;
}

/** A table that names what it tells stands as the lines of its rows, which are text as others are: old pages are set in tables. */
function setOutTables(body: { querySelectorAll(selector: string): Iterable<Table> }): void {
  for (const table of body.querySelectorAll('table')) {
    const rows = readNamedRows(table, lineAbove(table));
    const toSource = (row: string) => row.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (rows !== undefined) table.outerHTML = rows.map((row) => `<p>${toSource(row)}</p>`).join('');
  }
}

/** The last line before an element; empty where it is the first. */
function lineAbove(element: Table): string {
  for (let outer: Table | null = element; outer !== null; outer = outer.parentElement)
    for (let before = outer.previousElementSibling; before !== null; before = before.previousElementSibling) {
      const last = toText(before).split('\n').at(-1);
      if (last) return last;
    }
  return '';
}

/** The lines of a page above the first paragraph of its article; where that is not found, its first ones. */
function linesAbove(page: string, text: string): string[] {
  const lines = page.split('\n');
  const first = text.split('\n').find((line) => line.length >= FIRST_PARAGRAPH);
  const at = first === undefined ? -1 : lines.indexOf(first);
  return lines.slice(0, at < 0 ? MOST_LINES : at);
}

/** The character set that a page declares in its beginning; empty where it declares none. */
function declaredIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/iu.exec(head)?.[1] ?? '';
}

/** Whether there are nodes more than so many levels below. */
function isDeeper(root: PageNode, most: number): boolean {
  let level = [root];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((node) => [...node.childNodes]);
    if (level.length === 0) return false;
  }
  return true;
}

/** The text that a reader sees: one line a block or a row of a table, white space as the browser shows it, no empty lines. */
function toText(root: PageNode): string {
  const parts: string[] = [];
  const walk = (node: PageNode): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
    if (node.nodeType !== 1 || UNREAD.test(node.nodeName)) return;
    const block = BLOCK.test(node.nodeName.toUpperCase());
    if (block) parts.push('\n');
    const rows = /^TABLE$/iu.test(node.nodeName)
      ? readRows(
          node,
          parts.findLast((part) => part.trim() !== ''),
        )
      : undefined;
    if (rows !== undefined) parts.push(rows.join('\n'));
    else for (const child of node.childNodes) walk(child);
    if (block) parts.push('\n');
  };
  walk(root);
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
