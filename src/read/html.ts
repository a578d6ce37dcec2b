import type { ArticleMetadata } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../model/read-limits.ts';
import { toMetadata } from './metadata.ts';
import { decodeText } from './text.ts';

/** Names of meta tags, first choice first: those of Chinese government sites, then Open Graph and common ones. */
const META = {
  title: ['articletitle', 'og:title', 'twitter:title'],
  published: ['pubdate', 'article:published_time', 'publishdate', 'og:release_date', 'publish_time', 'date'],
  outlet: ['contentsource', 'source', 'og:site_name', 'sitename'],
  author: ['author', 'article:author'],
  url: ['og:url'],
};

/** Elements that begin a new line, and those whose text no one reads. */
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;
const UNREAD = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|IFRAME|SELECT|BUTTON|SVG)$/i;

/** Below this many characters the article was probably not found, and the whole page is taken. */
const SHORTEST = 60;

/** As much of the DOM as is used here. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/**
 * The article of a saved page: its title, then its paragraphs, a line each; what stands around it is left out.
 *
 * @throws {YuantuError} `INPUT` when the page is binary, in no encoding that we read, or its elements are too deep in each other.
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

  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta')) {
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? '').toLowerCase();
    const content = tag.getAttribute('content');
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  const find = (names: readonly string[]): string | undefined =>
    names.map((name) => tags.get(name)).find(Boolean);
  const url = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? find(META.url);

  const page = toText(document.body);
  // Readability takes the document apart, so that it comes last.
  const article = new Readability<PageNode>(document, {
    serializer: (node) => node as unknown as PageNode,
  }).parse();
  const body = article?.content ? toText(article.content) : '';
  const title = (find(META.title) ?? article?.title ?? '').replace(/\s+/gu, ' ').trim();
  const text = body.length >= Math.min(SHORTEST, page.length) ? body : page;
  return {
    text: title && !text.slice(0, 200).includes(title) ? `${title}\n${text}` : text,
    metadata: toMetadata({
      title,
      published: find(META.published),
      outlet: find(META.outlet),
      author: find(META.author),
      url,
    }),
    notes,
  };
}

/** The character set that a page declares in its beginning; empty where it declares none. */
function declaredIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? '';
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

/** The text that a reader sees: one line a block, white space as the browser shows it, no empty lines. */
function toText(root: PageNode): string {
  const parts: string[] = [];
  const walk = (node: PageNode): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
    if (node.nodeType !== 1 || UNREAD.test(node.nodeName)) return;
    const block = BLOCK.test(node.nodeName.toUpperCase());
    if (block) parts.push('\n');
    for (const child of node.childNodes) walk(child);
    if (block) parts.push('\n');
  };
  walk(root);
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
