import type { ArticleMetadata } from '../model/article.ts';
import { toMetadata } from './metadata.ts';
import { toRows } from './table.ts';
import { type Decoded, decodeText } from './text.ts';

/** The head of a Markdown file: lines `name: value` between two lines of three dashes. */
const FRONT = /^---[ \t]{0,20}\r?\n([\s\S]{0,8000}?)\r?\n---[ \t]{0,20}(?:\r?\n|$)/u;

/** The line that parts the heads of a table from its rows. */
const DELIMITER =
  /^\s{0,3}\|?\s{0,20}:?-{1,200}:?\s{0,20}(?:\|\s{0,20}:?-{1,200}:?\s{0,20}){1,100}\|?\s{0,20}$/u;

/** Marks of a page, which Markdown may hold. */
const TAG =
  /<\/?(?:p|div|center|span|font|b|i|u|strong|em|sub|sup|a|img|figure|figcaption)(?:\s[^<>]{0,500})?\/?>/giu;

/** What is written to whoever writes the file. */
const COMMENT = /<!--[\s\S]{0,8000}?-->/gu;

/**
 * The text of a Markdown file: without its marks, a line a paragraph, item or row of a table as they are written. What its head tells (title, date
 * or published, outlet or source, author, url) is known of the article.
 *
 * @throws {YuantuError} `INPUT` as `decodeText` does.
 * Source: CommonMark 0.31.2, sections 4 to 6; tables as GitHub Flavored Markdown 0.29, section 4.10
 */
export function readMarkdown(bytes: Uint8Array): Decoded & { readonly metadata: ArticleMetadata } {
  const { text, notes } = decodeText(bytes);
  const front = FRONT.exec(text);
  const body = (front ? text.slice(front[0].length) : text).replace(COMMENT, '');
  const lines = body.split(/\r\n|\r|\n/u);
  const values = new Map<string, string>();
  for (const line of front?.[1]?.split(/\r?\n/u) ?? []) {
    const [, name = '', value = ''] = /^([^:：]{1,40})[:：]\s{0,20}(.{0,4000})$/u.exec(line) ?? [];
    values.set(name.trim().toLowerCase(), value.replace(/^(["'])(.{0,4000})\1\s{0,20}$/u, '$2'));
  }
  const find = (...names: string[]) => names.map((name) => values.get(name)).find(Boolean);
  const heading = lines.find((line) => /^#\s/u.test(line));
  return {
    text: withTables(lines).join('\n').trim(),
    metadata: toMetadata({
      title: find('title', '标题') ?? (heading === undefined ? undefined : toPlain(heading)),
      published: find('published', 'date', '日期'),
      outlet: find('outlet', 'source', '媒体', '来源'),
      author: find('author', '作者'),
      url: find('url', 'link', '链接'),
    }),
    notes,
  };
}

/** The lines without their marks, tables by their rows. */
function withTables(lines: readonly string[]): string[] {
  const plain: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const head = lines[i] ?? '';
    if (!head.includes('|') || !DELIMITER.test(lines[i + 1] ?? '')) {
      plain.push(...[toPlain(head) ?? []].flat());
      i++;
      continue;
    }
    const end = lines.findIndex((line, k) => k > i + 1 && !line.includes('|'));
    const rows = [head, ...lines.slice(i + 2, end < 0 ? lines.length : end)];
    const above = plain.findLast((line) => line.trim() !== '');
    plain.push(...toRows(rows.map(toCells), above));
    i = end < 0 ? lines.length : end;
  }
  return plain;
}

/** The cells between the bars of a row; a bar behind a backslash is text. */
function toCells(row: string): string[] {
  const bare = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return bare.split(/(?<!\\)\|/u).map((cell) => toPlain(cell.trim()) ?? '');
}

/** A line without its marks; a line that is one itself is undefined. */
function toPlain(line: string): string | undefined {
  if (DELIMITER.test(line) || /^\s{0,20}(?:```|~~~|(?:[-*_]\s{0,5}){3,200}$|={1,200}\s{0,20}$)/u.test(line))
    return undefined;
  return line
    .replace(/^\s{0,3}(?:>\s?)+/u, '')
    .replace(/^\s{0,3}#{1,6}\s+/u, '')
    .replace(/\s{1,20}#{1,6}\s{0,20}$/u, '')
    .replace(/^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?/u, '$1')
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/gu, '')
    .replace(/\[([^\]]{1,300})\]\([^)]{0,2000}\)/gu, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{0,500}?\S)\1/gu, '$2')
    .replace(/(?<![A-Za-z\d*])\*(?=[^\s*])([^*\n]{0,500}[^\s*])\*(?!\*)/gu, '$1')
    .replace(/`([^`]{1,500})`/gu, '$1')
    .replace(/<br\s{0,3}\/?>/giu, '\n')
    .replace(TAG, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1');
}
