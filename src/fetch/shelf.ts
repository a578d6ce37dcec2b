import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { writeTogether } from '../files/write.ts';
import { CSV_MARK, toCsvRow } from '../model/csv.ts';
import { hashId } from '../model/id.ts';
import { decodeText } from '../read/text.ts';

/** What is kept of an address that was fetched, so that it can be asked whether it has changed. */
const Kept = z.object({
  file: z.string(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  hash: z.string(),
});
export type Kept = z.infer<typeof Kept>;

const Memory = z.record(z.string(), Kept);

/** Hidden, so that a build passes it over. */
const MEMORY = '.fetched.json';
const TABLE = 'articles.csv';
const COLUMNS = ['file', 'title', 'published', 'outlet', 'author', 'url'];

/** A row of `articles.csv`, by column; columns of other people's stay. */
export type Row = Record<string, string>;

/** A folder of pages, with its `articles.csv` and what is known of where they came from. */
export class Shelf {
  private readonly folder: string;
  private readonly memory: Record<string, Kept>;
  private readonly columns: string[];
  private readonly rows: Row[];
  private readonly mark: string;

  private constructor(folder: string, memory: Record<string, Kept>, table: Buffer | undefined) {
    this.folder = folder;
    this.memory = memory;
    const text = table === undefined ? '' : decodeText(table).text;
    this.mark = table?.toString('utf8').startsWith(CSV_MARK) ? CSV_MARK : '';
    const options = { columns: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const;
    this.rows = parse(text, options) as Row[];
    const known = Object.keys(this.rows[0] ?? {});
    this.columns = [...known, ...COLUMNS.filter((column) => !known.includes(column))];
  }

  static async open(folder: string): Promise<Shelf> {
    const [memory, table] = [join(folder, MEMORY), join(folder, TABLE)];
    const known = existsSync(memory)
      ? Memory.safeParse(JSON.parse(await readFile(memory, 'utf8')))
      : undefined;
    return new Shelf(folder, known?.data ?? {}, existsSync(table) ? await readFile(table) : undefined);
  }

  /** What is known of a page; undefined also when its file is gone. */
  find(url: string): Kept | undefined {
    const kept = this.memory[url];
    return kept !== undefined && existsSync(join(this.folder, kept.file)) ? kept : undefined;
  }

  /** Puts a page into the folder, its row into the table, and all of it onto the disk together. What people wrote in its row stays. */
  async put(url: string, kept: Kept, body: Buffer, row: Row): Promise<void> {
    const before = this.rows.find(({ file }) => file === kept.file);
    if (before === undefined) this.rows.push({ ...row, file: kept.file });
    else for (const [column, value] of Object.entries(row)) before[column] ||= value;
    this.memory[url] = kept;
    const lines = [this.columns, ...this.rows.map((one) => this.columns.map((column) => one[column] ?? ''))];
    await writeTogether([
      { file: join(this.folder, kept.file), pieces: [body] },
      { file: join(this.folder, TABLE), pieces: [this.mark, ...lines.map(toCsvRow)] },
      { file: join(this.folder, MEMORY), pieces: [`${JSON.stringify(this.memory, null, 1)}\n`] },
    ]);
  }
}

/** A name that tells where a page is from, in letters that every system takes: `news.example.cn-2024-05-a1b2c3d4.html`. */
export function fileNameFor(url: URL, extension: string): string {
  const plain = decodeURIComponent(`${url.host}${url.pathname}`.replace(/%(?![\da-f]{2})/giu, '_'))
    .replace(/\.\w{1,5}$/u, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/gu, '')
    .slice(0, 80);
  return `${plain}-${hashId(url.href).slice(0, 8)}${extension}`;
}
