import { appendFileSync, copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/snapshot.ts';
import { openStore } from '../../src/store/index.ts';
import { shareStore } from '../../src/store/shared/host.ts';
import { noSmallDisk, openSmallDisk } from '../support/small-disk.ts';

const QUIET = { onChange: async () => {}, onProgress: () => {} };

function companies(from: number, to: number): Change {
  const upsertNodes = Array.from({ length: to - from }, (_, i) => ({
    id: `c${from + i}`,
    labels: ['Company', 'Entity'],
    properties: { aliases: [], confidence: 1, name: `企业${from + i}`, type: 'Company' },
  }));
  return { upsertNodes, upsertRelationships: [], deleteNodes: [], deleteRelationships: [] };
}

function fill(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(4096));
  } catch {}
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-on-disk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(noSmallDisk === undefined)('an embedded store on a full disk', () => {
  it('says so, keeps the old graph, and takes the change once there is room', async () => {
    const disk = openSmallDisk();
    try {
      const store = await openStore(`grafeo:${join(disk.path, 'graph.grafeo')}`);
      await store.prepare();
      await store.apply(companies(0, 10));
      const before = await store.read();
      fill(join(disk.path, 'filler'));
      await expect(store.apply(companies(10, 1000))).rejects.toThrow(
        expect.objectContaining({
          code: 'FILE',
          message: expect.stringMatching(/graph\.grafeo cannot be written: the disk is full/u),
        }),
      );
      expect(await store.read()).toEqual(before);
      rmSync(join(disk.path, 'filler'));
      await store.apply(companies(10, 100));
      expect((await store.read()).nodes).toHaveLength(100);
      await store.close();
    } finally {
      disk.close();
    }
  });

  it('closes, and loses nothing that was written', async () => {
    const disk = openSmallDisk();
    try {
      const file = join(disk.path, 'graph.grafeo');
      const store = await openStore(`grafeo:${file}`);
      await store.prepare();
      await store.apply(companies(0, 100));
      fill(join(disk.path, 'filler'));
      await store.close();
      const copy = join(folder, 'after-close.grafeo');
      copyFileSync(file, copy);
      cpSync(`${file}.wal`, `${copy}.wal`, { recursive: true });
      const again = await openStore(`grafeo:${copy}`);
      expect((await again.read()).nodes).toHaveLength(100);
      await again.close();
    } finally {
      disk.close();
    }
  });
});

describe.runIf(noSmallDisk === undefined)('an embedded store on a read-only disk', () => {
  it('is read, queried and served, and refuses writes in plain words', async () => {
    const made = join(folder, 'graph.grafeo');
    const first = await openStore(`grafeo:${made}`);
    await first.prepare();
    await first.apply(companies(0, 10));
    await first.close();
    const disk = openSmallDisk();
    try {
      const file = join(disk.path, 'graph.grafeo');
      copyFileSync(made, file);
      disk.readOnly();
      const store = await openStore(`grafeo:${file}`);
      await store.prepare();
      expect((await store.read()).nodes).toHaveLength(10);
      expect((await store.query('MATCH (c:Company) RETURN count(c)')).rows).toEqual([[10]]);
      const refused = expect.objectContaining({
        code: 'FILE',
        message: expect.stringMatching(/cannot be written: the disk is read-only/u),
      });
      await expect(store.apply(companies(10, 11))).rejects.toThrow(refused);
      await expect(store.query("CREATE (:Company {id: 'x'})", {}, { write: true })).rejects.toThrow(refused);
      const sharing = await shareStore(`grafeo:${file}`, store, QUIET);
      await sharing.close();
      await store.close();
      await expect(openStore(`grafeo:${join(disk.path, 'other.grafeo')}`)).rejects.toThrow(refused);
    } finally {
      disk.close();
    }
  });
});
