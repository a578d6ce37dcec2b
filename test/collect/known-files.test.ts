import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readPaths } from '../../src/collect/build.ts';
import { KnownFiles } from '../../src/collect/known-files.ts';
import { READ_LIMITS } from '../../src/model/read-limits.ts';
import { digestPaths } from '../../src/read/digest.ts';

const home = mkdtempSync(join(tmpdir(), 'yuantu-known-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const line = (id: string, text: string) => `${JSON.stringify({ id, text, published: '昨天' })}\n`;
/** What may stand in each file, the first of which is always there; some have ids that others have too, or a line that is none. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  'a.txt': ['晨星科技签约。', '晨星科技开工。'],
  'b.jsonl': [line('1', '云岭高新区开园。'), line('1', '甲') + line('2', '乙'), `${line('1', '丙')}{`],
  'c.jsonl': [line('3', '白鹭园区。'), line('2', '丁'), line('1', '戊')],
  'd.csv': ['编号,正文\n4,己\n', '编号,正文\n2,庚\n5,辛\n'],
  'e.png': ['passed over'],
};
const content = fc.record(
  Object.fromEntries(Object.entries(CONTENTS).map(([name, all]) => [name, fc.constantFrom(...all)])),
  { requiredKeys: ['a.txt'] },
);
const signal = new AbortController().signal;

describe('files that are as they were', () => {
  it('give what reading them gives, and are not read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 2, maxLength: 4 }), async (steps) => {
        const folder = mkdtempSync(join(home, 'news-'));
        const options = { paths: [folder], source: 'news', signal };
        const table = new Map();
        for (const files of steps) {
          for (const name of Object.keys(CONTENTS)) rmSync(join(folder, name), { force: true });
          for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), String(text));
          const digest = await digestPaths(options.paths, { ...options, limits: READ_LIMITS });
          const known = new KnownFiles(table, digest?.files ?? new Map());
          const part = await readPaths(options, known);
          const whole = await readPaths(options);
          const read = part.documents.map(({ id }) => id);
          expect([...read, ...(part.same ?? [])].sort()).toEqual(whole.documents.map(({ id }) => id).sort());
          expect([part.rejected, part.files]).toEqual([whole.rejected, whole.files]);
          known.settle(['news'], () => false);

          const again = new KnownFiles(table, digest?.files ?? new Map());
          const { documents, rejected } = await readPaths(options, again);
          if (whole.rejected.length === 0) expect([documents, rejected]).toEqual([[], []]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are forgotten once they are gone, or a document of them is broken', async () => {
    const folder = mkdtempSync(join(home, 'news-'));
    const options = { paths: [folder], source: 'news', signal };
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), name);
    const table = new Map();
    const read = async () => {
      const digest = await digestPaths(options.paths, { ...options, limits: READ_LIMITS });
      const known = new KnownFiles(table, digest?.files ?? new Map());
      await readPaths(options, known);
      return known;
    };
    const remembered = () => [...table.values()].flatMap(({ documents }) => documents).sort();
    (await read()).settle(['news'], (id) => id === 'news/b.txt');
    expect(remembered()).toEqual(['news/a.txt', 'news/c.txt']);
    rmSync(join(folder, 'a.txt'));
    const known = await read();
    expect(known.same).toEqual(['news/c.txt']);
    known.settle(['else'], () => false);
    expect(table.size).toBe(3);
    known.settle(['news'], () => false);
    expect(remembered()).toEqual(['news/b.txt', 'news/c.txt']);
  });

  it('are known by their source: one that two sources have is remembered for each', async () => {
    const folder = mkdtempSync(join(home, 'news-'));
    const file = join(folder, 'a.txt');
    writeFileSync(file, '晨星科技签约。');
    const options = { paths: [folder, file], signal };
    const given = { source: undefined, limits: READ_LIMITS, signal };
    const table = new Map();
    const read = async () => {
      const known = new KnownFiles(table, (await digestPaths(options.paths, given))?.files ?? new Map());
      return { known, read: await readPaths(options, known) };
    };
    const first = await read();
    expect(first.read.documents.map(({ doc }) => doc)).toEqual(['a', 'a']);
    const again = await read();
    expect(again.read.documents).toEqual([]);
    expect(again.known.same).toEqual(first.read.documents.map(({ id }) => id));
  });
});
