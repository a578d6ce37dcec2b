import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ENTITY_TYPES } from '../model/entity.ts';
import { type ErrorCode, YuantuError } from '../model/errors.ts';
import type {
  Division,
  House,
  LexiconEntry,
  ListedFirm,
  ListedZone,
  NationalBody,
  Seeds,
} from '../model/seeds.ts';
import { isFullCompany } from '../names/company.ts';
import { pathInPackage } from '../package.ts';
import { decode } from '../read/text.ts';

const SEEDS = pathInPackage('seeds');

/** One row of a CSV file, with what is needed to complain about it. */
interface Row {
  readonly cells: readonly string[];
  readonly place: string;
}

/**
 * Read and check the knowledge in a seeds directory: divisions, zones, surnames, listed companies, other names of great firms, national bodies and the lists of `words/`.
 *
 * @throws {YuantuError} `SEED`, naming the file and row, when one of them is not what `seeds/README.md` says.
 */
export function loadSeeds(dir: string = SEEDS): Seeds {
  const divisions = toDivisions(readRows(dir, 'divisions.csv', ['code', 'name', 'level', 'parent']));
  const codes = new Set(divisions.map((division) => division.code));
  const zones = readRows(dir, 'zones.csv', ['name', 'aliases', 'level', 'kind', 'place', 'source']);
  return {
    divisions,
    zones: toZones(zones, codes),
    surnames: new Set(toWords(readRows(dir, 'surnames.csv', ['surname', 'source']))),
    companies: new Set(toWords(readRows(dir, 'listed-companies.csv', ['name', 'source']))),
    firms: toFirms(readRows(dir, 'listed-names.csv', ['name', 'full', 'source'])),
    houses: toHouses(readRows(dir, 'firm-aliases.csv', ['name', 'aliases', 'source'])),
    bodies: toBodies(readRows(dir, 'national-bodies.csv', ['name', 'short', 'source'])),
    words: readWords(dir),
    lexicon: [],
  };
}

/**
 * Read the names that a user watches: `name,type,aliases`, the aliases apart by `;`.
 *
 * @throws {YuantuError} `SETTING` when the file is missing or a row is wrong.
 */
export function loadLexicon(file: string): LexiconEntry[] {
  return parseRows(file, file, ['name', 'type', 'aliases'], 'SETTING').map(({ cells, place }) => {
    const [name, listed, aliases] = cells;
    const type = ENTITY_TYPES.find((known) => known === listed);
    if (!name) throw wrong(place, 'the name is empty', 'write a name or take the row out', 'SETTING');
    if (!type) {
      throw wrong(place, `type "${listed}" is none`, `write one of ${ENTITY_TYPES.join(', ')}`, 'SETTING');
    }
    return { name, type, aliases: split(aliases) };
  });
}

function toDivisions(rows: readonly Row[]): Division[] {
  const levels = { province: 0, city: 1, county: 2 };
  const byCode = new Map<string, Division>();
  for (const { cells, place } of rows) {
    const [code = '', name = '', level = '', parent] = cells;
    if (!/^\d{6}$/.test(code))
      throw wrong(place, `code "${code}" is not six digits`, 'write a code of GB/T 2260');
    if (byCode.has(code)) throw wrong(place, `code ${code} stands twice`, 'keep one of the rows');
    if (!name) throw wrong(place, 'the name is empty', 'write the name of the division');
    if (level !== 'province' && level !== 'city' && level !== 'county') {
      throw wrong(place, `level "${level}" is none`, 'write province, city or county');
    }
    byCode.set(code, { code, name, level, ...(parent ? { parent } : {}) });
  }
  for (const { cells, place } of rows) {
    const division = byCode.get(cells[0] ?? '');
    if (!division || (division.level === 'province' && !division.parent)) continue;
    const parent = byCode.get(division.parent ?? '');
    if (!parent || levels[parent.level] >= levels[division.level]) {
      throw wrong(place, `parent "${cells[3]}" is not above a ${division.level}`, 'write the code above');
    }
  }
  return [...byCode.values()];
}

function toZones(rows: readonly Row[], codes: ReadonlySet<string>): ListedZone[] {
  const owner = new Map<string, string>();
  return rows.map(({ cells, place }) => {
    const [name = '', listed, level = '', kind = '', seat = '', source] = cells;
    const aliases = split(listed);
    if (!name || !kind || !source) throw wrong(place, 'name, kind or source is empty', 'fill it in');
    if (!['国家', '省', ''].includes(level))
      throw wrong(place, `level "${level}" is none`, 'write 国家, 省 or nothing');
    if (!codes.has(seat)) {
      throw wrong(place, `place "${seat}" is not in divisions.csv`, 'write the code of the seat');
    }
    for (const form of [name, ...aliases]) {
      const first = owner.get(form);
      if (first) throw wrong(place, `"${form}" already names the zone of ${first}`, 'keep it in one row');
      owner.set(form, place);
    }
    return { name, aliases, kind, place: seat, ...(level ? { level } : {}), origin: place };
  });
}

