import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { openStore } from '../../src/store/index.ts';
import { shareStore } from '../../src/store/shared/host.ts';
import { compiled } from '../support/compiled.ts';

vi.mock(import('../../src/extract/open.ts'), async (original) => {
  const { withOneExtractor } = await import('../support/one-extractor.ts');
  return withOneExtractor(await original());
});

let folder = '';
let news = '';
const at = (name: string) => join(folder, name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on the test's own store, in this process. */
async function yuantu(...argv: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((stream) =>
    vi.spyOn(process[stream === 'out' ? 'stdout' : 'stderr'], 'write').mockImplementation((piece) => {
      written[stream] += String(piece);
      return true;
    }),
  );
  try {
    const store = argv.includes('--store') ? [] : ['--store', `grafeo:${at('graph.grafeo')}`];
    const code = await runProgram([...argv, ...store], new AbortController().signal);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

beforeAll(() => {
  vi.stubEnv('LANG', 'C.UTF-8');
  vi.stubEnv('LC_ALL', '');
  folder = mkdtempSync(join(tmpdir(), 'yuantu-cli-'));
  news = at('news');
  mkdirSync(news);
  writeFileSync(join(news, 'a.txt'), '力元科技有限公司落户宜春经开区，总投资20亿元。');
  writeFileSync(join(news, 'b.txt'), '南昌高新区引进晨星科技有限公司。');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('yuantu', () => {
  it('mirrors a folder, and the second time writes nothing', async () => {
    const first = await yuantu('build', news);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(
      /^documents: 2 new, 0 changed, 0 removed, 0 unchanged\nentities \d+: Company \d/u,
    );
    const second = await yuantu('build', news);
    expect(second.out).toMatch(/2 unchanged[\s\S]*nothing changed/u);
  });

  it('asks statements from a file, and writes rows or their graph to a file', async () => {
    writeFileSync(at('ask.cypher'), "// 两条\nRETURN 1 AS one;\nRETURN ';' AS two;\n");
    expect((await yuantu('query', '--file', at('ask.cypher'), '--format', 'jsonl')).out).toBe(
      '{"one":1}\n{"two":";"}\n',
    );
    expect(
      (await yuantu('query', 'MATCH (c:Company) RETURN c.name AS name', '--out', at('rows.csv'))).out,
    ).toBe('');
    expect(readFileSync(at('rows.csv'), 'utf8')).toContain('晨星科技有限公司');
    await yuantu('query', 'MATCH p = (:Company)-[:LOCATED_IN]->() RETURN p', '--out', at('part.gexf'));
    expect(readFileSync(at('part.gexf'), 'utf8')).toContain('<gexf');
    expect((await yuantu('query', 'RETURN 1 AS one', '--out', at('none.gexf'))).code).toBe(1);
    expect((await yuantu('query', '--file', at('nowhere.cypher'))).err).toContain('nowhere.cypher');
    expect((await yuantu('query', 'UNWIND range(1, 9) AS i RETURN i', '--limit', '2')).out).toContain(
      '2 of 9 rows',
    );
  });

  it('follows what is added, changed and gone, and comes back to the same bytes', async () => {
    await yuantu('dump', at('before.jsonl'));
    writeFileSync(join(news, 'c.txt'), '云岭化工有限公司落户安义县。');
    writeFileSync(join(news, 'b.txt'), '南昌高新区引进曙光科技有限公司。');
    expect((await yuantu('build', news)).out).toContain('1 new, 1 changed, 0 removed, 1 unchanged');
    rmSync(join(news, 'c.txt'));
    writeFileSync(join(news, 'b.txt'), '南昌高新区引进晨星科技有限公司。');
    expect((await yuantu('build', news)).out).toContain('0 new, 1 changed, 1 removed, 1 unchanged');
    await yuantu('dump', at('after.jsonl'));
    expect(readFileSync(at('after.jsonl'), 'utf8')).toBe(readFileSync(at('before.jsonl'), 'utf8'));
  });

  it('keeps other sources, and takes one back', async () => {
    await yuantu('dump', at('one.jsonl'));
    writeFileSync(at('more.jsonl'), '{"id":"x","text":"云岭化工有限公司落户宜春经开区。"}\n');
    expect(await yuantu('build', at('more.jsonl'), '--source', 'more')).toMatchObject({ code: 0 });
    const { out } = await yuantu(
      'query',
      'MATCH (a:Article) RETURN a.id AS id ORDER BY id',
      '--format',
      'csv',
    );
    expect(out).toBe('id\r\nmore/x\r\nnews/a.txt\r\nnews/b.txt\r\n');
    expect(await yuantu('remove', '--source', 'more')).toMatchObject({ code: 0 });
    await yuantu('dump', at('two.jsonl'));
    expect(readFileSync(at('two.jsonl'), 'utf8')).toBe(readFileSync(at('one.jsonl'), 'utf8'));
  });

  it('does not put a folder in the place of another one of its name', async () => {
    const other = ['--store', `grafeo:${at('apart/graph.grafeo')}`];
    const count = async (source: string) =>
      (
        await yuantu(
          'query',
          `MATCH (a:Article {source: '${source}'}) RETURN count(a) AS n`,
          '--format',
          'csv',
          ...other,
        )
      ).out;
    for (const [year, text] of [
      ['2024', '力元科技有限公司落户宜春经开区。'],
      ['2025', '晨星科技有限公司落户南昌高新区。'],
    ] as const) {
      mkdirSync(at(`${year}/06`), { recursive: true });
      writeFileSync(at(`${year}/06/01.txt`), text);
    }
    expect(await yuantu('build', at('2024/06'), ...other)).toMatchObject({ code: 0 });
    const refused = await yuantu('build', at('2025/06'), ...other);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--source') });
    expect(await yuantu('diff', at('2025/06'), ...other)).toMatchObject({ code: 2 });
    expect(await count('06')).toBe('n\r\n1\r\n');
    expect(await yuantu('build', at('2025/06'), '--source', '2025-06', ...other)).toMatchObject({ code: 0 });
    expect(await count('2025-06')).toBe('n\r\n1\r\n');
    // A copy of the folder, and one that was moved, are the same source.
    mkdirSync(at('copy/06'), { recursive: true });
    writeFileSync(at('copy/06/01.txt'), readFileSync(at('2024/06/01.txt')));
    writeFileSync(at('copy/06/02.txt'), '云岭化工有限公司落户宜春经开区。');
    expect(await yuantu('build', at('copy/06'), ...other)).toMatchObject({ code: 0 });
    expect(await count('06')).toBe('n\r\n2\r\n');
    rmSync(at('copy'), { recursive: true });
    expect(await yuantu('build', at('2025/06'), ...other)).toMatchObject({ code: 0 });
    expect(await count('06')).toBe('n\r\n1\r\n');
  });

  it('restores a dump to the byte', async () => {
    await yuantu('dump', at('d.jsonl'));
    const other = ['--store', `grafeo:${at('other.grafeo')}`];
    expect(await yuantu('restore', at('d.jsonl'), ...other)).toMatchObject({ code: 0 });
    await yuantu('dump', at('e.jsonl'), ...other);
    expect(readFileSync(at('e.jsonl'), 'utf8')).toBe(readFileSync(at('d.jsonl'), 'utf8'));
    // What is beside it is what other programs check too.
    if (process.platform === 'linux')
      expect(execFileSync('sha256sum', ['-c', 'd.jsonl.sha256'], { cwd: folder, encoding: 'utf8' })).toBe(
        'd.jsonl: OK\n',
      );
  });

  it('defuses formulas in CSV, and marks a file for Excel unless it is told otherwise', async () => {
    const ask = (...more: string[]) => yuantu('query', "RETURN '=1+1' AS 甲", '--format', 'csv', ...more);
    const rows = "甲\r\n'=1+1\r\n";
    expect((await ask()).out).toBe(rows);
    expect((await ask('--mark')).out).toBe(`\ufeff${rows}`);
    await ask('--out', at('rows.csv'));
    expect(readFileSync(at('rows.csv'), 'utf8')).toBe(`\ufeff${rows}`);
    await ask('--out', at('rows.csv'), '--no-mark');
    expect(readFileSync(at('rows.csv'), 'utf8')).toBe(rows);
  });

  it('answers in four formats, with parameters', async () => {
    const statement = 'MATCH (c:Company) WHERE c.name STARTS WITH $start RETURN c.name AS name';
    const ask = (format: string) => yuantu('query', statement, '-p', 'start="力元"', '--format', format);
    expect((await ask('csv')).out).toBe('name\r\n力元科技有限公司\r\n');
    expect(JSON.parse((await ask('json')).out)).toEqual([{ name: '力元科技有限公司' }]);
    expect((await ask('jsonl')).out).toBe('{"name":"力元科技有限公司"}\n');
    expect((await ask('table')).out).toContain('力元科技有限公司');
    expect(await yuantu('query', statement)).toMatchObject({
      code: 2,
      err: expect.stringContaining('the parameter start is not given; write -p start=JSON'),
    });
  });

  it('exports to a file, and leaves none behind when it cannot', async () => {
    expect(await yuantu('export', at('g.gexf'))).toMatchObject({ code: 0 });
    expect(readFileSync(at('g.gexf'), 'utf8')).toContain('label="力元科技有限公司"');
  });

  it('extracts into files of the same stem', async () => {
    expect(await yuantu('extract', news, '--out', at('out'))).toMatchObject({ code: 0 });
    const { doc, entities } = JSON.parse(readFileSync(at('out/a.json'), 'utf8'));
    expect(doc).toBe('a');
    expect(entities.map((e: { name: string }) => e.name)).toContain('力元科技有限公司');
  });

  it('keeps results of one stem apart, and says so', async () => {
    const texts = {
      'a/notes.txt': '力元科技有限公司落户宜春经开区。',
      'b/notes.txt': '远航科技有限公司落户宜春经开区。',
    };
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(join(at('apart'), name, '..'), { recursive: true });
      writeFileSync(join(at('apart'), name), text);
    }
    const files = Object.keys(texts).map((name) => join(at('apart'), name));
    for (let time = 0; time < 2; time++) {
      const ran = await yuantu('extract', ...files, '--out', at('both'));
      expect(ran).toMatchObject({ code: 0 });
      expect(ran.err).toContain('notes.txt → notes-2.json');
    }
    expect(readFileSync(at('both/notes.json'), 'utf8')).toContain('力元科技有限公司');
    expect(readFileSync(at('both/notes-2.json'), 'utf8')).not.toContain('力元科技有限公司');
  });

  it('keeps results of one stem apart over several runs, and knows its own again', async () => {
    const [one, other] = ['a', 'b'].map((folder) => join(at('runs'), folder, 'notes.txt')) as [
      string,
      string,
    ];
    for (const file of [one, other]) mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(one, '力元科技有限公司落户宜春经开区。');
    writeFileSync(other, '远航科技有限公司落户宜春经开区。');
    const names = () =>
      readdirSync(at('told'))
        .filter((name) => name.endsWith('.json'))
        .sort();
    const extract = (path: string) => yuantu('extract', path, '--out', at('told'));
    expect((await extract(one)).err).not.toContain('notes-2');
    expect((await extract(other)).err).toContain('notes.txt → notes-2.json');
    for (const path of [other, one, join(one, '..')]) expect(await extract(path)).toMatchObject({ code: 0 });
    expect(names()).toEqual(['notes-2.json', 'notes.json']);
    expect(readFileSync(at('told/notes.json'), 'utf8')).toContain('力元科技有限公司');
    writeFileSync(one, '力山科技有限公司落户宜春经开区。');
    expect(await extract(one)).toMatchObject({ code: 0 });
    expect(readFileSync(at('told/notes.json'), 'utf8')).toContain('力山科技有限公司');
    expect(names()).toHaveLength(2);
  });

  it('sets bad files aside and says so', async () => {
    const bad = at('bad');
    mkdirSync(bad);
    writeFileSync(join(bad, 'good.txt'), '力元科技有限公司落户宜春经开区。');
    writeFileSync(join(bad, 'empty.txt'), '');
    const ran = await yuantu('build', bad);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/set aside: .*empty\.txt: /u);
    await yuantu('remove', '--source', 'bad');
  });
});

describe('the exit code', () => {
  it.each<readonly [number, string, readonly string[]]>([
    [2, 'an unknown command', ['frobnicate']],
    [2, 'an unknown format', ['query', 'RETURN 1', '--format', 'xml']],
    [2, 'a path that is not there', ['build', '/nowhere/at/all']],
    [2, 'a store of no kind', ['build', '.', '--store', 'redis:x']],
    [2, 'a statement that writes', ['query', 'CREATE (n:Entity {id: "x"})']],
    [2, 'a wrong statement', ['query', 'MATCH (n']],
    [2, 'a port that is none', ['serve', '--port', '99999']],
    [2, 'nothing to remove', ['remove']],
    [1, 'an article that is not there', ['remove', 'news/none.txt']],
    [0, 'help', ['build', '--help']],
  ])('is %i for %s', async (code, _, argv) => {
    const ran = await yuantu(...argv);
    expect(ran.code).toBe(code);
    // A message is a line, never a stack.
    expect(ran.err).not.toMatch(/^\s+at /mu);
  });

  it('is 130 when it is stopped before it writes', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const code = await runProgram(['build', news, '--store', `grafeo:${at('graph.grafeo')}`], stopped.signal);
    spy.mockRestore();
    expect(code).toBe(130);
  });
});

describe('messages', () => {
  it('are Chinese when asked or by the locale', async () => {
    expect((await yuantu('build', news, '--lang', 'zh')).out).toMatch(/^文档：新增 0/u);
    vi.stubEnv('LANG', 'zh_CN.UTF-8');
    expect((await yuantu('--help')).out).toContain('把开发区新闻变成');
    expect((await yuantu('remove', '没有')).err).toBe('yuantu: 没有这篇文章：没有\n');
    vi.stubEnv('LANG', 'C.UTF-8');
  });
});

describe('a store that a server holds', () => {
  it('is worked with through the server', async () => {
    const url = `grafeo:${at('graph.grafeo')}`;
    const store = await openStore(url);
    const onChange = vi.fn(async () => {});
    const onProgress = vi.fn();
    const script = compiled('store/sandbox/process.js');
    const sharing = await shareStore(url, store, { onChange, onProgress }, script);
    try {
      const asked = await yuantu('query', 'MATCH (a:Article) RETURN count(a) AS n', '--format', 'csv');
      expect(asked.out).toBe('n\r\n2\r\n');
      expect(onChange).not.toHaveBeenCalled();
      expect(await yuantu('remove', 'news/b.txt')).toMatchObject({ code: 0 });
      expect(onChange).toHaveBeenCalledOnce();
      expect(await yuantu('build', news)).toMatchObject({ code: 0 });
      expect(onProgress).toHaveBeenCalledWith(expect.objectContaining({ step: 'extract' }));
      expect((await yuantu('query', 'MATCH (n')).code).toBe(2);
    } finally {
      await sharing.close();
      await store.close();
    }
    expect((await yuantu('query', 'MATCH (a:Article) RETURN count(a) AS n', '--format', 'csv')).out).toBe(
      'n\r\n2\r\n',
    );
  });
});
