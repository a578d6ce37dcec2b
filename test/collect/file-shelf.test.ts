import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { FileShelf } from '../../src/collect/file-shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-shelf-'));
const files = { base: join(folder, 'a.pack'), changes: join(folder, 'a.changes.pack') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps values under an id, in a shelf that goes on from another; the id of what there is then. */
async function keep(from: string | undefined, values: Readonly<Record<string, number>>): Promise<string> {
  const shelf = FileShelf.open(files, from, Number.POSITIVE_INFINITY);
  const table = shelf.table<number>('numbers');
  for (const [key, value] of Object.entries(values)) table.set(key, value);
  const id = await shelf.keep();
  shelf.close();
  return id;
}

function read(id: string): Record<string, number> {
  const shelf = FileShelf.open(files, id);
  const values = Object.fromEntries(shelf.table<number>('numbers'));
  shelf.close();
  return values;
}

it('gives what was kept under an id, also where changes to an equal base lie beside it', async () => {
  const first = await keep(undefined, { one: 1 });
  const second = await keep(first, { two: 2 });
  expect(read(second)).toEqual({ one: 1, two: 2 });
  expect(await keep(undefined, { one: 1 })).toBe(first);
  expect(read(first)).toEqual({ one: 1 });
});

it('is empty where another id lies there', async () => {
  await keep(undefined, { one: 1 });
  expect(read('another')).toEqual({});
});

it('gives from the files what it let go of, also in a table from before, and keeps nothing twice', async () => {
  const shelf = FileShelf.open(files, undefined);
  const table = shelf.table<number>('numbers');
  table.set('one', 1);
  table.set('two', 2);
  expect(await shelf.unload()).toBe(true);
  expect(shelf.isFilled).toBe(true);
  expect(Object.fromEntries(table)).toEqual({ one: 1, two: 2 });
  const { id } = shelf;
  expect(await shelf.keep()).toBe(id);
  table.delete('one');
  const next = await shelf.keep();
  expect(next).not.toBe(id);
  shelf.close();
  expect(read(next)).toEqual({ two: 2 });
});
