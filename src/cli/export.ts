import { mkdirSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chooseExporter, exportAdminFiles, exportSnapshot } from '../export/index.ts';
import { VERSION } from '../version.ts';
import type { Context, ExitCode } from './context.ts';

/** Writes the graph to a file, or for `neo4j-admin` into a folder; the file is there as a whole or not at all. */
export async function runExport(
  context: Context,
  file: string,
  options: { readonly format?: string; readonly all?: boolean; readonly text?: boolean },
): Promise<ExitCode> {
  const exporting = {
    all: options.all ?? false,
    text: options.text ?? true,
    version: VERSION,
  };
  if (options.format === 'neo4j-admin') {
    const snapshot = await context.withStore((store) => store.read());
    mkdirSync(file, { recursive: true });
    for (const { name, content } of exportAdminFiles(snapshot, exporting))
      writeFileSync(join(file, name), content);
    return 0;
  }
  const exporter = chooseExporter(file, options.format);
  const snapshot = await context.withStore((store) => store.read());
  await writeWhole(file, exportSnapshot(snapshot, exporter, exporting));
  return 0;
}

const CHUNK = 1 << 16;

/** Writes pieces to a file beside it first: whoever stops us leaves no half. `-` is standard output. */
export async function writeWhole(file: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  if (file === '-') {
    for (const chunk of chunks(pieces))
      if (!process.stdout.write(chunk)) await new Promise((drained) => process.stdout.once('drain', drained));
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w');
  try {
    for (const chunk of chunks(pieces)) await handle.write(chunk);
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}

function* chunks(pieces: Iterable<string | Uint8Array>): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece as string);
    waiting.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  yield Buffer.concat(waiting);
}
