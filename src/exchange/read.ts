import { YuantuError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { checkSnapshot } from './check.ts';
import { type ForeignColumn, toOurs } from './foreign.ts';
import { readGexf } from './gexf/read.ts';
import { readGraphml } from './graphml/read.ts';
import { readJsonLines } from './json-lines/read.ts';

/** How a format is read: the graph of a text that comes in any pieces. */
export type Reader = (pieces: AsyncIterable<string>) => Promise<Snapshot>;

/** Formats that can be read back, by the extension of their files, without the dot. */
export const IMPORTERS: Readonly<Record<string, Reader>> = {
  jsonl: readJsonLines,
  gexf: readGexf,
  graphml: readGraphml,
};

/**
 * The graph in a file that Yuantu wrote, or another program since, in the file's order.
 *
 * Columns that other programs added stay on nodes; `onForeign` is told of those that have to be left out. Every label and type must be one of the data model's, every id there once, and every relationship have both ends.
 *
 * @param pieces the text of the file, in any pieces.
 * @param file its name: the extension tells the format, and messages say it.
 * @throws {YuantuError} SETTING when the extension is of no format that can be read, INPUT when the file is not one of ours.
 */
export async function importSnapshot(
  file: string,
  pieces: AsyncIterable<string>,
  onForeign: (column: ForeignColumn) => void = () => {},
): Promise<Snapshot> {
  const extension = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? '';
  const read = Object.hasOwn(IMPORTERS, extension) ? IMPORTERS[extension] : undefined;
  if (read === undefined)
    throw new YuantuError(
      'SETTING',
      `${file}: cannot be read back; known are ${Object.keys(IMPORTERS)
        .map((one) => `.${one}`)
        .join(' ')}`,
    );
  // A dump is read by us alone, and says of what kind each value is.
  if (read === readJsonLines) return readSnapshot(file, pieces, read);
  return readSnapshot(file, pieces, async (text) => {
    const { snapshot, foreign } = toOurs(await read(text));
    for (const column of foreign) onForeign(column);
    return snapshot;
  });
}

/**
 * The graph that `read` finds in a text; `file` names it in messages.
 *
 * @throws {YuantuError} INPUT when it is not one of the data model.
 */
export async function readSnapshot(
  file: string,
  pieces: AsyncIterable<string>,
  read: Reader,
): Promise<Snapshot> {
  try {
    const snapshot = await read(pieces);
    checkSnapshot(snapshot);
    return snapshot;
  } catch (cause) {
    if (!(cause instanceof YuantuError)) throw cause;
    throw new YuantuError(cause.code, `${file}: ${cause.message}`, { cause });
  }
}
