import { cases } from './cases.ts';

const HEAD = [
  ['what', 'for example', 'answer of the embedded store', 'write instead'],
  ['内容', '例', '嵌入式图库的回答', '改写为'],
] as const;

const REFUSED = ['refused', '拒绝'] as const;

/** The cases in which the embedded store differs, as a table in English (0) or Chinese (1). */
export function differences(language: 0 | 1): string {
  const cell = (text: string) => {
    const mark = text.includes('`') ? '``' : '`';
    const blank = text.endsWith('`') ? ' ' : '';
    return `${mark}${blank}${text.replaceAll('|', '\\|')}${blank}${mark}`;
  };
  const rows = cases
    .filter(({ says }) => says !== undefined)
    .map(({ says, statement, embedded, instead }) => {
      const answer =
        embedded === undefined || 'error' in embedded
          ? REFUSED[language]
          : embedded.rows.length === 0
            ? ['no rows', '无行'][language]
            : cell(embedded.rows.join(' '));
      return [says?.[language] ?? '', cell(statement), answer, instead === undefined ? '' : cell(instead)];
    })
    .sort((a, b) => Number(a[2] !== REFUSED[language]) - Number(b[2] !== REFUSED[language]));
  return [HEAD[language], HEAD[language].map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const START = '<!-- made by test/conformance -->';
const END = '<!-- end -->';

/** A document with the table put between its marks. */
export function withDifferences(document: string, language: 0 | 1): string {
  const [from, to] = [document.indexOf(START), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`expected ${START} … ${END} in the document`);
  return `${document.slice(0, from)}${START}\n${differences(language)}\n${document.slice(to)}`;
}
