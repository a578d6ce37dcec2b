import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { buildApp } from '../../src/server/app.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import { openConsole } from '../../src/store/sandbox/console.ts';
import { compiled } from '../support/compiled.ts';
import { smallSnapshot } from '../support/stored.ts';

const SCRIPT = compiled('store/sandbox/process.js');
const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n';

describe('queries over HTTP to an embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-http-'));
  let store: WatchedStore;
  let app: ReturnType<typeof buildApp>;
  let address: string;
  const ask = async (statement: string, signal?: AbortSignal) => {
    const answer = await fetch(`${address}/api/v1/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  beforeAll(async () => {
    store = await openStore(`grafeo:${join(folder, 'graph')}`);
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, smallSnapshot));
    app = buildApp({ store, console: openConsole(store, { atOnce: 1 }, SCRIPT) });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are answered', async () => {
    const answer = await ask('MATCH (c:Company) RETURN count(c) AS n');
    expect(answer.body).toEqual({ columns: ['n'], rows: [[2]], truncated: false });
  });

  it('may not write', async () => {
    expect((await ask('MATCH (n) DETACH DELETE n')).status).toBe(403);
  });

  it('end when whoever asked goes away', async () => {
    const stop = new AbortController();
    const endless = ask(ENDLESS, stop.signal).catch((error: unknown) => error);
    setTimeout(() => stop.abort(), 300);
    // Only one question is worked on at a time, so this one is answered when the other has ended.
    expect((await ask('RETURN 1 AS one')).status).toBe(200);
    expect(await endless).toBeInstanceOf(DOMException);
  });
});
