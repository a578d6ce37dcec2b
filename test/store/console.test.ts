import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Console, openConsole } from '../../src/store/sandbox/console.ts';
import type { ConsoleLimits } from '../../src/store/sandbox/limits.ts';
import { compiled } from '../support/compiled.ts';
import { smallSnapshot } from '../support/stored.ts';

const SCRIPT = compiled('store/sandbox/process.js');
const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n';

describe('the console of the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-console-test-'));
  let store: Store;
  let opened: Console | undefined;
  const open = (limits: Partial<ConsoleLimits> = {}): Console => {
    opened = openConsole(store, limits, SCRIPT);
    return opened;
  };
  const code = (expected: string) => expect.objectContaining({ code: expected });
  const foldersLeft = () =>
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith('yuantu-console-') && !name.startsWith('yuantu-console-test-'),
    );

  beforeAll(async () => {
    store = await openStore(`grafeo:${join(folder, 'graph')}`);
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, smallSnapshot));
  });
  afterEach(() => opened?.close());
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers as the store does, full text included', async () => {
    const console = open();
    for (const statement of [
      'MATCH p = (:Company)-[:INVESTS_IN]->() RETURN p',
      "CALL db.index.fulltext.queryNodes('names', '晨星') YIELD node RETURN node.id AS id ORDER BY id",
    ])
      expect(await console.ask(statement)).toEqual(await store.query(statement));
  });

  it('says how many rows there are past the limit', async () => {
    const rows = await open({ rows: 3 }).ask('UNWIND range(1, 500) AS i RETURN i', {}, { limit: 100 });
    expect(rows).toEqual({ columns: ['i'], rows: [[1], [2], [3]], truncated: true, total: 500 });
  });

  it('ends a question that takes too long, and answers the others meanwhile', async () => {
    const console = open({ timeout: 6_000, atOnce: 2 });
    const endless = console.ask(ENDLESS).catch((error: unknown) => error);
    let others = 0;
    let over = false;
    void endless.then(() => {
      over = true;
    });
    while (!over && others < 3) {
      expect((await console.ask('MATCH (c:Company) RETURN count(c) AS n')).rows).toEqual([[2]]);
      others++;
    }
    expect(others).toBe(3);
    expect(await endless).toEqual(code('LIMIT'));
    expect((await console.ask('RETURN 1 AS one')).rows).toEqual([[1]]);
  });

  it('ends a question that takes too much memory', async () => {
    const console = open({ memory: 64 * 2 ** 20 });
    const asked = console.ask(
      'UNWIND range(1, 20000000) AS i WITH collect(toString(i) + $text) AS all RETURN size(all) AS n',
      {
        text: '园区'.repeat(20),
      },
    );
    await expect(asked).rejects.toThrow(
      expect.objectContaining({ code: 'LIMIT', message: expect.stringContaining('64 MB') }),
    );
    expect((await console.ask('RETURN 1 AS one')).rows).toEqual([[1]]);
  });

  it('refuses an answer that is too large', async () => {
    const asked = open({ answer: 2 ** 20 }).ask('RETURN range(1, 1000000) AS all');
    await expect(asked).rejects.toThrow(code('LIMIT'));
  });

  it('gives a question up', async () => {
    // A fast machine fills what a question may take before it is given up.
    const console = open({ atOnce: 1, memory: 2 ** 34 });
    const stop = new AbortController();
    const asked = console.ask(ENDLESS, {}, { signal: stop.signal });
    const waiting = console.ask('RETURN 2 AS two');
    setTimeout(() => stop.abort(new Error('given up')), 500);
    await expect(asked).rejects.toThrow('given up');
    expect((await waiting).rows).toEqual([[2]]);
  });

  it('gives a waiting question up', async () => {
    const console = open({ atOnce: 1, timeout: 5_000 });
    const first = console.ask(ENDLESS).catch((error: unknown) => error);
    const stop = new AbortController();
    const waiting = console.ask('RETURN 2 AS two', {}, { signal: stop.signal });
    stop.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
    expect(await first).toEqual(code('LIMIT'));
  });

  it('lets only so many wait', async () => {
    const console = open({ atOnce: 1, waiting: 1, timeout: 5_000 });
    const first = console.ask(ENDLESS).catch((error: unknown) => error);
    const second = console.ask('RETURN 2 AS two');
    await expect(console.ask('RETURN 3 AS three')).rejects.toThrow(code('STORE_BUSY'));
    expect(await first).toEqual(code('LIMIT'));
    expect((await second).rows).toEqual([[2]]);
  });

  it('sees what was written since', async () => {
    const console = open();
    const count = async () => (await console.ask('MATCH (n:Note) RETURN count(n) AS n')).rows;
    expect(await count()).toEqual([[0]]);
    await store.query('CREATE (:Note {id: 1})', {}, { write: true });
    expect(await count()).toEqual([[1]]);
    await store.query('MATCH (n:Note) DELETE n', {}, { write: true });
    expect(await count()).toEqual([[0]]);
  });

  it('only reads', async () => {
    const console = open();
    for (const statement of [
      'CREATE (n:X)',
      'MATCH (n) DETACH DELETE n',
      "LOAD CSV FROM '/etc/hostname' AS line RETURN line",
      'DROP CONSTRAINT entity_id',
    ])
      await expect(console.ask(statement)).rejects.toThrow(code('FORBIDDEN'));
    expect(await store.read()).toEqual(smallSnapshot);
  });

  it('tells what is wrong with a statement', async () => {
    await expect(open().ask('MATCH (n RETURN n')).rejects.toThrow(code('QUERY'));
  });

  it('leaves nothing behind', async () => {
    const before = foldersLeft();
    const console = open();
    await console.ask('RETURN 1 AS one');
    await console.close();
    expect(foldersLeft().filter((name) => !before.includes(name))).toEqual([]);
  });
});
