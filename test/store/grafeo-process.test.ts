import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore } from '../../src/store/index.ts';
import { generation, numberOf } from '../support/generation.mjs';
import { inLongRun } from '../support/long.ts';
import { StoreChild } from '../support/store-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-process-'));
const at = (name: string) => `grafeo:${join(folder, name)}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('opening an embedded store', () => {
  it('says when another process holds it, and opens it when that is gone', async () => {
    const other = new StoreChild(at('held'), 'hold');
    await other.ready();
    for (const settings of [{}, { readOnly: true }])
      await expect(openStore(at('held'), settings)).rejects.toThrow(
        expect.objectContaining({ code: 'STORE_BUSY', message: expect.stringContaining('another process') }),
      );
    await other.kill();
    await (await openStore(at('held'))).close();
  });

  it('refuses a file that is something else, and leaves it alone', async () => {
    writeFileSync(join(folder, 'letter'), '一封信'.repeat(1000));
    await expect(openStore(at('letter'))).rejects.toThrow(expect.objectContaining({ code: 'STORE' }));
  });

  it('makes nothing when it may only read', async () => {
    await expect(openStore(at('nowhere'), { readOnly: true })).rejects.toThrow(/no graph/);
  });

  it.each(['grafeo:', 'graph.db', 'http://localhost:7474', ''])(
    'does not take %j for a store',
    async (url) => {
      await expect(openStore(url)).rejects.toThrow(expect.objectContaining({ code: 'SETTING' }));
    },
  );
});

describe('a build killed at any moment', () => {
  it('leaves a whole generation, and all that it said was kept', async () => {
    let last = 0;
    const rounds = inLongRun(20, 5);
    for (let round = 0; round < rounds; round++) {
      const child = new StoreChild(at('killed'), 'write', last + 1);
      if (round > 0) await child.ready();
      await sleep(20 + ((round * 137) % 400));
      // However slow the machine, one of them has kept something.
      while (round === rounds - 1 && Math.max(last, child.kept) === 0) await sleep(20);
      await child.kill();
      const store = await openStore(at('killed'));
      const number = numberOf(await store.read());
      expect(number).not.toBeNaN();
      expect(number).toBeGreaterThanOrEqual(Math.max(last, child.kept));
      last = number;
      await store.close();
    }
    const store = await openStore(at('killed'));
    await store.apply(diffSnapshots(await store.read(), generation(last + 1)));
    expect(await store.read()).toEqual(generation(last + 1));
    expect(last).toBeGreaterThan(0);
    await store.close();
  }, 600_000);
});
