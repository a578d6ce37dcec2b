import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ShelfFiles } from '../collect/file-shelf.ts';
import type { LastRead, Settled } from '../collect/settled.ts';
import type { Config } from '../config/settings.ts';
import { writeWhole } from '../files/write.ts';
import { hashId } from '../model/id.ts';
import { standOf } from '../store/stand.ts';
import { folderOf } from './folder.ts';

/** What is remembered of how a store was last left by a build; undefined where somebody wrote to it since, or no build was. */
export function readSettled(config: Config): Settled | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(config), 'utf8')) as Settled;
  } catch {
    return undefined;
  }
}

export async function keepSettled(config: Config, settled: Settled): Promise<void> {
  await writeWhole(fileOf(config), [`${JSON.stringify(settled)}\n`]);
}

/**
 * Adds to the note what was read, once the store is closed; nothing where somebody has written meanwhile. `inDatabase`: how a database
 * stands that a build found as the note says.
 */
export async function keepRead(
  config: Config,
  read: Omit<LastRead, 'stand'>,
  inDatabase?: string,
): Promise<void> {
  const stand = standOf(config.store) ?? inDatabase;
  const settled = readSettled(config);
  if (stand !== undefined && settled !== undefined)
    await keepSettled(config, { ...settled, from: { ...read, stand } });
}

/**
 * How a build left the store, where it was by the same of the same, and nobody has had the store open since; or nobody has written to
 * the database, which `standNow` asks.
 */
export async function findAsLeft(
  config: Config,
  by: string,
  digest: string | undefined,
  standNow: (settled: Settled) => Promise<string | undefined> = async () => undefined,
): Promise<(Settled & { readonly from: LastRead }) | undefined> {
  const settled = readSettled(config);
  const from = settled?.from;
  if (settled === undefined || from === undefined || settled.by !== by || from.digest !== digest)
    return undefined;
  const stand = standOf(config.store) ?? (await standNow(settled));
  return from.stand === stand ? { ...settled, from } : undefined;
}

/** Whoever writes to the store forgets it first. */
export function forgetSettled(config: Config): void {
  rmSync(fileOf(config), { force: true });
}

/** Where what the last build knew of a large collection lies, beside the note. */
export function shelfOf(config: Config): ShelfFiles {
  const place = join(folderOf(config), `collection-${hashId(config.store, config.database ?? '')}`);
  return { base: `${place}.pack`, changes: `${place}.changes.pack` };
}

/** One for each store, as what the last build changed. */
function fileOf(config: Config): string {
  return join(folderOf(config), `settled-${hashId(config.store, config.database ?? '')}.json`);
}
