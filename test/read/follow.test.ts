import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../src/read/follow.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-follow-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(at('under'), { recursive: true });
  writeFileSync(at('a.txt'), '晨星科技落户云岭高新区。');
});

/** Follows the folder; each change is made once the one before was told. */
async function tells(...changes: readonly (() => void)[]): Promise<number> {
  const stopping = new AbortController();
  const left = [...changes];
  let told = 0;
  for await (const _ of follow([folder], { signal: stopping.signal, leastPause: 1 })) {
    told++;
    const change = left.shift();
    if (change === undefined) stopping.abort();
    else change();
  }
  return told;
}

describe('a folder that is followed', () => {
  it('is told at first, and of each change: new, other and vanished files, and what a table tells', async () => {
    expect(
      await tells(
        () => writeFileSync(at('under/b.txt'), '晨星科技与云岭高新区签约。'),
        () => writeFileSync(at('a.txt'), '晨星科技落户云岭经开区了。'),
        () => writeFileSync(at('articles.csv'), 'file,title\na.txt,晨星科技落户\n'),
        () => rmSync(at('under/b.txt')),
        () => rmSync(folder, { recursive: true }),
        () => {
          mkdirSync(at('under'), { recursive: true });
        },
      ),
    ).toBe(7);
  });

  it('is not told of what is not read', async () => {
    const stopping = new AbortController();
    const following = follow([folder], { signal: stopping.signal, leastPause: 1 });
    await following.next();
    mkdirSync(at('.yuantu'));
    writeFileSync(at('.yuantu/graph.grafeo'), 'x');
    const next = following.next();
    setTimeout(() => stopping.abort(), 200);
    expect(await next).toMatchObject({ done: true });
  });
});
