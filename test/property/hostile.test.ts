import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/extract/open.ts';
import type { Extraction } from '../../src/model/article.ts';
import { isRejected, readSources } from '../../src/read/index.ts';
import { type HostileFile, hostileFiles } from '../support/hostile.ts';
import { inLongRun } from '../support/long.ts';
import { seeds } from '../support/view.ts';
import { startWatchdog } from '../support/watchdog.ts';

const beat = startWatchdog();
const extract = await openExtractor(seeds);
const folder = mkdtempSync(join(tmpdir(), 'yuantu-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file as a build does; gives what its documents said, and why others were set aside. */
async function take({ name, bytes }: HostileFile): Promise<{ said: Extraction[]; reasons: string[] }> {
  beat(name);
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const said: Extraction[] = [];
  const reasons: string[] = [];
  for await (const item of readSources([file])) {
    if (isRejected(item)) {
      reasons.push(item.reason);
      continue;
    }
    const extraction = await extract(item);
    said.push(extraction);
    for (const { mentions } of extraction.entities)
      for (const { start, end, text } of mentions) expect(item.text.slice(start, end)).toBe(text);
  }
  return { said, reasons };
}

const files = hostileFiles(inLongRun('large', 'small'));

describe('an article that means ill', () => {
  it.each(files.map((file) => [file.name, file] as const))(
    '%s is read or set aside with a reason, and nothing hangs',
    async (_, file) => {
      const { said, reasons } = await take(file);
      expect(said.length + reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason).not.toBe('');
    },
    600_000,
  );

  it('writes no file outside', () => {
    expect(existsSync('/tmp/yuantu-escaped')).toBe(false);
  });
});
