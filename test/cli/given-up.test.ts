import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Sharing, shareStore } from '../../src/store/shared/host.ts';
import { connectShared } from '../../src/store/shared/remote.ts';
import { compiled } from '../support/compiled.ts';
import { smallSnapshot } from '../support/stored.ts';

const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n';

const nobody = { onChange: async () => {}, onProgress: () => {} };

const folder = mkdtempSync(join(tmpdir(), 'yuantu-given-up-'));
const url = `grafeo:${join(folder, 'graph.grafeo')}`;

beforeAll(async () => {
  const store = await openStore(url);
  await store.prepare();
  await store.apply(diffSnapshots({ nodes: [], relationships: [] }, smallSnapshot));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a question that is given up', () => {
  it('ends the command', async () => {
    const command = [compiled('cli/main.js'), 'query', `RETURN 1 AS one; ${ENDLESS}`, '--store', url];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece;
    });
    // The first is answered: the second is being asked.
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGINT'), 300));
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(said).toContain('stopped');
    await (await openStore(url)).close();
  });

  describe('by way of a server', () => {
    let store: Store;
    let sharing: Sharing;

    beforeAll(async () => {
      store = await openStore(url);
      sharing = await shareStore(url, store, nobody, compiled('store/sandbox/process.js'));
    });
    afterAll(async () => {
      await sharing.close();
      await store.close();
    });

    it('ends there too, and the server answers the next', async () => {
      const asked = vi.spyOn(store, 'query');
      const remote = await connectShared(url);
      for (let i = 0; i < 9; i++) {
        const stop = new AbortController();
        const endless = remote?.query(ENDLESS, {}, { signal: stop.signal });
        setTimeout(() => stop.abort(), 300);
        await expect(endless).rejects.toThrow(/abort/iu);
      }
      const { rows } = (await remote?.query('MATCH (c:Company) RETURN count(c) AS n')) ?? {};
      expect(rows).toEqual([[2]]);
      // None of them was worked on in the process that holds the store, where it could not be ended.
      expect(asked).not.toHaveBeenCalled();
    });

    it('may still write, and sees what was written', async () => {
      const remote = await connectShared(url);
      await remote?.query('CREATE (:Note {id: 1})', {}, { write: true });
      const { rows } = (await remote?.query('MATCH (n:Note) RETURN n.id AS id')) ?? {};
      expect(rows).toEqual([[1]]);
      await remote?.query('MATCH (n:Note) DELETE n', {}, { write: true });
      await expect(remote?.query('CREATE (:Note {id: 2})')).rejects.toThrow(
        expect.objectContaining({ code: 'FORBIDDEN' }),
      );
    });
  });
});
