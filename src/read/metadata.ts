import { parse } from 'csv-parse/sync';
import type { ArticleMetadata } from '../model/article.ts';
import { YuantuError } from '../model/errors.ts';
import { decode } from './text.ts';

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

/** An ISO date, as exact as written: 2024-6-5, 2024年6月, 2024/06/05 08:30. What is no date is undefined. */
export function toDate(value = ''): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?!\d)/u.exec(value.trim()) ?? [];
  if (!year) return undefined;
  if (!month) return year;
  const date = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

/**
 * What an `articles.csv` tells of the files beside it, by path relative to its folder. Its columns may stand in any order;
 * only `file` must be there.
 *
 * @throws {YuantuError} `INPUT` when it is not such a table.
 */
export function readTable(bytes: Uint8Array): Map<string, ArticleMetadata> {
  let rows: Record<string, string>[];
  try {
    rows = parse(decode(bytes), {
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
  return new Map(rows.map((row) => [(row.file ?? '').replaceAll('\\', '/'), toMetadata(row)]));
}
