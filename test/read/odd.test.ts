import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PassedReason } from '../../src/model/article.ts';
import { openAccount, readSources } from '../../src/read/index.ts';

const home = mkdtempSync(join(tmpdir(), 'yuantu-odd-'));
// Paths there are longer than Node can take away.
afterAll(() => execFileSync('rm', ['-rf', home]));

const TEXT = '晨星科技公司与云岭高新区签约。';

function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(home, 'in-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** What becomes of everything in a folder: ids that are read, places with the reason, places with why they are passed over. */
async function accountOf(dir: string) {
  const { onFile, total } = openAccount();
  const [ids, setAside, unseen]: [string[], string[], string[]] = [[], [], []];
  const short = (place: string) => place.replace(`${dir}/`, '').replace(dir, '.');
  for await (const item of readSources([dir], { source: 's', onFile }))
    if (!('reason' in item)) ids.push(item.id);
    else {
      setAside.push(`${short(item.place)}: ${item.reason}`);
      if (item.unseen !== undefined) unseen.push(item.unseen);
    }
  const { read, passedOver } = total();
  const passed: Partial<Record<PassedReason, string[]>> = {};
  for (const { place, why } of passedOver) passed[why] = [...(passed[why] ?? []), short(place)];
  return { ids, read, setAside, passed, unseen };
}

const pipe = (path: string) => execFileSync('mkfifo', [path]);

describe('an odd folder', () => {
  it('is read past what is hidden, of another kind, or a browser put beside a page', async () => {
    const dir = folder({
      'a.txt': TEXT,
      '.a.txt': TEXT,
      '~$b.docx': '',
      '.git/a.txt': TEXT,
      'picture.png': '',
      '页.html': `<p>${TEXT}</p>`,
      '页_files/ad.html': TEXT,
      '旧.htm': `<p>${TEXT}</p>`,
      '旧.files/ad.html': TEXT,
      'own_files/b.txt': TEXT,
      'articles.csv': 'file,title\na.txt,甲\n',
    });
    expect(await accountOf(dir)).toEqual({
      ids: ['s/a.txt', 's/own_files/b.txt', 's/旧.htm', 's/页.html'],
      read: 4,
      setAside: [],
      unseen: [],
      passed: {
        hidden: ['.a.txt', '.git', '~$b.docx'],
        kind: ['picture.png'],
        page: ['旧.files', '页_files'],
      },
    });
  });

  it('whose links go round, lead out or nowhere is read to its end', async () => {
    const outside = folder({ 'secret.txt': TEXT, 'in/deep.txt': TEXT });
    const dir = folder({ 'a.txt': TEXT, 'sub/b.txt': TEXT });
    const link = (target: string, name: string) => symlinkSync(target, join(dir, name));
    link('.', 'round');
    link('..', 'sub/up');
    link('self.txt', 'self.txt');
    link('nowhere.txt', 'gone.txt');
    link('nowhere', 'nothing');
    link(join(outside, 'secret.txt'), 'out.txt');
    link(join(outside, 'in'), 'out');
    link('sub/b.txt', 'again.txt');
    link('/dev/zero', 'zero.txt');
    expect(await accountOf(dir)).toEqual({
      ids: ['s/a.txt', 's/again.txt', 's/sub/b.txt'],
      read: 3,
      setAside: [
        'gone.txt: the link leads nowhere: there is no such file or folder',
        'self.txt: the link leads nowhere: its links lead in a circle',
      ],
      unseen: ['s/gone.txt', 's/self.txt'],
      passed: { link: ['nothing', 'out', 'out.txt', 'round', 'sub/up', 'zero.txt'] },
    });
  });

  it.runIf(process.platform !== 'win32')(
    'with pipes and sockets where files should be never waits for them',
    async () => {
      const dir = folder({ 'a.txt': TEXT, 'sub/b.txt': TEXT });
      for (const name of ['articles.csv', 'x.txt', 'lines.jsonl', 'sub/articles.csv']) pipe(join(dir, name));
      symlinkSync('x.txt', join(dir, 'y.txt'));
      const server = createServer().listen(join(dir, 'socket.txt'));
      const account = await accountOf(dir);
      server.close();
      expect(account).toEqual({
        ids: ['s/a.txt', 's/sub/b.txt'],
        read: 2,
        setAside: [],
        unseen: [],
        passed: {
          device: ['articles.csv', 'lines.jsonl', 'socket.txt', 'sub/articles.csv', 'x.txt', 'y.txt'],
        },
      });
      expect((await accountOf(join(dir, 'x.txt'))).setAside).toEqual(['.: is a pipe, a socket or a device']);
    },
  );

  it('with a broken line, a broken file and a broken table is read past them', async () => {
    const dir = folder({
      'a.jsonl': `{"id":"1","text":"${TEXT}"}\nnot json\n{"id":"2","text":"${TEXT}"}\n`,
      'b.jsonl': '\0\0\0',
      'blank.jsonl': ' \r\n\t\n',
      'c/articles.csv': '"',
      'c/c.txt': TEXT,
    });
    expect(await accountOf(dir)).toEqual({
      ids: ['s/1', 's/2', 's/c/c.txt'],
      read: 2,
      setAside: [
        'a.jsonl:2: is no JSON',
        'b.jsonl:1: binary: it holds zero bytes',
        'blank.jsonl: is empty',
        expect.stringMatching(/^c\/articles\.csv: is no CSV table/u),
      ],
      unseen: [],
      passed: {},
    });
  });

  it('whose files have faults is read, and each fault is told with its place', async () => {
    const dir = folder({ 'a.txt': `\0${TEXT.repeat(5)}`, 'b.txt': TEXT });
    const { onFile, total } = openAccount();
    const ids: string[] = [];
    for await (const item of readSources([join(dir, 'a.txt'), join(dir, 'b.txt')], { source: 's', onFile }))
      if (!('reason' in item)) ids.push(item.id);
    expect(ids).toEqual(['s/a.txt', 's/b.txt']);
    expect(total().notes).toEqual([{ place: join(dir, 'a.txt'), note: '1 zero byte left out' }]);
  });

  it('whose articles.csv tells of files that are not there, or of days that do not exist, says so', async () => {
    const dir = folder({
      'a.txt': TEXT,
      'articles.csv': 'file,published\na.txt,2024-02-30\nb.txt,2024\nsub/c.txt,\n',
      'sub/c.txt': TEXT,
      'table.csv': `编号,正文\n1,${TEXT}\n`,
    });
    const { onFile, total } = openAccount();
    const ids: string[] = [];
    for await (const item of readSources([dir], { source: 's', onFile }))
      if (!('reason' in item)) ids.push(item.id);
    expect(ids).toEqual(['s/a.txt', 's/sub/c.txt', 's/1']);
    const place = join(dir, 'articles.csv');
    expect(total().notes).toEqual([
      { place: `${place}:2`, note: 'published "2024-02-30" is no date and is left out' },
      { place: `${place}:3`, note: 'tells of "b.txt", which is not there' },
    ]);
  });

  // Root may look into every folder, but nobody into one whose path is longer than paths can be.
  it('with a folder that cannot be looked into is read past it, and what is below it may be there all the same', async () => {
    const dir = folder({ 'a.txt': TEXT, 'z.txt': TEXT });
    const step = 'd'.repeat(200);
    execFileSync('bash', ['-c', `cd "$0"; for i in {1..25}; do mkdir ${step}; cd ${step}; done`, dir]);
    const account = await accountOf(dir);
    expect(account.ids).toEqual(['s/a.txt', 's/z.txt']);
    expect(account.setAside).toEqual([expect.stringMatching(/^d+[d/]+: its path is too long$/u)]);
    expect(account.unseen).toEqual([expect.stringMatching(/^s\/d+[d/]+\/$/u)]);
  });

  it.runIf(process.platform === 'linux')(
    'whose names are not UTF-8 is read: GB18030 is, and other bytes are told',
    async () => {
      const dir = folder({});
      const write = (name: string) =>
        writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name, 'hex')]), TEXT);
      // 新闻.txt in GB18030, three bytes that are in no encoding, and a name that moves the cursor.
      write('d0c2cec52e747874');
      write('80fffe2e747874');
      write('1b5b324a2e706e67');
      const { ids, passed } = await accountOf(dir);
      expect(ids).toEqual(['s/%80%FF%FE.txt', 's/新闻.txt']);
      expect(passed).toEqual({ kind: ['\\x1b[2J.png'] });
      expect(readdirSync(dir)).toHaveLength(3);
    },
  );
});
