import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJsonLines } from '../../src/exchange/json-lines/read.ts';
import { builtProgram } from '../support/built.ts';
import { inScaleRun } from '../support/long.ts';
import { findNeo4jJars } from '../support/neo4j.ts';
import { asImported, expected, importAdminFiles, readNeo4j, toCell } from '../support/neo4j-admin.ts';
import { findPyspark, newsForSpark, runTimed } from '../support/spark.ts';

const PROGRAM = builtProgram ?? '';
const python = builtProgram && findPyspark();
const job = resolve('spark/build.py');

describe.runIf(builtProgram !== undefined && python !== undefined)('resolution and graph by Spark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-spark-graph-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const results = join(folder, 'results.jsonl');
  const lines: string[] = [];
  let one: Buffer;
  const command = [process.execPath, PROGRAM].map((word) => `'${word}'`).join(' ');
  const log = join(folder, 'judgements.jsonl');
  // An article taken back, a date put right by which 今年 is another year, two firms parted and two that are one.
  const firm = (name: string) => ({ type: 'Company', name });
  const JUDGED = [
    { say: 'article', article: 'news/m7' },
    { say: 'article', article: 'news/m8', property: 'published', right: '2023-11-02' },
    { say: 'different', left: firm('晨星科技有限公司'), right: firm('晨星材料有限公司') },
    { say: 'same', left: firm('远图科技有限公司'), right: firm('曙光材料有限公司') },
  ].map((one) => ({ ...one, by: '王', at: '2024-06-01T08:00:00.000Z' }));

  beforeAll(() => {
    const texts = newsForSpark().map((article) => `${JSON.stringify(article)}\n`);
    lines.push(
      ...runTimed('extraction', process.execPath, [PROGRAM, 'extract', '-'], { input: texts.join('') })
        .trimEnd()
        .split('\n'),
    );
    writeFileSync(results, lines.map((line) => `${line}\n`).join(''));
    writeFileSync(log, JUDGED.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const store = ['--store', `grafeo:${join(folder, 'graph.grafeo')}`, '--judgements', log];
    const dump = join(folder, 'one.jsonl');
    runTimed('build by one process', process.execPath, [
      PROGRAM,
      'build',
      results,
      '--source',
      'news',
      ...store,
    ]);
    runTimed('its dump', process.execPath, [PROGRAM, 'dump', dump, ...store]);
    one = readFileSync(dump);
    expect(one.length).toBeGreaterThan(10_000);
  });

  // In another order each time; once with components by joins alone, and once with a sample compared.
  it.each([
    [4, 7, ['--check', '40']] as const,
    ...inScaleRun<readonly (readonly [number, number, readonly string[]])[]>(
      [],
      [
        // The list of zones alone ties 38 names together.
        [1, 1, ['--check', '0', '--most-names', '30']],
        [16, 11, ['--check', '0', '--driver-edges', '0']],
      ],
    ),
  ])('in %i partitions make the dump of one process, to the byte', (partitions, step, more) => {
    const input = join(folder, `input-${partitions}.jsonl`);
    const order = lines
      .map((line, i) => [(i * step) % lines.length, line] as const)
      .sort(([a], [b]) => a - b);
    writeFileSync(input, order.map(([, line]) => `${line}\n`).join(''));
    const out = join(folder, `out-${partitions}`);
    const given = [
      job,
      input,
      '--out',
      out,
      '--partitions',
      String(partitions),
      '--judgements',
      log,
      '--dump',
      '--yuantu',
      command,
    ];
    const isWatched = more.includes('--most-names');
    const codes = isWatched ? [1] : [0];
    runTimed(`Spark, ${partitions} partitions`, python ?? '', [...given, ...more], { codes });
    expect(readFileSync(join(out, 'dump.jsonl')).equals(one)).toBe(true);

    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    console.log(JSON.stringify(report));
    const alarms = isWatched ? [expect.stringMatching(/^Zone component .* ties \d+ names together$/u)] : [];
    expect(report.alarms).toEqual(alarms);
    if (partitions === 4) expect(report.comparedWithOneProcess).toBe('40 articles: equal');
    const records = one.toString('utf8').trimEnd().split('\n').length;
    const files = readdirSync(join(out, 'neo4j-admin')).filter((name) => /-\d+\.csv$/u.test(name));
    const rows = files.flatMap((name) =>
      readFileSync(join(out, 'neo4j-admin', name), 'utf8')
        .trimEnd()
        .split('\n'),
    );
    expect(rows.length).toBe(records);
    const call = readFileSync(join(out, 'neo4j-admin', 'README.txt'), 'utf8');
    for (const name of files) expect(call).toContain(name);
    expect(readdirSync(join(out, 'csv')).length).toBeGreaterThan(10);
  });

  it.runIf(findNeo4jJars() !== undefined)('make files that a real neo4j-admin imports whole', async () => {
    const imported = await importAdminFiles(join(folder, 'out-4', 'neo4j-admin'));
    try {
      const dump = await readJsonLines(createReadStream(join(folder, 'one.jsonl'), 'utf8'));
      expect(asImported(await readNeo4j(imported))).toEqual(asImported(expected(dump, toCell)));
    } finally {
      await imported.stop();
    }
  });

  it('refuses an id that comes twice', () => {
    const input = join(folder, 'twice.jsonl');
    writeFileSync(input, `${lines[0]}\n${lines[0]}\n`);
    const out = join(folder, 'twice');
    const done = spawnSync(python ?? '', [job, input, '--out', out, '--yuantu', command], {
      encoding: 'utf8',
    });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain('articles of one id: news/');
  });
});
