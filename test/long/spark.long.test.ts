import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { installPyspark } from '../support/pyspark.mjs';

const PROGRAM = builtProgram ?? '';
const MADE_UP = 400;

/** A Python with pyspark; undefined, said aloud, where it cannot be had and nothing demands it. */
function findPyspark(): string | undefined {
  try {
    return installPyspark();
  } catch (error) {
    if (process.env.YUANTU_TEST_READERS === 'required') throw error;
    console.warn(`SKIPPED: results of Spark were not compared with those of one process: ${String(error)}`);
    return undefined;
  }
}

/** News of a folder with news-part-*.txt.gz, a line each, `2023-08-15 15:40，正文：…`. */
function ofCorpus(folder: string): object[] {
  const parts = readdirSync(folder).filter((name) => /^news-part-.*\.txt\.gz$/u.test(name));
  const lines = parts
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n'),
    )
    .filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    const [, published, text] = /^(\d{4}-\d{2}-\d{2})[^：]*正文：(.*)$/su.exec(line) ?? [];
    return published === undefined ? { id: `c${i}`, text: line } : { id: `c${i}`, published, text };
  });
}

/** The five samples, and as many made-up pieces that share names with one another. */
function ofSamples(): object[] {
  const samples = readdirSync('seeds/articles').filter((name) => name.endsWith('.txt'));
  const signs = ['晨星', '远图', '曙光', '云岭', '力元', '江海', '瑞启'];
  const zones = ['宜春经开区', '南昌高新区', '赣江新区'];
  const pick = (from: readonly string[], i: number) => from[i % from.length] ?? '';
  return [
    ...samples.map((name) => ({ id: name, text: readFileSync(join('seeds/articles', name), 'utf8') })),
    ...Array.from({ length: MADE_UP }, (_, i) => ({
      id: `m${i}`,
      published: `2024-0${1 + (i % 9)}-1${i % 10}`,
      outlet: pick(['江西日报', '新华社'], i),
      text: `${pick(zones, i)}讯：${pick(signs, i)}科技有限公司与${pick(signs, i * 3 + 1)}材料有限公司签约，投资${1 + (i % 50)}亿元的${pick(signs, i + 2)}新材料产业园项目在${pick(zones, i + 1)}开工建设。`,
    })),
  ];
}

const python = builtProgram && findPyspark();

describe.runIf(builtProgram !== undefined && python !== undefined)('extraction spread by Spark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-spark-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (what: string, command: string, parameters: readonly string[]) => {
    const start = performance.now();
    const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1e9 });
    expect(error).toBeUndefined();
    expect([0, 1], stderr.slice(-2000)).toContain(status);
    console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  const graphOf = (file: string, name: string): Buffer => {
    const store = ['--store', `grafeo:${join(folder, name, 'graph.grafeo')}`];
    const dump = join(folder, `${name}.dump`);
    run(`build from ${name}`, process.execPath, [PROGRAM, 'build', file, '--source', 'news', ...store]);
    run(`dump of ${name}`, process.execPath, [PROGRAM, 'dump', dump, ...store]);
    return readFileSync(dump);
  };

  it('makes the same graph as one process, to the byte', () => {
    const corpus = process.env.YUANTU_CORPUS;
    const articles = corpus === undefined ? ofSamples() : ofCorpus(corpus);
    const given = join(folder, 'texts.jsonl');
    writeFileSync(given, articles.map((one) => `${JSON.stringify(one)}\n`).join(''));

    const out = join(folder, 'out');
    const job = fileURLToPath(new URL('./spark.py', import.meta.url));
    run('extraction by Spark', python ?? '', [job, given, out, process.execPath, PROGRAM, 'extract', '-']);
    const parts = readdirSync(out).filter((name) => name.startsWith('part-'));
    expect(parts.length).toBeGreaterThan(1);
    const results = join(folder, 'results.jsonl');
    writeFileSync(results, Buffer.concat(parts.sort().map((part) => readFileSync(join(out, part)))));

    const [one, spread] = [graphOf(given, 'texts'), graphOf(results, 'results')];
    console.log(`${articles.length} articles in ${parts.length} partitions: ${one.length} bytes`);
    expect(one.length).toBeGreaterThan(10_000);
    expect(spread.equals(one)).toBe(true);
  });
});
