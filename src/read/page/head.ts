import type { ArticleMetadata } from '../../model/article.ts';
import { toDate } from '../metadata.ts';

/** What a page tells of its article; `published` as it is written. */
export type Told = { readonly [field in keyof ArticleMetadata]?: string | undefined };

/** As much of the DOM as a head is read from. */
export interface HeadElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HeadElement>;
}

/** A page as far as its head is looked for in it. */
export type HeadDocument = Pick<HeadElement, 'querySelectorAll'>;

/** Names of meta tags, first choice first: those of Chinese government sites, then Open Graph and common ones. */
const META = {
  title: ['articletitle', 'og:title', 'twitter:title'],
  published: ['pubdate', 'article:published_time', 'publishdate', 'og:release_date', 'publish_time', 'date'],
  outlet: ['contentsource', 'source'],
  site: ['og:site_name', 'sitename'],
  author: ['author', 'article:author'],
  url: ['og:url'],
};

/** Kinds of thing of schema.org that are articles. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/u;

/** A line above an article is short. */
const LONGEST_LINE = 120;

const STAMP =
  /(?<!\d)((?:19|20)\d{2}\s{0,3}(?:[-/.]\s{0,3}\d{1,2}\s{0,3}[-/.]\s{0,3}\d{1,2}|年\s{0,3}\d{1,2}\s{0,3}月\s{0,3}\d{1,2}\s{0,3}日))(?!\d)/u;
/** What else a line about an article tells: it may follow without room, where the page parts them by its style. */
const FURTHER = '浏览|阅读|点击|访问|字体|字号|作者|编辑|责任编辑|责编|发布|发表|时间|日期|记者|分享|打印';
const OUTLET = new RegExp(
  String.raw`(?:[来來]\s{0,9}源|稿源)\s{0,9}[:：|｜丨]\s{0,9}([\p{Script=Han}A-Za-z0-9·－]{2,20}?)(?=$|[^\p{Script=Han}A-Za-z0-9·－]|${FURTHER})`,
  'u',
);
const AUTHOR =
  /(?:作\s{0,9}者|记者|文)\s{0,9}[:：|｜丨]\s{0,9}([\p{Script=Han}·]{2,8}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})(?=$|[\s|｜])/u;
/** 2023-08-10 09:12 青禾日报: an outlet that stands beside the time without a word for it. */
const PUBLISHER = String.raw`([\p{Script=Han}]{2,10}(?:日报|晚报|早报|时报|晨报|商报|网|社|新闻|周刊|发布|融媒|电视台|融媒体中心|客户端))`;
const BARE_OUTLET = [
  String.raw`\d{1,2}:\d{2}(?::\d{2})?\s{0,9}${PUBLISHER}(?=$|\s)`,
  String.raw`^(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s{0,9}${PUBLISHER}$`,
  String.raw`^${PUBLISHER}\s{1,9}(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}`,
].map((pattern) => new RegExp(pattern, 'u'));

/** As articles of WeChat say when they were published. */
const SCRIPTED =
  /\bvar\s{1,9}(?:ct|oriCreateTime|createTime)\s{0,9}=\s{0,9}["'](1\d{9}|\d{4}-\d{2}-\d{2})(?=["'\s])/u;

/** Names of sites and what publishes, which stand in titles beside that of the article. */
const OF_SITE = /(?:网|网站|门户|政府|委员会|管委会|数字报|电子报|公众平台|客户端|频道)$/u;
const OF_ZONE = /^\p{Script=Han}{2,14}(?:开发区|高新区|经开区|园区|产业园)$/u;
/** 您的位置：首页 > 要闻 */
const ON_THE_WAY = /^(?:您|你)?(?:的|当前|现在|所在)?(?:的?位置)\s{0,9}[:：]|^首页\s{0,9}[>›»]/u;
/** Lines of a site above a title are so many at most. */
const MOST_ABOVE = 8;
/** A headline is so long. */
const [SHORTEST_TITLE, LONGEST_TITLE] = [6, 60];

/** What the meta tags of a page tell. */
export function readMeta(document: HeadDocument): Told & { readonly site?: string | undefined } {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta')) {
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? '').toLowerCase();
    const content = tag.getAttribute('content');
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  const find = (names: readonly string[]): string | undefined =>
    names.map((name) => tags.get(name)).find(Boolean);
  const [canonical] = document.querySelectorAll('link[rel=canonical]');
  return {
    title: find(META.title),
    published: find(META.published),
    outlet: find(META.outlet)?.replace(/^(?:信息|文章|稿件)?来源\s{0,9}[:：]\s{0,9}/u, ''),
    site: find(META.site),
    author: find(META.author),
    url: canonical?.getAttribute('href') ?? find(META.url),
  };
}

