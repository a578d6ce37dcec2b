import { parse } from 'csv-parse/sync';
import type { ArticleMetadata } from '../model/article.ts';
import { toIsoDate } from '../model/day.ts';
import { YuantuError } from '../model/errors.ts';
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

/**
 * An ISO date, as exact as written: 2024-6-5, 2024年6月, 2024/06/05 08:30, 20240605. What is no date, or a day that does not exist,
 * is undefined.
 */
export function toDate(value = ''): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?!\d)/u.exec(value.trim()) ??
    /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?(?!\d)/u.exec(value.trim()) ??
    [];
  const number = (part: string | undefined) => (part ? Number(part) : undefined);
  return year ? toIsoDate(Number(year), number(month), number(day)) : undefined;
}

/** That a date of publication was not understood, for whoever wrote it; undefined where it was, or there is none. */
export function unreadDate(value = ''): string | undefined {
  const written = value.trim();
  return written === '' || toDate(written) !== undefined
    ? undefined
    : `published "${written.slice(0, 40)}" is no date and is left out`;
}

/** A row of an `articles.csv`: its number, the heads being 1, what it tells of a file, and what of it was not understood. */
export interface TableRow {
  readonly row: number;
  readonly metadata: ArticleMetadata;
  readonly note?: string;
}

/**
 * What an `articles.csv` tells of the files beside it, by path relative to its folder. Its columns may stand in any order;
 * only `file` must be there. Of two rows for one file the last is believed.
 *
 * @throws {YuantuError} `INPUT` when it is not such a table.
 */
export function readTable(bytes: Uint8Array): Map<string, TableRow> {
  let rows: Record<string, string>[];
  try {
    rows = parse(decodeText(bytes).text, {
      columns: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new YuantuError('INPUT', `is no CSV table: ${reason}`, { cause });
  }
  if (rows[0] && !('file' in rows[0])) {
    throw new YuantuError('INPUT', `has no column "file"; begin with file,${FIELDS}`);
  }
  return new Map(
    rows.map((row, i) => {
      const note = unreadDate(row.published);
      const told: TableRow = {
        row: i + 2,
        metadata: toMetadata(row),
        ...(note === undefined ? {} : { note }),
      };
      return [(row.file ?? '').replaceAll('\\', '/'), told];
    }),
  );
}
