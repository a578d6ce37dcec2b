import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

vi.mock(import('../../src/extract/open.ts'), async (original) => {
  const { withOneExtractor } = await import('../support/one-extractor.ts');
  return withOneExtractor(await original());
});

let home = '';
let news = '';
beforeAll(() => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  home = mkdtempSync(join(tmpdir(), 'yuantu-odd-cli-'));
  news = join(home, 'news');
  mkdirSync(join(news, 'later'), { recursive: true });
  writeFileSync(join(news, 'a.txt'), '力元科技有限公司落户宜春经开区。');
  writeFileSync(join(news, 'later', 'b.txt'), '南昌高新区引进晨星科技有限公司。');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

async function yuantu(...argv: readonly string[]) {
  const written = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((stream) =>
    vi.spyOn(process[`std${stream}`], 'write').mockImplementation((piece) => {
      written[stream] += String(piece);
      return true;
    }),
  );
  try {
    const store = ['--store', `grafeo:${join(home, 'graph.grafeo')}`];
    const code = await runProgram([...argv, ...store], new AbortController().signal);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a build of an odd folder', () => {
  it('tells of each file, in either language, and what cannot be looked at stays in the graph', async () => {
    const before = await yuantu('build', news);
    expect(before.code).toBe(0);
    expect(before.err).not.toMatch(/set aside|passed over/u);
    expect(before.out).toContain('files: 2 read, 0 passed over, 0 set aside');

    // What leads nowhere for now, as a disk that is not there.
    rmSync(join(news, 'later'), { recursive: true });
    symlinkSync('nowhere.txt', join(news, 'gone.txt'));
    mkdirSync(join(news, '.git'));
    writeFileSync(join(news, '.git', 'x.jsonl'), 'not read');
    writeFileSync(join(news, 'picture.png'), '');
    execFileSync('mkfifo', [join(news, 'articles.csv')]);
    symlinkSync('.', join(news, 'round'));
    writeFileSync(join(news, 'lines.jsonl'), 'no json\n{"id":"1","text":"赣江新区引进晨星科技有限公司。"}\n');

    const first = await yuantu('diff', news, '--json');
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out).files).toEqual({
      read: 2,
      passedOver: [
        { place: join(news, '.git'), why: 'hidden' },
        { place: join(news, 'articles.csv'), why: 'device' },
        { place: join(news, 'picture.png'), why: 'kind' },
        { place: join(news, 'round'), why: 'link' },
      ],
      setAside: [
        { place: join(news, 'gone.txt'), reason: expect.stringContaining('leads nowhere') },
        { place: `${join(news, 'lines.jsonl')}:1`, reason: 'is no JSON' },
      ],
    });

    const english = await yuantu('build', news);
    expect(english.code).toBe(1);
    expect(english.out).toContain('documents: 1 new, 0 changed, 1 removed, 1 unchanged');
    expect(english.out).toContain('files: 2 read, 4 passed over, 2 set aside');
    expect(english.err.trim().split('\n').slice(-6)).toEqual([
      `passed over, hidden: ${join(news, '.git')}`,
      `passed over, links out of the folder or to another one: ${join(news, 'round')}`,
      `passed over, pipes and devices: ${join(news, 'articles.csv')}`,
      `passed over, of a kind that is not read: ${join(news, 'picture.png')}`,
      expect.stringMatching(/^set aside: .*gone\.txt: the link leads nowhere: /u),
      `set aside: ${join(news, 'lines.jsonl')}:1: is no JSON`,
    ]);
    const chinese = await yuantu('build', news, '--lang', 'zh');
    expect(chinese.out).toContain('文件：读取 2，略过 4，搁置 2');
    expect(chinese.err).toContain(`已略过（隐藏）：${join(news, '.git')}`);

    // The article is taken away, and its file cannot be looked at: the store keeps what it has of it.
    rmSync(join(news, 'a.txt'));
    symlinkSync('a.txt', join(news, 'a.txt'));
    expect((await yuantu('build', news)).out).toContain('0 new, 0 changed, 0 removed, 1 unchanged');
    rmSync(join(news, 'a.txt'));
    expect((await yuantu('build', news)).out).toContain('0 new, 0 changed, 1 removed, 1 unchanged');
  });
});
