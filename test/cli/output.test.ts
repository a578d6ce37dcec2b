import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore } from '../../src/store/index.ts';
import { compiled } from '../support/compiled.ts';
import { goldGraph } from '../support/graph.ts';
import { noSmallDisk, openSmallDisk } from '../support/small-disk.ts';

const PROGRAM = compiled('cli/main.js');
/** Milliseconds for several processes, each of which has the whole program transformed. */
const SLOW = 300_000;
const isRoot = process.getuid?.() === 0;
/** Whether another user could be put to work here: a program in a folder that is closed to others is nothing to them. */
const isOpenToOthers =
  isRoot &&
  spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(PROGRAM)})`], {
    uid: 65534,
  }).status === 0;

let folder = '';
let store: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-output-'));
  const url = `grafeo:${join(folder, 'graph.grafeo')}`;
  store = ['--store', url];
  const open = await openStore(url);
  await open.prepare();
  await open.apply(diffSnapshots({ nodes: [], relationships: [] }, goldGraph()));
  await open.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in a process of its own, its standard output wherever `out` leads. */
async function yuantu(argv: readonly string[], out: number | 'pipe' = 'pipe', uid?: number) {
  const child = spawn(process.execPath, [PROGRAM, ...argv], {
    stdio: ['ignore', out, 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let err = '';
  child.stderr?.on('data', (piece: Buffer) => {
    err += piece;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}

describe.runIf(process.platform === 'linux')('standard output', { timeout: SLOW }, () => {
  it.each([[['dump', '-']], [['--help']]])('that is full fails %j with 2 and says so', async (argv) => {
    const full = openSync('/dev/full', 'w');
    const { code, err } = await yuantu([...argv, ...(argv[0] === '--help' ? [] : store)], full);
    closeSync(full);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'yuantu: standard output: cannot be written: the disk is full\n',
    });
  });

  it.runIf(noSmallDisk === undefined)('that goes to a file on a full disk fails too', async () => {
    const disk = openSmallDisk();
    try {
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(300 * 1024));
      const out = openSync(join(disk.path, 'dump.jsonl'), 'w');
      const { code, err } = await yuantu(['dump', '-', ...store], out);
      closeSync(out);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'yuantu: standard output: cannot be written: the disk is full\n',
      });
    } finally {
      disk.close();
    }
  });

  it('whose reader leaves early ends quietly', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'dump', '-', ...store], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (piece: Buffer) => {
      err += piece;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('does not end a build when nobody reads any more what it tells', async () => {
    const news = mkdtempSync(join(folder, 'news-'));
    writeFileSync(join(news, 'a.txt'), '6月8日，苏州工业园区管委会与晨星科技有限公司签约。\n');
    const url = `grafeo:${join(news, 'graph.grafeo')}`;
    const child = spawn(process.execPath, [PROGRAM, 'build', news, '--store', url], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.once('data', () => child.stderr.destroy());
    expect(await once(child, 'close')).toEqual([0, null]);
    const built = await openStore(url);
    expect((await built.read()).nodes.length).toBeGreaterThan(1);
    await built.close();
  });

  it('is written into under its other name too, where it stands', async () => {
    const file = join(folder, 'all');
    const out = openSync(file, 'w');
    writeSync(out, 'before\n');
    const { code, err } = await yuantu(['dump', '/dev/stdout', ...store], out);
    writeSync(out, 'after\n');
    closeSync(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^before\n\{"id"[\s\S]*\}\nafter\n$/u);
    expect(existsSync('/dev/stdout.sha256')).toBe(false);
  });
});

describe('a file that cannot be written', { timeout: SLOW }, () => {
  it.runIf(noSmallDisk === undefined)(
    'for the disk is full fails dump, export and query with 2, and the good one stays',
    async () => {
      const disk = openSmallDisk();
      try {
        const at = (name: string) => join(disk.path, name);
        for (const name of ['dump.jsonl', 'dump.jsonl.sha256', 'graph.gexf', 'rows.csv'])
          writeFileSync(at(name), 'old');
        writeFileSync(at('filler'), Buffer.alloc(290 * 1024));
        const before = readdirSync(disk.path);
        const rows = 'MATCH (a:Article) RETURN a.text AS text, a.text AS again';
        for (const argv of [
          ['dump', at('dump.jsonl')],
          ['export', at('graph.gexf')],
          ['query', rows, '--out', at('rows.csv')],
        ]) {
          const { code, err } = await yuantu([...argv, ...store]);
          expect({ code, err }).toMatchObject({
            code: 2,
            err: expect.stringMatching(/: cannot be written: the disk is full\n$/u),
          });
        }
        expect(readdirSync(disk.path)).toEqual(before);
        for (const name of before.filter((name) => name !== 'filler'))
          expect(readFileSync(at(name), 'utf8')).toBe('old');
      } finally {
        disk.close();
      }
    },
  );

  if (!isOpenToOthers)
    console.warn(
      'NOT TESTED: what another user may not write; it takes root, and a folder that others may read',
    );
  else
    it('for the folder is another user’s fails with 2, and the good one stays', async () => {
      const theirs = mkdtempSync(join(tmpdir(), 'yuantu-theirs-'));
      const kept = join(theirs, 'rows.csv');
      writeFileSync(kept, 'old');
      chmodSync(theirs, 0o755);
      chmodSync(kept, 0o666);
      // The store is theirs to read.
      const own = join(theirs, 'own');
      mkdirSync(own);
      execFileSync('chown', ['65534', own]);
      const argv = ['query', 'RETURN 1 AS one', '--store', `grafeo:${join(own, 'g.grafeo')}`];
      const { code, err } = await yuantu([...argv, '--out', kept], 'pipe', 65534);
      expect({ code, err }).toEqual({
        code: 2,
        err: `yuantu: ${kept}: cannot be written: this user may not do that there\n`,
      });
      expect([readFileSync(kept, 'utf8'), existsSync(join(own, 'g.grafeo'))]).toEqual(['old', true]);
      rmSync(theirs, { recursive: true });
    });
});
