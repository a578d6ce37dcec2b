import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { readConfigFile } from '../../src/config/file.ts';
import { resolveConfig } from '../../src/config/settings.ts';
import type { Extraction } from '../../src/model/article.ts';
import { hasRuntime } from '../support/runtime.ts';

const TEXT = '晨星科技有限公司在云岭高新区投资20亿元，建设晨星科技生产基地项目，项目于5月28日开工。';

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
    const store = ['--store', `grafeo:${at('graph.grafeo')}`];
    return { code: await runProgram([...argv, ...store], new AbortController().signal), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

beforeAll(() => {
  vi.stubEnv('LANG', 'C.UTF-8');
  vi.stubEnv('LC_ALL', '');
  folder = mkdtempSync(join(tmpdir(), 'yuantu-reader-'));
  mkdirSync(at('news'));
  writeFileSync(at('news/a.txt'), TEXT);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('the setting of what reads', () => {
  it('is the rules, until a file, a variable or a flag says otherwise', () => {
    const encoder = { reader: 'encoder' } as const;
    expect(resolveConfig({}, {}).reader).toBe('rules');
    expect(resolveConfig({}, {}, encoder).reader).toBe('encoder');
    expect(resolveConfig({}, { YUANTU_READER: 'rules' }, encoder).reader).toBe('rules');
    expect(resolveConfig({ reader: 'encoder' }, { YUANTU_READER: 'rules' }).reader).toBe('encoder');
    expect(() => resolveConfig({}, { YUANTU_READER: 'oracle' })).toThrow('write rules or encoder');
  });

  it('stands in the file of settings', () => {
    writeFileSync(at('config.json'), '{"reader": "encoder"}');
    expect(readConfigFile(at('config.json')).reader).toBe('encoder');
    writeFileSync(at('config.json'), '{"reader": "oracle"}');
    expect(() => readConfigFile(at('config.json'))).toThrow('reader');
  });

  it('has two values', async () => {
    expect(await yuantu('extract', at('news'), '--reader', 'oracle')).toMatchObject({ code: 2 });
  });

  it('leaves reasons to the rules', async () => {
    const { code, err } = await yuantu('extract', at('news'), '--reader', 'encoder', '--explain');
    expect(code).toBe(2);
    expect(err).toContain('only the reader rules tells why');
  });
});

describe.runIf(hasRuntime)('with the encoder', { timeout: 300_000 }, () => {
  it('extract prints what it reads', async () => {
    const { code, out } = await yuantu('extract', at('news'), '--reader', 'encoder');
    expect(code).toBe(0);
    const { entities } = JSON.parse(out) as Extraction;
    expect(entities.map(({ name }) => name)).toContain('晨星科技有限公司');
    for (const { start, end, text } of entities.flatMap(({ mentions }) => mentions))
      expect(text).toBe(TEXT.slice(start, end));
    expect(out).toContain('"model/name"');
  });

  it('a build reads anew when what reads is another, and else writes nothing', async () => {
    const build = (reader: string) => yuantu('build', at('news'), '--reader', reader);
    const caches = () => readdirSync(at('extractions')).length;
    expect(await build('rules')).toMatchObject({ code: 0 });
    expect(caches()).toBe(1);
    const other = await build('encoder');
    expect(other.code).toBe(0);
    expect(other.out).not.toContain('nothing was written');
    expect(caches()).toBe(2);
    const { out } = await yuantu('query', 'MATCH (e:Entity {name: "晨星科技有限公司"}) RETURN count(e)');
    expect(out).toContain('1');
    expect(await build('encoder')).toMatchObject({ code: 0 });
    expect(caches()).toBe(2);
  });

  it('eval scores it', async () => {
    mkdirSync(at('gold'));
    const gold = { doc: 'a', entities: [], relations: [] };
    writeFileSync(at('gold/a.json'), JSON.stringify(gold));
    const { code, out } = await yuantu(
      ...['eval', '--text', at('news'), '--gold', at('gold'), '--reader', 'encoder', '--json'],
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('entity core');
  });
});
