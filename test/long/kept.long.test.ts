import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DERIVED } from '../../src/model/schema.ts';

const MAIN = resolve('dist/cli/main.js');
const ARTICLES = 1200;
const PARTS = 6;

/** Builds by the command, each in a process of its own, of a graph so large that what a build knows is kept for the next. */
describe('builds one after the other', () => {
  const home = mkdtempSync(join(tmpdir(), 'yuantu-kept-'));
  const [folder, other] = [join(home, 'one'), join(home, 'other')];
  const store = ['--store', 'grafeo:graph.grafeo'];
  const run = (cwd: string, ...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv, ...store], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en' },
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  const dump = (cwd: string) => {
    run(cwd, 'dump', 'dump.jsonl');
    const plain = (name: string, value: unknown) => (DERIVED.has(name) ? undefined : value);
    return readFileSync(join(cwd, 'dump.jsonl'), 'utf8')
      .split('\n')
      .map((line) => (line === '' ? '' : JSON.stringify(JSON.parse(line, plain))));
  };
  const fromNothing = () => {
    rmSync(other, { recursive: true, force: true });
    mkdirSync(other);
    cpSync(join(folder, 'news'), join(other, 'news'), { recursive: true });
    if (existsSync(join(folder, 'judgements.jsonl')))
      cpSync(join(folder, 'judgements.jsonl'), join(other, 'judgements.jsonl'));
    run(other, 'build', 'news');
    return dump(other);
  };
  const part = (i: number) => join(folder, 'news', `part-${i}.jsonl`);
  let lines: string[] = [];

  beforeAll(() => {
    if (!existsSync(MAIN)) throw new Error('dist/cli/main.js is not there; run npm run build');
    const { stdout } = spawnSync(process.execPath, ['test/support/simulated.mjs', String(ARTICLES)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    lines = stdout.trim().split('\n');
    mkdirSync(join(folder, 'news'), { recursive: true });
    for (let i = 0; i < PARTS; i++)
      writeFileSync(part(i), lines.filter((_, at) => at % PARTS === i).join('\n'));
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('make the graph that one from nothing makes, whatever came, went and was judged between them', () => {
    run(folder, 'build', 'news');
    expect(readdirSync(folder).filter((name) => name.endsWith('.pack'))).toHaveLength(1);

    writeFileSync(
      join(folder, 'news/more.jsonl'),
      `${JSON.stringify({ id: 'more', text: '晨星科技有限公司落户苏州工业园区，总投资10亿元。' })}\n`,
    );
    expect(run(folder, 'build', 'news')).toMatch(`1 new, 0 changed, 0 removed, ${ARTICLES} unchanged`);
    expect(readdirSync(folder).filter((name) => name.endsWith('.pack'))).toHaveLength(2);
    expect(dump(folder)).toEqual(fromNothing());

    // What was kept is torn where it is read: the next build goes the whole way.
    const base = join(folder, readdirSync(folder).find((name) => /^collection-\w+\.pack$/u.test(name)) ?? '');
    const kept = readFileSync(base);
    for (let at = 5000; at < kept.length / 2; at += 5000) kept[at] = (kept[at] as number) ^ 1;
    writeFileSync(base, kept);
    writeFileSync(
      join(folder, 'news/further.jsonl'),
      `${JSON.stringify({ id: 'further', text: '星云科技有限公司落户武汉东湖高新区。' })}\n`,
    );
    expect(run(folder, 'build', 'news')).toMatch(`1 new, 0 changed, 0 removed, ${ARTICLES + 1} unchanged`);
    expect(readFileSync(base).equals(kept)).toBe(false);

    // One file has gone, of another half of the lines, a line of a third says something else.
    rmSync(part(5));
    const few = readFileSync(part(4), 'utf8').split('\n');
    writeFileSync(part(4), few.slice(0, few.length / 2).join('\n'));
    const [first = '', ...rest] = readFileSync(part(0), 'utf8').split('\n');
    const last = JSON.parse(rest.at(-1) ?? '');
    const said = {
      ...JSON.parse(first),
      articles: last.articles,
      entities: last.entities,
      relations: last.relations,
      text: last.text,
    };
    writeFileSync(part(0), [JSON.stringify(said), ...rest].join('\n'));
    run(folder, 'build', 'news');
    run(folder, 'judge', 'article', `news/${JSON.parse(lines[1] ?? '').id}`);
    run(folder, 'build', 'news');
    writeFileSync(part(5), lines.filter((_, at) => at % PARTS === 5).join('\n'));
    run(folder, 'build', 'news');
    expect(dump(folder)).toEqual(fromNothing());
  }, 600_000);
});
