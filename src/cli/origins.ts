import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeWhole } from '../files/write.ts';
import type { Context } from './context.ts';
import { folderOf } from './folder.ts';

/** By store, the paths that each source was last built from. */
type Origins = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * What is remembered of where sources came from: two folders of one base name are one source by default, and the second is not to
 * take the place of the first without a word.
 */
export function readOrigins(context: Context): (source: string) => readonly string[] {
  const known = read(context)[context.config.store] ?? {};
  return (source) => (Object.hasOwn(known, source) ? (known[source] ?? []) : []);
}

/** Remembers that paths were built under their source, or each under its base name. */
export async function keepOrigins(
  context: Context,
  paths: readonly string[],
  source: string | undefined,
): Promise<void> {
  const { store } = context.config;
  const all = read(context);
  const built: Record<string, string[]> = {};
  for (const path of paths.map((one) => resolve(one)))
    built[source ?? basename(path)] = [...(built[source ?? basename(path)] ?? []), path];
  const now = { ...all, [store]: { ...all[store], ...built } };
  await writeWhole(fileOf(context), [`${JSON.stringify(now, null, 2)}\n`]);
}

const fileOf = ({ config }: Context): string => join(folderOf(config), 'sources.json');

/** What was kept; nothing where there is no file yet, or one that somebody broke. */
function read(context: Context): Origins {
  try {
    return JSON.parse(readFileSync(fileOf(context), 'utf8')) as Origins;
  } catch {
    return {};
  }
}
