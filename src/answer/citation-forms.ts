import type { Citation, CslItem } from '../contract/citation.ts';
import { hashId } from '../model/id.ts';
import { escapeMarkdown, isWebAddress } from '../model/markdown.ts';
import { known } from './properties.ts';

/** Forms of a citation. A quote stands in each with the place that it has in the article: UTF-16 units, end exclusive. */

/** One line, the article as a newspaper is cited. Source: GB/T 7714-2015 */
export function toText(citation: Citation): string {
  const { quote, article } = citation;
  if (!article) return quote;
  const { author, outlet, published, url } = article;
  const place = [outlet, published].filter(Boolean).join(', ');
  const parts = [author, `${titleOf(citation)}[${url === undefined ? 'N' : 'N/OL'}]`, place, url];
  const cited = parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
  return [quote === '' ? '' : `“${oneLine(quote)}”`, cited, `(${placeOf(citation)})`]
    .filter(Boolean)
    .join(' ');
}

/** A quotation with its source below. */
export function toMarkdown(citation: Citation): string {
  const { quote, article } = citation;
  if (!article) return `> ${escapeMarkdown(quote)}`;
  const title = escapeMarkdown(titleOf(citation));
  const { author, outlet, published, url } = article;
  const named = isWebAddress(url) ? `[${title}](<${url}>)` : title;
  const rest = [author, outlet, published].flatMap((part) => (part ? [escapeMarkdown(part)] : []));
  const source = `> — ${[named, ...rest].join(', ')} (${escapeMarkdown(placeOf(citation))})`;
  return quote === '' ? source : `> ${escapeMarkdown(oneLine(quote))}\n>\n${source}`;
}

/** An item of CSL-JSON. Source: csl-data.json of the Citation Style Language, 1.0.2 */
export function toCsl(citation: Citation): CslItem {
  const { quote, article, span } = citation;
  const [year, month, day] = (article?.published ?? '').split('-').map(Number);
  return known({
    id: keyOf(citation),
    type: article ? ('article-newspaper' as const) : ('dataset' as const),
    title: titleOf(citation),
    'container-title': article?.outlet,
    author: article?.author === undefined ? undefined : [{ literal: article.author }],
    issued: year ? { 'date-parts': [[year, month, day].flatMap((part) => part || [])] } : undefined,
    URL: article?.url,
    language: 'zh-CN',
    note: quote === '' ? undefined : `“${quote}” (${placeOf(citation)})`,
    custom: known({ quote, article: article?.id, start: span?.start, end: span?.end }),
  });
}

/** An entry of BibTeX in UTF-8; `date` is for biblatex, `year` for the rest. */
export function toBibTex(citation: Citation): string {
  const { quote, article } = citation;
  const fields = {
    author: article?.author && `{${escapeTex(article.author)}}`,
    title: `{${escapeTex(titleOf(citation))}}`,
    journal: article?.outlet && escapeTex(article.outlet),
    year: article?.published?.slice(0, 4),
    date: article?.published,
    url: isWebAddress(article?.url) ? article?.url.replace(/[{}\\]/gu, encodeURIComponent) : undefined,
    note: quote === '' ? undefined : escapeTex(`“${oneLine(quote)}” (${placeOf(citation)})`),
    langid: 'chinese',
  };
  const lines = Object.entries(known(fields)).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${article ? 'article' : 'misc'}{${keyOf(citation)},\n${lines.join(',\n')}\n}`;
}

/** Equal citations have equal keys, and none has a sign that BibTeX does not take. */
function keyOf({ quote, article, span }: Citation): string {
  return `yuantu-${hashId(article?.id ?? quote, String(span?.start ?? ''), String(span?.end ?? ''))}`;
}

function titleOf({ quote, article }: Citation): string {
  return article?.title ?? article?.id ?? quote;
}

function placeOf({ article, span }: Citation): string {
  return [article?.id, span && `${span.start}–${span.end}`].filter(Boolean).join(', ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/gu, (sign) => TEX[sign] ?? `\\${sign}`);
}
