import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { compiled } from '../support/compiled.ts';
import { noSmallDisk, openSmallDisk } from '../support/small-disk.ts';

const PROGRAM = compiled('cli/main.js');
/** Milliseconds for many processes. */
const SLOW = 300_000;
const isRoot = process.getuid?.() === 0;
/** Somebody who is not root, and may not write what root may; undefined where only root could read the program. */
const other =
  spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(PROGRAM)})`], {
    ...(isRoot && { uid: 65534 }),
  }).status !== 0
    ? undefined
    : isRoot
      ? 65534
      : process.getuid?.();

const folder = mkdtempSync(join(tmpdir(), 'yuantu-read-only-'));
const made = join(folder, 'made.grafeo');
const news = join(folder, 'a.txt');
const environment = { ...process.env, LC_ALL: 'C.UTF-8' };
beforeAll(async () => {
  chmodSync(folder, 0o755);
  writeFileSync(news, '力元科技有限公司落户宜春经开区。');
  const store = await openStore(`grafeo:${made}`);
  await store.prepare();
  const company = { id: 'c1', labels: ['Company', 'Entity'], properties: { name: '晨星科技有限公司' } };
  await store.apply({
    upsertNodes: [company],
    upsertRelationships: [],
    deleteNodes: [],
    deleteRelationships: [],
  });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function start(uid: number | undefined, argv: readonly string[]): ChildProcess {
  const as = uid === undefined || !isRoot ? {} : { uid, gid: uid };
  return spawn(process.execPath, [PROGRAM, ...argv], { stdio: 'pipe', env: environment, ...as });
}

/** Runs every command that people give on a store that they cannot write, each in a process of its own. */
async function tryCommands(store: string, uid?: number): Promise<Readonly<Record<string, Ran>>> {
  const own = mkdtempSync(join(tmpdir(), 'yuantu-own-'));
  chmodSync(own, 0o777);
  const ran: Record<string, Ran> = {};
  const commands: Readonly<Record<string, readonly string[]>> = {
    query: ['query', 'MATCH (c:Company) RETURN c.name AS name', '--format', 'csv'],
    dump: ['dump', join(own, 'dump.jsonl')],
    export: ['export', join(own, 'graph.gexf')],
    build: ['build', news],
    write: ['query', "CREATE (:Company {id: 'x'})", '--write'],
  };
  for (const [name, argv] of Object.entries(commands)) {
    const child = start(uid, [...argv, '--store', `grafeo:${store}`]);
    const [out, err, [code]] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      once(child, 'close'),
    ]);
    ran[name] = { code: Number(code), out, err };
  }
  ran.written = { code: 0, out: readdirSync(own).sort().join(' '), err: '' };
  ran.serve = await serve(store, uid);
  rmSync(own, { recursive: true });
  return ran;
}

/** Serves it, asks what it holds, and stops. */
async function serve(store: string, uid: number | undefined): Promise<Ran> {
  const child = start(uid, ['serve', '--port', '0', '--store', `grafeo:${store}`]);
  const err = textOf(child.stderr);
  let printed = '';
  const address = new Promise<string>((found, lost) => {
    child.stdout?.on('data', (piece: Buffer) => {
      printed += piece;
      const [url] = /http:\/\/[\w.:]+/u.exec(printed) ?? [];
      if (url !== undefined) found(url);
    });
    child.once('exit', () => lost(new Error(`it stopped before it said where it is: ${printed}`)));
  });
  const ended = once(child, 'close');
  try {
    const reply = await fetch(`${await address}/api/v1/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement: 'MATCH (c:Company) RETURN c.name AS name' }),
    });
    return { code: reply.status, out: await reply.text(), err: '' };
  } catch (error) {
    return { code: 0, out: String(error), err: await err };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const piece of stream ?? []) text += piece;
  return text;
}

/** What reads works; what writes ends with 2 and says why. */
function expectRead(ran: Readonly<Record<string, Ran>>, why: RegExp): void {
  expect(ran).toMatchObject({
    query: { code: 0, out: 'name\r\n晨星科技有限公司\r\n', err: '' },
    dump: { code: 0, err: expect.any(String) },
    export: { code: 0 },
    build: { code: 2, err: expect.stringMatching(why) },
    write: { code: 2, err: expect.stringMatching(why) },
    serve: { code: 200, out: expect.stringContaining('晨星科技有限公司') },
  });
  expect(ran.written?.out).toMatch(/^dump\.jsonl dump\.jsonl\.sha256 .*/u);
}

describe('commands on a store that cannot be written', { timeout: SLOW }, () => {
  it.runIf(noSmallDisk === undefined)('read it on a read-only disk, and write nothing', async () => {
    const disk = openSmallDisk();
    try {
      const store = join(disk.path, 'graph.grafeo');
      copyFileSync(made, store);
      chmodSync(disk.path, 0o755);
      disk.readOnly();
      expectRead(await tryCommands(store), /cannot be written: the disk is read-only/u);
    } finally {
      disk.close();
    }
  });

  if (other === undefined)
    console.warn(
      'NOT TESTED: commands on a store in a folder of another; it takes a program that others may read',
    );
  else
    it('read it in a folder that may not be written, and write nothing', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'yuantu-closed-'));
      const store = join(closed, 'graph.grafeo');
      copyFileSync(made, store);
      chmodSync(store, 0o444);
      chmodSync(closed, 0o555);
      try {
        expectRead(await tryCommands(store, other), /cannot be written: this user may not do that there/u);
        expect(existsSync(`${store}.wal`)).toBe(false);
      } finally {
        chmodSync(closed, 0o755);
        rmSync(closed, { recursive: true });
      }
    });
});