/** What a page tells of its article in JSON-LD; what is no JSON, or of another thing, tells nothing. */
export function readJsonLd(document: HeadDocument): Told & { readonly body?: string | undefined } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''));
    if (article === undefined) continue;
    return {
      title: toName(article.headline) ?? toName(article.name),
      published: toName(article.datePublished),
      outlet: toName(article.publisher) ?? toName(article.sourceOrganization),
      author: toName(article.author),
      url: toName(article.url) ?? toName(article.mainEntityOfPage),
      body: typeof article.articleBody === 'string' ? article.articleBody : undefined,
    };
  }
  return {};
}

/** When a page says that it was published, in its first element of a time or in a script: WeChat has it there alone, in seconds. */
export function readTime(document: HeadDocument): string | undefined {
  for (const element of document.querySelectorAll('time[datetime], [itemprop=datePublished][content]')) {
    const told = element.getAttribute('datetime') ?? element.getAttribute('content') ?? '';
    if (toDate(told) !== undefined) return told;
  }
  for (const script of document.querySelectorAll('script:not([src])')) {
    const [, told] = SCRIPTED.exec(script.textContent ?? '') ?? [];
    if (told !== undefined) return told;
  }
  return undefined;
}

/** What the lines above the article tell: date, outlet and author. */
export function readLines(lines: readonly string[]): Told {
  const short = lines.filter((line) => line.length <= LONGEST_LINE);
  const find = (pattern: RegExp): string | undefined =>
    short.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
  const published = short
    .map((line) => STAMP.exec(line)?.[1])
    .find((found) => found !== undefined && toDate(found) !== undefined);
  return { published, outlet: find(OUTLET) ?? BARE_OUTLET.map(find).find(Boolean), author: find(AUTHOR) };
}

/**
 * The headline in a title that tells of its site and section too, before or behind it, as the page shows it: the longest of the lines
 * that stand in it by themselves. A title that no line is in, or that is one, is as it is.
 */
export function findHeadline(title: string, lines: readonly string[]): string | undefined {
  if (lines.includes(title) && !OF_SITE.test(title)) return title;
  const isParted = (line: string): boolean => {
    const [before = '', behind = ''] = title.split(line, 2);
    return /(?:^|[-_|–—>\s丨｜])$/u.test(before) && /^(?:$|[-_|–—<\s丨｜])/u.test(behind);
  };
  return lines
    .filter((line) => line.length > 3 && !OF_SITE.test(line) && title.includes(line) && isParted(line))
    .reduce(
      (best, line) => (line.length > (best?.length ?? 0) ? line : best),
      undefined as string | undefined,
    );
}

/** The line right above the one that says when and where an article was published, where a page's title tells of the site alone. */
export function findAboveDate(title: string, lines: readonly string[]): string | undefined {
  if (title !== '' && !OF_SITE.test(title) && (!OF_ZONE.test(title) || lines.includes(title)))
    return undefined;
  const at = lines.findIndex(
    (line) => line.length <= LONGEST_LINE && (STAMP.test(line) || OUTLET.test(line)),
  );
  const above = lines[at - 1] ?? '';
  const isHeadline =
    above.length >= SHORTEST_TITLE && above.length <= LONGEST_TITLE && !/[。>：:]|位置/u.test(above);
  return isHeadline ? above : undefined;
}

/** The text with its title above it, and without names of the site and the way to the page above that. */
export function beginWithTitle(text: string, title: string): string {
  if (title && !text.slice(0, 200).includes(title)) return `${title}\n${text}`;
  const lines = text.split('\n');
  const at = title === '' ? 0 : lines.slice(0, MOST_ABOVE).indexOf(title);
  return lines.filter((line, i) => i >= at || !(OF_SITE.test(line) || ON_THE_WAY.test(line))).join('\n');
}

type Json = Readonly<Record<string, unknown>>;

/** JSON as pages have it: within a comment or CDATA, with line breaks in its texts, and commas behind the last of a list. */
function parse(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s{0,9}<!(?:--|\[CDATA\[)(?:\*\/)?/u, '')
    .replace(/(?:\/\/|\/\*)?\s{0,9}(?:-->|\]\]>)(?:\*\/)?$/u, '');
  const mended = bare.replace(/[\r\n\t]/gu, ' ').replace(/,\s{0,99}([}\]])/gu, '$1');
  for (const one of [bare, mended])
    try {
      return JSON.parse(one);
    } catch {
      // Tried as it is mended; what is no JSON then tells nothing.
    }
  return undefined;
}

function findArticle(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map(findArticle).find((found) => found !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const thing = value as Json;
  const types = [thing['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return thing;
  return findArticle(thing['@graph'] ?? thing.mainEntity);
}

/** A text, or the name of a thing or of several. */
function toName(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return value.flatMap((one) => toName(one) ?? []).join('、') || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, '@id': id } = value as Json;
  return toName(name) ?? toName(id);
}
