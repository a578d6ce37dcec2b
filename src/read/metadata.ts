import type { ArticleMetadata } from '../model/article.ts';
import { toIsoDate } from '../model/day.ts';
import { YuantuError } from '../model/errors.ts';
import { parseCsv } from './csv.ts';
import { findFields } from './fields.ts';
import { decodeText } from './text.ts';

const FIELDS = ['title', 'published', 'outlet', 'author', 'url'] as const;

/** What is known of an article, from the named values; blank ones and dates that are none are left out. */
export function toMetadata(
  values: { readonly [field in (typeof FIELDS)[number]]?: string | undefined },
): ArticleMetadata {
  const metadata: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const value = values[field]?.replace(/\s+/gu, ' ').trim();
    const kept = field === 'published' ? toDate(value) : value;
    if (kept) metadata[field] = kept;
  }
  return metadata;
}

/** Digits of years in Chinese numerals, and months of the West by how they begin. */
const NUMERALS = '〇一二三四五六七八九';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The difference of China's clocks, by which moments are told as days, in milliseconds. */
const EAST = 8 * 3_600_000;

/**
 * An ISO date, as exact as written: 2024-6-5, 2024年6月, 2024/06/05 08:30, 20240605, 二〇二四年六月五日, 5 Jun 2024, June 5, 2024, or a moment in
 * seconds or milliseconds since 1970, which is a day in China. What is no date, or a day that does not exist, is undefined.
 */
export function toDate(value = ''): string | undefined {
  const written = value.normalize('NFKC').trim();
  const [, moment] = /^(1\d{9})(?:\d{3})?$/u.exec(written) ?? [];
  if (moment !== undefined) return new Date(Number(moment) * 1000 + EAST).toISOString().slice(0, 10);
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(written) ??
    /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?(?!\d)/u.exec(written) ??
    readNumerals(written) ??
    readWestern(written) ??
    [];
  const number = (part: string | undefined) => (part ? Number(part) : undefined);
  return year ? toIsoDate(Number(year), number(month), number(day)) : undefined;
}

type Parts = readonly (string | undefined)[];

/** 二〇二四年六月五日; 十二 is 12, 二十八 28. */
function readNumerals(written: string): Parts | undefined {
  const [, year, month, day] =
    /^([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?/u.exec(
      written,
    ) ?? [];
  if (year === undefined) return undefined;
  const figures = (part: string) =>
    [...part.replace(/[○零]/gu, '〇')].map((digit) => NUMERALS.indexOf(digit)).join('');
  const small = (part: string | undefined) =>
    part?.includes('十')
      ? figures(part.replace(/^十/u, '一十').replace(/十$/u, '十〇').replace('十', ''))
      : part && figures(part);
  return [year, figures(year), small(month), small(day)];
}

/** Wed, 05 Jun 2024 09:30:00 GMT; June 5, 2024. */
function readWestern(written: string): Parts | undefined {
  const toMonth = (name: string) => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  const [, day, name = '', year] =
    /(?<!\d)(\d{1,2})\s([A-Za-z]{3,9})\.?,?\s(\d{4})(?!\d)/u.exec(written) ?? [];
  if (year !== undefined) return ['', year, toMonth(name), day];
  const [, first = '', second, third] =
    /^([A-Za-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})(?!\d)/u.exec(written) ?? [];
  return third === undefined ? undefined : ['', third, toMonth(first), second];
}

/** That a date of publication was not understood, for whoever wrote it; undefined where it was, or there is none. */
export function unreadDate(value = ''): string | undefined {
  const written = value.trim();
  return written === '' || toDate(written) !== undefined
    ? undefined
    : `published "${written.slice(0, 40)}" is no date and is left out`;
}

/** The head of the column that names the file. */
const FILE = /^(?:file|filename|文件|文件名|文件名称)$/iu;

/** A row of an `articles.csv`: its number, the heads being 1, what it tells of a file, and what of it was not understood. */
export interface TableRow {
  readonly row: number;
  readonly metadata: ArticleMetadata;
  readonly note?: string;
}

/**
 * What an `articles.csv` tells of the files beside it, by path relative to its folder. Its columns may stand in any order;
 * only `file` (文件) must be there; the others may have the names of a table of articles. Of two rows for one file the last is believed.
 *
 * @throws {YuantuError} `INPUT` when it is not such a table.
 */
export function readTable(bytes: Uint8Array): Map<string, TableRow> {
  const isHead = (cells: readonly string[]) => cells.some((cell) => FILE.test(cell.trim()));
  const [heads = [], ...rows] = parseCsv(decodeText(bytes).text, isHead).filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  );
  if (rows.length > 0 && !isHead(heads))
    throw new YuantuError('INPUT', `has no column "file"; begin with file,${FIELDS}`);
  const columns = findFields(heads);
  const file = heads.findIndex((head) => FILE.test(head.trim()));
  return new Map(
    rows.map((row, i) => {
      const values = Object.fromEntries(FIELDS.map((field) => [field, row[columns[field] ?? -1]]));
      const note = unreadDate(values.published);
      const told: TableRow = {
        row: i + 2,
        metadata: toMetadata(values),
        ...(note === undefined ? {} : { note }),
      };
      return [(row[file] ?? '').trim().replaceAll('\\', '/'), told];
    }),
  );
}
