import { DIGEST_KINDS, type DigestAnswer, type DigestRow } from '../contract/digest.ts';
import { escapeXml } from '../exchange/xml/write.ts';
import { escapeMarkdown, isWebAddress } from '../model/markdown.ts';
import { STATUSES } from '../model/schema.ts';
import type { Words } from './words.ts';

/** What is new as a page: a heading over rows of a kind, each with its sentence and where that was read. */
interface Page {
  readonly title: string;
  readonly note: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly head: string; readonly quote: string; readonly source: Source }[];
  }[];
}

/** `url` is one that a page may lead to. */
interface Source {
  readonly text: string;
  readonly url: string | undefined;
}

/** What is new in Markdown, to be mailed or kept. */
export function toMarkdown(digest: DigestAnswer, words: Words): string {
  const { title, note, sections } = toPage(digest, words);
  const lines = [`# ${escapeMarkdown(title)}`, '', escapeMarkdown(note)];
  for (const { heading, rows } of sections) {
    lines.push('', `## ${escapeMarkdown(heading)}`);
    for (const { head, quote, source } of rows) {
      const text = escapeMarkdown(source.text);
      const place = source.url === undefined ? text : `[${text}](<${source.url}>)`;
      lines.push('', `- **${escapeMarkdown(head)}**`, `  > ${escapeMarkdown(quote)}`, '', `  ${place}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What is new as one HTML file that needs no other. */
export function toHtml(digest: DigestAnswer, words: Words): string {
  const { title, note, sections } = toPage(digest, words);
  const row = ({ head, quote, source }: Page['sections'][number]['rows'][number]) => {
    const text = escapeXml(source.text);
    const place = source.url === undefined ? text : `<a href="${escapeXml(source.url)}">${text}</a>`;
    return `<li><p><strong>${escapeXml(head)}</strong></p><blockquote>${escapeXml(quote)}</blockquote><p>${place}</p></li>`;
  };
  const section = ({ heading, rows }: Page['sections'][number]) =>
    `<h2>${escapeXml(heading)}</h2>\n<ul>\n${rows.map(row).join('\n')}\n</ul>\n`;
  return `<!doctype html>
<html lang="${words.language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(note)}</p>
${sections.map(section).join('')}</html>
`;
}

function toPage({ since, until, rows, undated }: DigestAnswer, words: Words): Page {
  return {
    title: words.digest(since, until),
    note: rows.length === 0 ? `${words.say('nothingNew')} ${words.undated(undated)}` : words.undated(undated),
    sections: DIGEST_KINDS.flatMap((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      if (own.length === 0) return [];
      const heading = `${words.say(`new-${kind}`)} (${own.length})`;
      return [{ heading, rows: own.map((row) => toRow(row, words)) }];
    }),
  };
}

function toRow(row: DigestRow, words: Words): Page['sections'][number]['rows'][number] {
  const { title, id, outlet, published, url } = row.article;
  return {
    head: headOf(row, words),
    quote: row.quote.replace(/\s+/gu, ' ').trim(),
    source: {
      text: [title ?? id, outlet, published].filter(Boolean).join(' · '),
      url: isWebAddress(url) ? url : undefined,
    },
  };
}

function headOf(row: DigestRow, words: Words): string {
  const { kind, about, name = '', now, before, period, unit, type = '', direction, other, title } = row;
  if (kind === 'thing') return `${about.name} (${words.type(about.type)})`;
  if (kind === 'relation') {
    const [from, to] = direction === 'in' ? [other?.name, about.name] : [about.name, other?.name];
    return [from, words.type(type), to, title].filter(Boolean).join(' ');
  }
  if (kind === 'article') return about.name;
  const value = (stated: DigestRow['now']) => sayValue(name, stated, unit, words);
  const said = before === undefined ? value(now) : `${value(before)} → ${value(now)}`;
  return [about.name, words.property(name), period, said].filter(Boolean).join(' ');
}

/** A value with its unit: sums in 亿 or 万 where people count so, states by their names. */
function sayValue(name: string, value: DigestRow['now'], unit: string | undefined, words: Words): string {
  const isZh = words.language === 'zh';
  if (typeof value === 'string')
    return (
      (STATUSES as Readonly<Record<string, { zh: string; en: string }>>)[value]?.[words.language] ?? value
    );
  const digits = (number = 0) => number.toLocaleString('en', { maximumFractionDigits: 2 });
  const own = unit ?? (name === 'investment' ? 'yuan' : '');
  if (own !== 'yuan') return `${digits(value)} ${own}`.trim();
  if (!isZh || value === undefined) return `${digits(value)} yuan`;
  return value >= 1e8
    ? `${digits(value / 1e8)}亿元`
    : value >= 1e4
      ? `${digits(value / 1e4)}万元`
      : `${digits(value)}元`;
}
