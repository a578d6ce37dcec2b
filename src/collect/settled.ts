import { readFileSync } from 'node:fs';
import { codeBehind, extractorVersion } from '../extract/version.ts';
import type { FileAccount } from '../model/article.ts';
import { hashDocument } from '../model/document.ts';
import { hashId } from '../model/id.ts';
import type { Judgement, Overruled } from '../model/judgement.ts';
import type { QueryValue } from '../model/query.ts';
import type { Seeds } from '../model/seeds.ts';
import { getStatement } from '../store/statements.ts';
import { isAskable, type Store } from '../store/store.ts';
import type { ReadPaths } from './build.ts';

/** What a store was last made by, and how much it held then: a build by the same of the same documents has nothing to do. */
export interface Settled {
  readonly by: string;
  readonly holds: Holding;
  /** What of the collection was kept, by the id of its shelf. */
  readonly shelf?: string;
  /** Judgements that give way to others. */
  readonly overruled: readonly Overruled[];
  /** Where nothing was set aside. */
  readonly from?: LastRead;
}

/** What was read last, by its digest, and how the files of the store stood once it was closed, or the database. */
export interface LastRead {
  readonly digest: string;
  readonly stand: string;
  readonly documents: number;
  readonly files: FileAccount;
}

/** How much a store holds, by type; of a database also its mark of the last write. */
export interface Holding {
  readonly nodes: Readonly<Record<string, number>>;
  readonly relationships: Readonly<Record<string, number>>;
  readonly generation?: string;
}

/** A hash of all that makes documents of files and a graph of documents: code, knowledge, model and judgements. */
export function makerOf(seeds: Seeds, judgements: readonly Judgement[]): string {
  const doors = ['./session', '../read/index', '../read/formats'];
  const code = codeBehind(doors, import.meta.url).map((file) => readFileSync(file, 'utf8'));
  return hashId(extractorVersion(seeds), JSON.stringify(judgements), ...code);
}

export async function holdingOf(store: Store): Promise<Holding> {
  const [nodes, relationships] = await Promise.all(
    ['read/counts', 'read/relation-types'].map(async (name) => {
      const { rows } = await store.query(getStatement(name));
      return Object.fromEntries(rows.map(([type, count]) => [String(type), Number(count)]));
    }),
  );
  const generation = isAskable(store) ? { generation: await store.generation() } : {};
  return { nodes: nodes ?? {}, relationships: relationships ?? {}, ...generation };
}

/**
 * How a database stands: how much it holds, its mark of the last write, and of which document each article is. Undefined where it
 * holds anything else than is said, and for a store in files.
 */
export async function standInDatabase(store: Store, holds: Holding): Promise<string | undefined> {
  if (!isAskable(store)) return undefined;
  const { rows } = await store.query(getStatement('read/hashes'));
  const stand = hashId(JSON.stringify(holds), ...rows.map((row) => JSON.stringify(row)).sort());
  return JSON.stringify(await holdingOf(store)) === JSON.stringify(holds) ? stand : undefined;
}

/** Whether a store holds as much as it did when it was settled so. */
export async function holdsAsSettled(store: Store, settled: Settled): Promise<boolean> {
  return JSON.stringify(await holdingOf(store)) === JSON.stringify(settled.holds);
}

/** Whether a store holds of these sources just what was read, all of it as it was. */
export async function isMirrored(store: Store, read: ReadPaths): Promise<boolean> {
  const { rows } = await store.query(getStatement('read/hashes'));
  return holdsJust(rows, read);
}

function holdsJust(
  rows: readonly (readonly QueryValue[])[],
  { sources, documents, rejected }: ReadPaths,
): boolean {
  const incoming = new Map(documents.map((one) => [one.id, hashDocument(one)]));
  if (incoming.size !== documents.length) return false;
  const unseen = rejected.flatMap((one) => one.unseen ?? []);
  let met = 0;
  for (const [article, source, hash] of rows) {
    const id = String(article);
    if (incoming.has(id)) {
      if (incoming.get(id) !== hash) return false;
      met++;
      continue;
    }
    // A further article of a document that holds several.
    const isPart = incoming.get(id.replace(/#\d+$/u, '')) === hash;
    if (sources.has(String(source)) && !isPart && !unseen.some((start) => id.startsWith(start))) return false;
  }
  return met === incoming.size;
}
