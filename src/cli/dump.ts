import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readJsonLines } from '../exchange/json-lines/read.ts';
import { writeJsonLines } from '../exchange/json-lines/write.ts';
import { readSnapshot } from '../exchange/read.ts';
import { type FileContent, isKept, writeTogether } from '../files/write.ts';
import { sortSnapshot } from '../graph/build/records.ts';
import { diffSnapshots, isEmptyChange } from '../graph/diff.ts';
import { arrange, bare } from '../graph/picture/arrange.ts';
import type { ChosenNode } from '../model/chosen.ts';
import { YuantuError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { countLines, heldIn } from './build.ts';
import type { Context, ExitCode } from './context.ts';

/**
 * Writes the whole graph as JSON Lines, nodes and then relationships, each by id: equal graphs are equal bytes. Their checksum
 * goes into FILE.sha256, as `sha256sum -c` reads it; what goes to a pipe or a device has none.
 */
export async function runDump(
  context: Context,
  file: string,
  options: { readonly derived?: boolean },
): Promise<ExitCode> {
  const { chooseIn } = await import('../answer/open.ts');
  const toRecord = ({ node }: ChosenNode) => (options.derived === true ? node : bare(node));
  await context.withStore(async (store) => {
    const chosen = await chooseIn(store, { all: true });
    try {
      const hash = createHash('sha256');
      const { relationships } = chosen;
      const lines = writeJsonLines({ nodes: each(chosen.nodes, toRecord), relationships });
      const dump: FileContent = { file, pieces: hashed(lines, hash) };
      const sum: FileContent = { file: checksumOf(file), pieces: checksum(hash, file) };
      await writeTogether((await isKept(file)) ? [dump, sum] : [dump], { signal: context.signal });
    } finally {
      chosen.close();
    }
  });
  return 0;
}

function* each<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item);
}

/** What a checksum file says, once all that it is of has been hashed. */
function* checksum(hash: ReturnType<typeof createHash>, file: string): Generator<string> {
  yield `${hash.digest('hex')}  ${basename(file)}\n`;
}

function* hashed(lines: Iterable<string>, hash: ReturnType<typeof createHash>): Generator<string> {
  for (const line of lines) {
    hash.update(line);
    yield line;
  }
}

function checksumOf(file: string): string {
  return `${file}.sha256`;
}

/** @throws {YuantuError} INPUT when a dump is not what its checksum says; a dump without one is taken as it is. */
async function checkSum(file: string): Promise<void> {
  if (file === '-' || !existsSync(checksumOf(file))) return;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const [expected = ''] = readFileSync(checksumOf(file), 'utf8').split(' ');
  if (hash.digest('hex') === expected) return;
  throw new YuantuError(
    'INPUT',
    `${file} is not what ${checksumOf(file)} says: it was cut short or changed. Take another copy, or delete the checksum to restore it all the same.`,
  );
}

/** Makes the store hold what a dump holds, and nothing else; positions that the dump lacks are laid out anew. */
export async function runRestore(context: Context, file: string): Promise<ExitCode> {
  await checkSum(file);
  const read = await readDump(file);
  const placed = read.nodes.some((node) => typeof node.properties.x === 'number');
  const after = placed ? read : arrange(read);
  await context.withStore(async (store) => {
    const change = diffSnapshots(await store.read(), after, new Set(await store.listMistyped()));
    context.signal.throwIfAborted();
    if (isEmptyChange(change)) return;
    await store.prepare();
    await store.apply(change);
  });
  for (const line of countLines(heldIn(after), context.words)) context.print(line);
  return 0;
}

async function readDump(file: string): Promise<Snapshot> {
  const input = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
  return sortSnapshot(await readSnapshot(file, input, readJsonLines));
}
