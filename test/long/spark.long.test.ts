import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { findPyspark, newsForSpark, runTimed } from '../support/spark.ts';

const PROGRAM = builtProgram ?? '';
const python = builtProgram && findPyspark();

describe.runIf(builtProgram !== undefined && python !== undefined)('extraction spread by Spark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-spark-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const graphOf = (file: string, name: string): Buffer => {
    const store = ['--store', `grafeo:${join(folder, name, 'graph.grafeo')}`];
    const dump = join(folder, `${name}.dump`);
    runTimed(`build from ${name}`, process.execPath, [PROGRAM, 'build', file, '--source', 'news', ...store]);
    runTimed(`dump of ${name}`, process.execPath, [PROGRAM, 'dump', dump, ...store]);
    return readFileSync(dump);
  };

  it('makes the same graph as one process, to the byte', () => {
    const articles = newsForSpark();
    const given = join(folder, 'texts.jsonl');
    writeFileSync(given, articles.map((one) => `${JSON.stringify(one)}\n`).join(''));

    const out = join(folder, 'out');
    const job = fileURLToPath(new URL('./spark.py', import.meta.url));
    runTimed('extraction by Spark', python ?? '', [
      job,
      given,
      out,
      process.execPath,
      PROGRAM,
      'extract',
      '-',
    ]);
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
