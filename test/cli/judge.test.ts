import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

vi.mock(import('../../src/extract/open.ts'), async (original) => {
  const { withOneExtractor } = await import('../support/one-extractor.ts');
  return withOneExtractor(await original());
});

let folder = '';
const at = (name: string) => join(folder, name);

/** Runs a command on the test's own store, in this process. */
async function yuantu(...argv: readonly string[]) {
  const written = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((stream) =>
    vi.spyOn(process[stream === 'out' ? 'stdout' : 'stderr'], 'write').mockImplementation((piece) => {
      written[stream] += String(piece);
      return true;
    }),
  );
  try {
    const store = ['--store', `grafeo:${at('graph.grafeo')}`, '--lang', 'en'];
    return { code: await runProgram([...argv, ...store], new AbortController().signal), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function dump(name: string): Promise<string> {
  await yuantu('dump', at(name));
  return readFileSync(at(name), 'utf8');
}

beforeAll(async () => {
  vi.stubEnv('YUANTU_JUDGE', '王');
  folder = mkdtempSync(join(tmpdir(), 'yuantu-judging-'));
  mkdirSync(at('news'));
  writeFileSync(at('news/a.txt'), '力元新能源科技有限公司落户宜春经开区，总投资20亿元。');
  writeFileSync(at('news/b.txt'), '宜春力元新能源科技有限公司落户南昌高新区。');
  await yuantu('build', at('news'));
}, 300_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const NAMES = ['Company:力元新能源科技有限公司', 'Company:宜春力元新能源科技有限公司'] as const;

describe('yuantu judge', { timeout: 300_000 }, () => {
  it('merges, takes back and merges again, to the byte', async () => {
    const before = await dump('0.jsonl');
    const said = await yuantu('judge', 'same', ...NAMES, '--why', '同一家');
    expect(said).toMatchObject({ code: 0 });
    const merged = await dump('1.jsonl');
    expect(merged).not.toBe(before);
    const [id = ''] = said.out.split(' ');
    expect(await yuantu('judge', 'undo', id)).toMatchObject({ code: 0 });
    expect(await dump('2.jsonl')).toBe(before);
    expect(await yuantu('judge', 'same', NAMES[1], NAMES[0], '--by', '李')).toMatchObject({ code: 0 });
    expect(await dump('3.jsonl')).toBe(merged);
    const { out } = await yuantu('judge', 'list');
    expect(out.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(1);
    expect(out).toContain('# 同一家');
  });

  it('is heeded by every later build, and contradictions are told', async () => {
    const merged = await dump('4.jsonl');
    expect((await yuantu('build', at('news'))).out).toContain('nothing changed');
    expect((await yuantu('judge', 'different', ...NAMES)).err).toContain('contradict');
    expect(await dump('5.jsonl')).not.toBe(merged);
    expect((await yuantu('build', at('news'))).err).toMatch(/contradict.*same Company/u);
  });

  it('tells which one gives way because of what articles say', async () => {
    writeFileSync(at('news/g.txt'), '甲辰新能源科技有限公司(以下简称“甲辰科技”)落户宜春经开区。');
    writeFileSync(at('news/h.txt'), '晨光半导体材料有限公司(以下简称“晨光材料”)落户宜春经开区。');
    await yuantu('build', at('news'));
    await yuantu('judge', 'different', 'Company:甲辰科技', 'Company:晨光材料');
    const names = ['Company:甲辰新能源科技有限公司', 'Company:晨光半导体材料有限公司'];
    expect((await yuantu('judge', 'same', ...names)).err).toContain('gives way');
    expect((await yuantu('build', at('news'))).err).toMatch(/gives way.*same.*↔.*different/u);
    for (const name of ['g', 'h']) rmSync(at(`news/${name}.txt`));
    expect((await yuantu('build', at('news'))).err).not.toContain('gives way');
  });

  it('makes sure what is right, until that is taken back', async () => {
    const ends = [NAMES[1], 'Zone:南昌高新区'] as const;
    const sure = async () =>
      (
        await yuantu(
          ...[
            'query',
            "MATCH ({name: '南昌高新区'})<-[r:LOCATED_IN]-(:Company) RETURN r.confidence = 1 AS sure",
          ],
          ...['--format', 'csv'],
        )
      ).out;
    const before = await sure();
    const said = await yuantu('judge', 'right', ...ends, '--relation', 'LOCATED_IN');
    expect(said).toMatchObject({ code: 0 });
    expect(await sure()).toBe('sure\r\ntrue\r\n');
    const [id = ''] = said.out.split(' ');
    expect((await yuantu('judge', 'list')).out).toContain(`right ${ends[0]} -LOCATED_IN-> ${ends[1]}`);
    expect(await yuantu('judge', 'undo', id)).toMatchObject({ code: 0 });
    expect(await sure()).toBe(before);
    const unknown = await yuantu('judge', 'right', ...ends, '--relation', 'PART_OF');
    expect(unknown.err).toMatch(/no article tells PART_OF/u);
  });

  it('takes out what is wrong', async () => {
    const investment = 'MATCH (p) WHERE p.investment IS NOT NULL RETURN count(p) AS n';
    const zones = "MATCH (z:Zone {name: '宜春经开区'}) RETURN count(z) AS n";
    expect(await yuantu('judge', 'wrong', 'Zone:宜春经开区')).toMatchObject({ code: 0 });
    expect((await yuantu('query', zones, '--format', 'csv')).out).toBe('n\r\n0\r\n');
    expect((await yuantu('query', investment, '--format', 'csv')).code).toBe(0);
  });

  it('refuses what no article tells, with what comes nearest', async () => {
    const log = readFileSync(at('judgements.jsonl'), 'utf8');
    const missed = await yuantu('judge', 'wrong', 'Company:宜春力元新能源公司');
    expect(missed).toMatchObject({ code: 1 });
    expect(missed.err).toMatch(/names a Company 宜春力元新能源公司; nearest: 宜春力元新能源科技有限公司/u);
    const tied = await yuantu('judge', 'wrong', NAMES[1], 'Zone:南昌高新区', '--relation', 'PART_OF');
    expect(tied.err).toMatch(/no article tells PART_OF.*; told between them: LOCATED_IN/u);
    const valued = await yuantu('judge', 'wrong', NAMES[1], '--fact', 'investment', '--value', '7');
    expect(valued.err).toMatch(/no article tells investment 7 of/u);
    expect(readFileSync(at('judgements.jsonl'), 'utf8')).toBe(log);
  });

  it.each([
    ['a thing without a type', ['judge', 'wrong', '力元']],
    ['one name where two are needed', ['judge', 'same', NAMES[0]]],
    ['two kinds', ['judge', 'same', NAMES[0], 'Zone:宜春经开区']],
    ['no such verdict', ['judge', 'perhaps', ...NAMES]],
  ])('refuses %s', async (_, argv) => {
    const log = readFileSync(at('judgements.jsonl'), 'utf8');
    expect((await yuantu(...argv)).code).toBe(2);
    expect(readFileSync(at('judgements.jsonl'), 'utf8')).toBe(log);
  });
});

describe('yuantu review', { timeout: 300_000 }, () => {
  it('prints the doubtful pairs with their evidence', async () => {
    writeFileSync(at('news/c.txt'), '晨星半导体有限公司落户南昌高新区。');
    writeFileSync(at('news/d.txt'), '南昌晨星半导体有限公司在南昌高新区投产。');
    await yuantu('build', at('news'));
    const pairs = (await yuantu('review', '--list', '--json')).out.trim().split('\n');
    const names = pairs.flatMap((line) => {
      const { left, right } = JSON.parse(line) as Record<'left' | 'right', { names: { name: string } }>;
      return [left.names.name, right.names.name];
    });
    expect(names).toContain('晨星半导体有限公司');
    expect((await yuantu('review', '--list')).out).toContain('投产');
  });
});

describe('yuantu diff', { timeout: 300_000 }, () => {
  it('tells how far the articles are apart on what a build wrote', async () => {
    const project = '晨星科技有限公司投资建设的晨星新能源动力电池项目';
    writeFileSync(
      at('news/e.txt'),
      `宜春经开区与晨星科技有限公司签约。${project}总投资10亿元,目前正在施工。`,
    );
    await yuantu('build', at('news'));
    writeFileSync(at('news/f.txt'), `宜春经开区消息:${project}总投资12亿元,已经投产。`);
    await yuantu('build', at('news'));
    const { out } = await yuantu('diff');
    expect(out).toContain('investment from 1000000000 to 1200000000: 2 values in 2 articles');
    expect(out).toContain('status from construction to operating');
  });

  it('tells nothing of a build of another store in the same folder', async () => {
    const other = ['--store', `grafeo:${at('other.grafeo')}`, '--lang', 'en'];
    expect(await runProgram(['diff', ...other], new AbortController().signal)).toBe(1);
  });
});

describe('yuantu extract - --judged', { timeout: 300_000 }, () => {
  it('leaves away what people took back and reads the rest with what they know, under what was given', async () => {
    const said = { by: '王', at: '2024-06-01T08:00:00.000Z', say: 'article' };
    const judged = [
      { ...said, article: 'news/gone' },
      { ...said, article: 'news/dated', property: 'published', right: '2023-11-02' },
      { ...said, article: 'other/kept' },
    ];
    writeFileSync(at('judged.jsonl'), judged.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const text = '力元科技有限公司今年5月落户宜春经开区。';
    const given = ['gone', 'dated', 'kept'].map((id) => ({ id, published: '2024-06-01', text }));
    const lines = Readable.from(given.map((one) => Buffer.from(`${JSON.stringify(one)}\n`)));
    const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(lines as typeof process.stdin);
    const { code, out } = await yuantu(
      'extract',
      '-',
      '--judged',
      'news',
      '--judgements',
      at('judged.jsonl'),
    );
    stdin.mockRestore();
    expect(code).toBe(0);
    const answers = new Map(
      out
        .trimEnd()
        .split('\n')
        .map((line) => [JSON.parse(line).id, line]),
    );
    expect([...answers.keys()].sort()).toEqual(['dated', 'gone', 'kept']);
    expect(JSON.parse(answers.get('gone') ?? '')).toEqual({ id: 'gone', withdrawn: true });
    // The line is the document as it came; what it says is read by the corrected date.
    const dates = ['dated', 'kept'].map((id) => {
      const { published, articles } = JSON.parse(answers.get(id) ?? '');
      return [published, articles[0].published];
    });
    expect(dates).toEqual([
      ['2024-06-01', '2023-11-02'],
      ['2024-06-01', '2024-06-01'],
    ]);
  });
});
