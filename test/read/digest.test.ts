import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../src/model/read-limits.ts';
import { digestPaths } from '../../src/read/digest.ts';

describe('the digest of what is to be read', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuantu-digest-'));
  let folder: string;
  let first: string | undefined;
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const digests = (given: { source?: string; limits?: typeof READ_LIMITS; path?: string } = {}) =>
    digestPaths([given.path ?? folder], {
      source: given.source,
      limits: given.limits ?? READ_LIMITS,
      signal: new AbortController().signal,
    });
  const digest = async (given?: Parameters<typeof digests>[0]) => (await digests(given))?.whole;
  beforeEach(async () => {
    folder = mkdtempSync(join(home, 'in-'));
    write('a.txt', '晨星科技签约。');
    write('b.jsonl', '{"id":"1","text":"云岭高新区开园。"}\n');
    write('articles.csv', 'file,title\na.txt,甲\n');
    first = await digest();
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is the same as long as nothing is another', async () => {
    expect(first).toMatch(/^[0-9a-f]{64}$/u);
    write('a.txt', '晨星科技签约。');
    expect(await digest()).toBe(first);
  });

  it.each([
    ['a text is another', () => write('a.txt', '晨星科技开工。')],
    ['a line is another', () => write('b.jsonl', '{"id":"1","text":"云岭高新区扩园。"}\n')],
    ['a table tells otherwise', () => write('articles.csv', 'file,title\na.txt,乙\n')],
    ['a file has come', () => write('c.txt', '白鹭园区。')],
    ['a file is passed over that was not there', () => write('.hidden', '')],
    ['a file has gone', () => rmSync(join(folder, 'a.txt'))],
  ])('is another where %s', async (_, change) => {
    change();
    expect(await digest()).not.toBe(first);
  });

  it('is another under another source or other limits', async () => {
    const others = await Promise.all([
      digest({ source: '新闻' }),
      digest({ limits: { ...READ_LIMITS, memory: READ_LIMITS.memory + 1 } }),
    ]);
    expect(new Set([first, ...others]).size).toBe(3);
  });

  it('of a file is another where that is, or what a table tells of it, and no other', async () => {
    const before = await digests();
    write('articles.csv', 'file,title\na.txt,乙\n');
    write('c.txt', '白鹭园区。');
    const after = await digests();
    const same = [...(after?.files ?? [])].map(([file, own]) => [
      basename(Buffer.from(file.split(' ')[0] ?? '', 'hex').toString()),
      before?.files.get(file) === own,
    ]);
    expect(same).toEqual([
      ['a.txt', false],
      ['b.jsonl', true],
      ['c.txt', false],
    ]);
  });

  it('is none where something cannot be read', async () => {
    expect(await digest({ path: join(folder, 'nowhere') })).toBeUndefined();
    symlinkSync('nowhere.txt', join(folder, 'gone.txt'));
    expect(await digest()).toBeUndefined();
  });
});
