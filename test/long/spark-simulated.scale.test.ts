import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { findPyspark, runTimed } from '../support/spark.ts';

const COUNT = process.env.YUANTU_SIMULATED ?? '100000';
const HEAP = '--max-old-space-size=6000';
const python = builtProgram && findPyspark();

/** Whether two files are equal bytes; they may be longer than a buffer can be. */
function isSame(a: string, b: string): boolean {
  return spawnSync('cmp', [a, b]).status === 0;
}

describe.runIf(builtProgram !== undefined && python !== undefined)('simulated articles by Spark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-spark-simulated-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`make the dump of one process, to the byte: ${COUNT} of them`, () => {
    const [results, one, out] = ['results.jsonl', 'one.jsonl', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const simulated = spawnSync(process.execPath, [HEAP, resolve('test/support/simulated.mjs'), COUNT], {
      stdio: ['ignore', openSync(results, 'w'), 'inherit'],
    });
    expect(simulated.status).toBe(0);
    const single = [HEAP, resolve('test/support/one-process.mjs'), results, 'bench', one];
    console.log(runTimed('one process', process.execPath, single));
    const command = [process.execPath, builtProgram ?? ''].map((word) => `'${word}'`).join(' ');
    const given = ['--source', 'bench', '--partitions', '4', '--dump', '--check', '100', '--yuantu', command];
    runTimed('Spark', python ?? '', [resolve('spark/build.py'), results, '--out', out, ...given]);
    console.log(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(isSame(join(out, 'dump.jsonl'), one)).toBe(true);
  });
});
