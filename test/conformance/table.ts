import { rewrite } from '../../src/store/grafeo/dialect/rewrite.ts';
import { type Case, cases } from './cases.ts';

const REFUSED = ['refused', '拒绝'] as const;

/** In English (0) or Chinese (1). */
type Language = 0 | 1;

const DIFFERENT_HEAD = [
  ['what', 'for example', 'answer of the embedded store', 'write instead'],
  ['内容', '例', '内嵌图库的回答', '改写为'],
] as const;

const PUT_HEAD = [
  ['what', 'you write', 'Grafeo is asked'],
  ['内容', '您写', 'Grafeo 得到'],
] as const;

/** The cases in which the embedded store differs. */
function differences(language: Language): string {
  const rows = cases
    .filter(({ says }) => says !== undefined)
    .map(({ says, statement, embedded, instead }) => {
      const answer =
        embedded === undefined || 'error' in embedded
          ? REFUSED[language]
          : embedded.rows.length === 0
            ? ['no rows', '无行'][language]
            : cell(embedded.rows.join(' '));
      return [
        says?.[language] ?? '',
        cell(statement),
        answer ?? '',
        instead === undefined ? '' : cell(instead),
      ];
    })
    .sort((a, b) => Number(a[2] !== REFUSED[language]) - Number(b[2] !== REFUSED[language]));
  return toTable(DIFFERENT_HEAD[language], rows);
}

/** The cases that are said to be put in other words, and those words. */
function rewritings(language: Language): string {
  const rows = cases
    .filter((one): one is Case & { put: readonly [string, string] } => one.put !== undefined)
    .map(({ put, statement, parameters }) => [
      put[language],
      cell(statement),
      cell(rewrite(statement, parameters)),
    ]);
  return toTable(PUT_HEAD[language], rows);
}

function cell(text: string): string {
  const mark = text.includes('`') ? '``' : '`';
  const blank = text.endsWith('`') ? ' ' : '';
  return `${mark}${blank}${text.replaceAll('|', '\\|')}${blank}${mark}`;
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const TABLES = [
  ['<!-- put right, made by test/conformance -->', rewritings],
  ['<!-- made by test/conformance -->', differences],
] as const;
const END = '<!-- end -->';

/** A document with the tables put between their marks. */
export function withTables(document: string, language: Language): string {
  return TABLES.reduce((text, [mark, table]) => {
    const from = text.indexOf(mark);
    const to = text.indexOf(END, from);
    if (from < 0 || to < 0) throw new Error(`expected ${mark} … ${END} in the document`);
    return `${text.slice(0, from)}${mark}\n${table(language)}\n${text.slice(to)}`;
  }, document);
}
