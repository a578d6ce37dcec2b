import { createReadStream } from 'node:fs';
import { importSnapshot } from '../exchange/read.ts';
import { sortSnapshot } from '../graph/build/records.ts';
import { diffSnapshots, isEmptyChange } from '../graph/diff.ts';
import { arrange } from '../graph/picture/arrange.ts';
import { YuantuError } from '../model/errors.ts';
import { countLines, heldIn } from './build.ts';
import type { Context, ExitCode } from './context.ts';

/**
 * Reads a graph back that `dump` or `export` wrote. It fills an empty store; one that holds something is left alone unless
 * `replace` says that it shall hold the file's graph instead.
 */
export async function runImport(
  context: Context,
  file: string,
  options: { readonly replace?: boolean },
): Promise<ExitCode> {
  const { words } = context;
  const graph = await importSnapshot(file, createReadStream(file, 'utf8'), ({ of, name, records }) =>
    context.tell(words.labelled(`${of}Column`, `${JSON.stringify(name)} (${records})`)),
  );
  const read = sortSnapshot(graph);
  const isPlaced = read.nodes.some((node) => typeof node.properties.x === 'number');
  const after = isPlaced ? read : arrange(read);
  await context.withStore(async (store) => {
    const before = await store.read();
    if (before.nodes.length > 0 && options.replace !== true)
      throw new YuantuError(
        'SETTING',
        `${store.place} holds a graph already; give --replace to put ${file} in its place, or another --store`,
      );
    const change = diffSnapshots(before, after, new Set(await store.listMistyped()));
    context.signal.throwIfAborted();
    if (isEmptyChange(change)) return;
    await store.prepare();
    await store.apply(change);
  });
  for (const line of countLines(heldIn(after), words)) context.print(line);
  return 0;
}
