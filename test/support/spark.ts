import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { installPyspark } from './pyspark.mjs';

const MADE_UP = 400;

/** A Python with pyspark; undefined, said aloud, where it cannot be had and nothing demands it. */
export function findPyspark(): string | undefined {
  try {
    return installPyspark();
  } catch (error) {
    if (process.env.YUANTU_TEST_READERS === 'required') throw error;
    console.warn(`SKIPPED: what Spark makes was not compared with what one process makes: ${String(error)}`);
    return undefined;
  }
}

/** Runs a command to a good end, or to one with something set aside where `codes` has 1, and tells how long it took. */
export function runTimed(
  what: string,
  command: string,
  parameters: readonly string[],
  { input, codes = [0] }: { readonly input?: string; readonly codes?: readonly number[] } = {},
): string {
  const start = performance.now();
  const done = spawnSync(command, parameters, {
    encoding: 'utf8',
    maxBuffer: 2e9,
    ...(input === undefined ? {} : { input }),
  });
  expect(done.error).toBeUndefined();
  expect(codes, done.stderr.slice(-2000)).toContain(done.status);
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return done.stdout;
}

/** The articles that Spark is tried on, as lines: those of YUANTU_CORPUS, or the samples and 400 made-up ones. */
export function newsForSpark(): object[] {
  const corpus = process.env.YUANTU_CORPUS;
  return corpus === undefined ? ofSamples() : ofCorpus(corpus);
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
      text: `${pick(zones, i)}讯：${pick(signs, i)}科技有限公司与${pick(signs, i * 3 + 1)}材料有限公司签约，投资${1 + (i % 50)}亿元的${pick(signs, i + 2)}新材料产业园项目${i % 4 === 0 ? '今年5月' : ''}在${pick(zones, i + 1)}开工建设。`,
    })),
  ];
}
