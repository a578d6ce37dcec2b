import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendWhole, isKept, writeTogether, writeWhole } from '../../src/files/write.ts';
import { noSmallDisk, openSmallDisk } from '../support/small-disk.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const fault = (message: RegExp) =>
  expect.objectContaining({ code: 'FILE', message: expect.stringMatching(message) });
/** More than a pipe holds, and than the small disk. */
const LONG = '园区'.repeat(200_000);
function* pieces(of = LONG, size = 1000) {
  for (let start = 0; start < of.length; start += size) yield of.slice(start, start + size);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-write-'));
  writeFileSync(at('old'), 'old');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file', () => {
  it('is written as a whole, in folders that are made for it, and leaves nothing beside it', async () => {
    await writeWhole(at('a/b/new'), pieces());
    expect(text('a/b/new')).toBe(LONG);
    await writeWhole(at('old'), ['new']);
    expect(text('old')).toBe('new');
    expect([readdirSync(folder).sort(), readdirSync(at('a/b'))]).toEqual([['a', 'old'], ['new']]);
  });

  it('keeps its rights', async () => {
    writeFileSync(at('mine'), 'old', { mode: 0o640 });
    await writeWhole(at('mine'), ['new']);
    await writeWhole(at('secret'), ['new'], { mode: 0o600 });
    expect([statSync(at('mine')).mode & 0o777, statSync(at('secret')).mode & 0o777]).toEqual([0o640, 0o600]);
  });

  it('stays as it was when what makes the bytes fails half way', async () => {
    const broken = (function* () {
      yield* pieces();
      throw new Error('half way');
    })();
    await expect(writeWhole(at('old'), broken)).rejects.toThrow('half way');
    expect([readdirSync(folder), text('old')]).toEqual([['old'], 'old']);
  });

  it('stays as it was when another that belongs to it cannot be written', async () => {
    mkdirSync(at('folder'));
    const both = ['old', 'folder'].map((name) => ({ file: at(name), pieces: ['new'] }));
    await expect(writeTogether(both)).rejects.toEqual(fault(/folder: cannot be written: it is a folder/u));
    expect([readdirSync(folder).sort(), text('old')]).toEqual([['folder', 'old'], 'old']);
  });

  it.each([
    ['old/new', /a part of its path is no folder/u],
    ['x'.repeat(300), /its path is too long/u],
    ['round', /its links lead in a circle/u],
    ['.', /it is a folder/u],
  ])('cannot be %.20s, and why is told', async (name, message) => {
    symlinkSync('round', at('round'));
    await expect(writeWhole(at(name), ['new'])).rejects.toEqual(fault(message));
    expect(text('old')).toBe('old');
  });

  it('may have a name as long as names can be', async () => {
    await writeWhole(at('x'.repeat(255)), ['new']);
    expect(text('x'.repeat(255))).toBe('new');
  });
});

describe('a link', () => {
  it('stays, and what it leads to is written, there or not', async () => {
    mkdirSync(at('there'));
    symlinkSync('../old', at('there/link'));
    symlinkSync('there/link', at('further'));
    symlinkSync('nowhere', at('loose'));
    await writeWhole(at('further'), ['new']);
    await writeWhole(at('loose'), ['fresh']);
    expect(readlinkSync(at('further'))).toBe('there/link');
    expect(lstatSync(at('old')).isFile()).toBe(true);
    expect([text('old'), text('nowhere'), readlinkSync(at('loose'))]).toEqual(['new', 'fresh', 'nowhere']);
  });
});

describe.runIf(process.platform === 'linux')('a pipe or a device', () => {
  it('is written into, and stays what it is', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('cat', [at('pipe')]);
    const [came] = await Promise.all([buffer(reader.stdout), writeWhole(at('pipe'), pieces())]);
    expect(came.toString()).toBe(LONG);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
    symlinkSync('/dev/null', at('nothing'));
    await writeWhole(at('nothing'), pieces());
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(await Promise.all(['pipe', 'nothing', 'old', 'new'].map((name) => isKept(at(name))))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('that is full is an error', async () => {
    await expect(writeWhole('/dev/full', ['new'])).rejects.toEqual(
      fault(/^\/dev\/full: .* the disk is full$/u),
    );
  });

  it('whose reader leaves is an error', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('head', ['-c', '10', at('pipe')]);
    const left = once(reader, 'exit');
    await expect(writeWhole(at('pipe'), pieces())).rejects.toEqual(fault(/whoever read it has gone/u));
    await left;
  });

  it('that nobody reads is waited for until the signal', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const gone = new AbortController();
    const writing = writeWhole(at('pipe'), ['new'], { signal: gone.signal });
    gone.abort();
    await expect(writing).rejects.toThrow('aborted');
  });

  it('has no name of its own where it is an open file: it is added to', async () => {
    const script = `exec 7>>${at('old')}; readlink /proc/self/fd/7; sleep 60`;
    const holder = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await writeWhole(`/proc/${holder.pid}/fd/7`, ['new']);
    holder.kill();
    expect([text('old'), readdirSync(folder)]).toEqual(['oldnew', ['old']]);
  });
});

describe('a log', () => {
  it('is added to, and told where', async () => {
    expect(await appendWhole(at('sub/log'), '一\n')).toBe(0);
    expect(await appendWhole(at('sub/log'), '二\n')).toBe(4);
    expect(text('sub/log')).toBe('一\n二\n');
  });
});

describe.runIf(noSmallDisk === undefined)('a full disk', () => {
  let disk: ReturnType<typeof openSmallDisk>;
  beforeEach(() => {
    disk = openSmallDisk();
    writeFileSync(join(disk.path, 'old'), 'old');
  });
  afterEach(() => disk.close());
  const there = (name: string) => readFileSync(join(disk.path, name), 'utf8');
  const full = fault(/cannot be written: the disk is full$/u);

  it('leaves the old file, and no half of a new one', async () => {
    await expect(writeWhole(join(disk.path, 'old'), pieces())).rejects.toEqual(full);
    await expect(writeWhole(join(disk.path, 'new'), [LONG])).rejects.toEqual(full);
    expect([readdirSync(disk.path), there('old')]).toEqual([['old'], 'old']);
  });

  it('leaves all of what is written together', async () => {
    const all = [
      { file: join(disk.path, 'old'), pieces: ['new'] },
      { file: join(disk.path, 'other'), pieces: pieces() },
    ];
    await expect(writeTogether(all)).rejects.toEqual(full);
    expect([readdirSync(disk.path), there('old')]).toEqual([['old'], 'old']);
  });

  it('leaves a log as it was, and the next line fits', async () => {
    await expect(appendWhole(join(disk.path, 'old'), LONG)).rejects.toEqual(full);
    expect(there('old')).toBe('old');
    await appendWhole(join(disk.path, 'old'), '!');
    expect(there('old')).toBe('old!');
  });

  it('is told from one that nobody may write to', async () => {
    disk.readOnly();
    const old = join(disk.path, 'old');
    const deep = join(disk.path, 'in', 'a', 'folder');
    for (const write of [
      () => writeWhole(old, ['new']),
      () => appendWhole(old, 'new'),
      () => writeWhole(deep, ['new']),
      () => appendWhole(deep, 'new'),
    ])
      await expect(write()).rejects.toEqual(fault(/the disk is read-only$/u));
    expect(there('old')).toBe('old');
  });
});
