import { YuantuError } from '../model/errors.ts';

/** `line 1, column 8` of the unit at `offset` of a statement; both count from 1. */
export function placeOf(statement: string, offset: number): string {
  const before = statement.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}

/** What is wrong with a statement, and where. */
export function wrongAt(statement: string, offset: number, message: string): YuantuError {
  return new YuantuError('QUERY', `${message} (${placeOf(statement, offset)})`);
}

/** @throws {YuantuError} QUERY for a statement with the character of code 0, which no store takes. */
export function refuseNul(statement: string): void {
  const at = statement.indexOf('\0');
  if (at >= 0) throw wrongAt(statement, at, 'A statement cannot hold the character of code 0 (NUL)');
}
