import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../../src/model/errors.ts';
import type { Parameters, QueryValue } from '../../src/store/store.ts';

/** Rows, or the code of an error. */
export type Outcome = { readonly rows: readonly string[] } | { readonly error: ErrorCode };

/** A statement and what it must give, as `queries/GROUP.cypher` has it. */
export interface Case {
  readonly group: string;
  readonly statement: string;
  readonly parameters: Parameters;
  readonly expected: Outcome;
  /** What the embedded store gives where it differs, and how that is said, in English and Chinese. */
  readonly embedded?: Outcome;
  readonly says?: readonly [string, string];
  /** What it shows that the embedded store is asked in other words, in English and Chinese. */
  readonly put?: readonly [string, string];
  /** A statement that gives what is expected on both stores. */
  readonly instead?: string;
  /** For a write: what is asked afterwards, and what that gives. */
  readonly after?: { readonly statement: string; readonly expected: Outcome };
}

const FOLDER = fileURLToPath(new URL('queries/', import.meta.url));

/** All cases, by the names of their files and in their order there. */
export const cases: readonly Case[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) =>
    readFileSync(FOLDER + file, 'utf8')
      .trim()
      .split(/\n\n+/)
      .map((block) => toCase(file.replace('.cypher', ''), block.split('\n'))),
  );

/** What a store answered, in the words of a case: rows sorted unless the statement gives them an order. */
export function toRows(statement: string, rows: readonly (readonly QueryValue[])[]): string[] {
  const lines = rows.map((row) => JSON.stringify(row));
  return isOrdered(statement) ? lines : lines.sort();
}

function isOrdered(statement: string): boolean {
  let outside = statement;
  for (let inside = ''; inside !== outside; ) {
    inside = outside;
    outside = inside.replace(/\{[^{}]*\}/g, '');
  }
  return outside.includes('ORDER BY');
}

function toCase(group: string, lines: readonly string[]): Case {
  const statement = lines.filter((line) => !line.startsWith('// ')).join('\n');
  const notes = lines.filter((line) => line.startsWith('// ')).map((line) => line.slice(3));
  const text = (name: string): string | undefined =>
    notes.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const then = notes.findIndex((line) => line.startsWith('then: '));
  const [before, after] = then < 0 ? [notes, []] : [notes.slice(0, then), notes.slice(then)];
  const [says, put, instead, second] = [text('says'), text('put'), text('instead'), text('then')];
  const embedded = toOutcome(statement, before, 'embedded ');
  const expected = toOutcome(statement, before, '');
  if (expected === undefined) throw new Error(`${group}: ${statement}: no line says what it gives`);
  return {
    group,
    statement,
    parameters: JSON.parse(text('parameters') ?? '{}') as Parameters,
    expected,
    ...(embedded === undefined ? {} : { embedded }),
    ...(says === undefined ? {} : { says: says.split(' · ') as [string, string] }),
    ...(put === undefined ? {} : { put: put.split(' · ') as [string, string] }),
    ...(instead === undefined ? {} : { instead }),
    ...(second === undefined
      ? {}
      : { after: { statement: second, expected: toOutcome(second, after, '') ?? { rows: [] } } }),
  };
}

/** Lines such as `= [1]`, `= nothing` and `! QUERY`. */
function toOutcome(statement: string, notes: readonly string[], prefix: string): Outcome | undefined {
  const error = notes.find((line) => line.startsWith(`${prefix}! `));
  if (error !== undefined) return { error: error.slice(prefix.length + 2) as ErrorCode };
  const given = notes
    .filter((line) => line.startsWith(`${prefix}= `))
    .map((line) => line.slice(prefix.length + 2));
  if (given.length === 0) return undefined;
  const rows = given.filter((line) => line !== 'nothing').map((line) => JSON.parse(line) as QueryValue[]);
  return { rows: toRows(statement, rows) };
}