function toFirms(rows: readonly Row[]): ListedFirm[] {
  const owner = new Map<string, string>();
  return rows.map(({ cells, place }) => {
    const [name = '', full = '', source] = cells;
    if (!name || !source) throw wrong(place, 'name or source is empty', 'fill it in');
    if (full && !isFullCompany(full))
      throw wrong(place, `"${full}" has no legal form`, 'write the full name or nothing');
    for (const form of [name, full].filter(Boolean)) {
      const first = owner.get(form);
      if (first) throw wrong(place, `"${form}" already names the firm of ${first}`, 'keep it in one row');
      owner.set(form, place);
    }
    return { name, ...(full ? { full } : {}) };
  });
}

function toHouses(rows: readonly Row[]): House[] {
  const owner = new Map<string, string>();
  return rows.map(({ cells, place }) => {
    const [name = '', listed, source] = cells;
    const aliases = split(listed);
    if (!name || !source) throw wrong(place, 'name or source is empty', 'fill it in');
    for (const form of [name, ...aliases]) {
      const first = owner.get(form);
      if (first) throw wrong(place, `"${form}" already names the firm of ${first}`, 'keep it in one row');
      owner.set(form, place);
    }
    return { name, aliases };
  });
}

function toBodies(rows: readonly Row[]): NationalBody[] {
  const owner = new Map<string, string>();
  return rows.map(({ cells, place }) => {
    const [name = '', listed, source] = cells;
    const short = split(listed);
    if (!name || !source) throw wrong(place, 'name or source is empty', 'fill it in');
    for (const form of [name, ...short]) {
      const first = owner.get(form);
      if (first) throw wrong(place, `"${form}" already names the body of ${first}`, 'keep it in one row');
      owner.set(form, place);
    }
    return { name, short };
  });
}

/** The words of a list, each once, longest first and else as listed. */
function toWords(rows: readonly Row[]): string[] {
  const words = new Set<string>();
  for (const { cells, place } of rows) {
    const [word = ''] = cells;
    if (!word || /\s/u.test(word))
      throw wrong(place, `"${word}" is not a word`, 'write one word without blanks');
    if (words.has(word)) throw wrong(place, `"${word}" stands twice`, 'keep one of the rows');
    words.add(word);
  }
  return [...words].sort((a, b) => b.length - a.length);
}

function readWords(dir: string): Record<string, readonly string[]> {
  const files = readdirSync(join(dir, 'words')).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(
    files.sort().map((file) => [basename(file, '.csv'), toWords(readRows(dir, `words/${file}`, ['word']))]),
  );
}

const readRows = (dir: string, file: string, columns: readonly string[]): Row[] =>
  parseRows(join(dir, file), `seeds/${file}`, columns, 'SEED');

/** The rows under the header. No cell holds a line break, so that row n stands on line n + 1. */
function parseRows(path: string, label: string, columns: readonly string[], code: ErrorCode): Row[] {
  let lines: string[][];
  try {
    lines = toCells(decode(readFileSync(path)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new YuantuError(code, `${label}: cannot be read: ${reason}`, { cause });
  }
  const [header = [], ...rows] = lines;
  if (header.join() !== columns.join()) {
    throw wrong(`${label}:1`, `the columns are "${header}"`, `begin with the line ${columns}`, code);
  }
  return rows.map((cells, i) => {
    const place = `${label}:${i + 2}`;
    if (cells.length !== columns.length || cells.some((cell) => cell.includes('\n'))) {
      throw wrong(place, `${cells.length} columns, ${columns.length} expected`, `write ${columns}`, code);
    }
    return { cells, place };
  });
}

/** Where nothing is quoted, as in seeds/, splitting is eight times as fast as parsing. */
function toCells(text: string): string[][] {
  if (text.includes('"')) return parse(text, { trim: true, relax_column_count: true });
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => line.split(',').map((cell) => cell.trim()));
}

const split = (cell = ''): string[] => cell.split(';').filter(Boolean);

const wrong = (place: string, got: string, todo: string, code: ErrorCode = 'SEED'): YuantuError =>
  new YuantuError(code, `${place}: ${got}; ${todo}`);
