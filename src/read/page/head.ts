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
const OUTLET = /(?:来源|來源|稿源|信息来源|文章来源)\s{0,9}[:：]\s{0,9}([\p{Script=Han}A-Za-z0-9·]{2,20})/u;
const AUTHOR =
  /(?:作者|记者|文)\s{0,9}[:：]\s{0,9}([\p{Script=Han}·]{2,8}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})(?=$|[\s|｜])/u;
/** 2023-08-10 09:12 青禾日报: an outlet that stands behind the time without a word for it. */
const BARE_OUTLET =
  /\d{1,2}:\d{2}(?::\d{2})?\s{1,9}([\p{Script=Han}]{2,10}(?:日报|晚报|早报|时报|晨报|网|社|新闻|周刊|发布|融媒))(?=$|\s)/u;

/** As articles of WeChat say when they were published. */
const SCRIPTED = /\bvar\s{1,9}(?:ct|oriCreateTime)\s{0,9}=\s{0,9}["'](1\d{9})["']/u;

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
    outlet: find(META.outlet),
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
  return { published, outlet: find(OUTLET) ?? find(BARE_OUTLET), author: find(AUTHOR) };
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
