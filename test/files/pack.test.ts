import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Pack, type PackedRecord, TornPackError, writePack } from '../../src/files/pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-pack-'));
const file = join(folder, 'some.pack');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = fc.option(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text)),
  { nil: undefined },
);
const records = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary', maxLength: 8 }), bytes), {
  selector: ([key]) => key,
  maxLength: 60,
});

describe('a packed file', () => {
  it('gives every record by its table and key, and all of a table in their order', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (one, two) => {
        const id = await writePack(file, 'about', [
          ['one', one],
          ['two', two],
        ]);
        const pack = Pack.open(file) as Pack;
        expect([pack.id, pack.about, pack.names]).toEqual([id, 'about', ['one', 'two']]);
        for (const [name, all] of [['one', one] as const, ['two', two] as const]) {
          const other = new Map<string, PackedRecord>(all.map((record) => [record[0], record]));
          for (const [key] of [...one, ...two]) expect(pack.find(name, key)).toEqual(other.get(key));
          expect([...pack.each(name)]).toEqual(all);
        }
        expect(pack.find('three', 'any')).toBeUndefined();
        pack.close();
      }),
      { numRuns: 60 },
    );
  });

  it('reads records that are larger than what is read at once', async () => {
    const all: PackedRecord[] = [1, 5_000_000, 20, 9_000_000].map((length, i) => [
      `${i}`,
      Buffer.alloc(length, i),
    ]);
    await writePack(file, '', [['one', all]]);
    const pack = Pack.open(file) as Pack;
    expect([...pack.each('one')].map(([key, found]) => [key, found?.length])).toEqual(
      all.map(([key, found]) => [key, found?.length]),
    );
    pack.close();
  });

  it('tells of every byte that is another than was written, wherever it stands', async () => {
    const all: PackedRecord[] = [...'abcdefgh'].map((key, i) => [
      key,
      i === 2 ? undefined : Buffer.alloc(i, key),
    ]);
    await writePack(file, 'about', [['one', all]]);
    const whole = readFileSync(file);
    const read = () => {
      const pack = Pack.open(file);
      if (pack === undefined) return undefined;
      try {
        return [[...pack.each('one')], all.map(([key]) => pack.find('one', key))];
      } catch (error) {
        expect(error).toBeInstanceOf(TornPackError);
        return undefined;
      } finally {
        pack.close();
      }
    };
    expect(read()).toEqual([all, all]);
    // The first bytes only keep records from beginning at 0.
    for (let at = 8; at < whole.length; at++) {
      const torn = Buffer.from(whole);
      torn[at] = (torn[at] as number) ^ (1 << (at % 8));
      writeFileSync(file, torn);
      expect(read(), `byte ${at}`).toBeUndefined();
    }
  });

  it('is none where it is absent, cut short or something else', async () => {
    await writePack(file, '', [['one', [['key', Buffer.from('value')]]]]);
    const whole = readFileSync(file);
    expect(Pack.open(join(folder, 'absent'))).toBeUndefined();
    for (const part of [whole.subarray(0, 20), whole.subarray(0, -1), Buffer.alloc(0)]) {
      writeFileSync(file, part);
      expect(Pack.open(file)).toBeUndefined();
    }
  });
});
