import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../files/write.ts';

/** Where the lines of the shell are kept: in YUANTU_HISTORY, else in the home; empty where nowhere. */
export function historyFile(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment.YUANTU_HISTORY ?? join(homedir(), '.yuantu_history');
}

/** The lines given before, the last one first; none when there is no file. */
export function readHistory(file: string): string[] {
  if (file === '' || !existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).reverse();
}

// Two lines may be given before the first is kept.
let keeping: Promise<void> = Promise.resolve();

/** Keeps the lines given, the last one first, after those asked before. A home that cannot be written to only costs the memory. */
export function keepHistory(file: string, history: readonly string[]): Promise<void> {
  if (file === '') return keeping;
  const lines = `${[...history].reverse().join('\n')}\n`;
  keeping = keeping.then(() => writeWhole(file, [lines], { mode: 0o600 })).catch(() => {});
  return keeping;
}
