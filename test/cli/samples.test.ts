import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

vi.mock(import('../../src/extract/open.ts'), async (original) => {
  const { withOneExtractor } = await import('../support/one-extractor.ts');
  return withOneExtractor(await original());
});

let folder = '';
const at = (name: string) => join(folder, name);

/** Runs a command on the test's own store; one that serves is stopped as soon as it says where. */
async function yuantu(...argv: readonly string[]): Promise<string> {
  const stopping = new AbortController();
  let written = '';
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((piece) => {
      written += String(piece);
      if (written.includes('Yuantu is at')) stopping.abort();
      return true;
    }),
  );
  try {
    const store = ['--store', `grafeo:${at('graph.grafeo')}`, '--lang', 'en'];
    const code = await runProgram([...argv, ...store], stopping.signal);
    expect(code, written).toBe(0);
    return written;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const sources = () =>
  yuantu('query', '--format', 'csv', 'MATCH (a:Article) RETURN DISTINCT a.source AS source ORDER BY source');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-samples-'));
  mkdirSync(at('news'));
  writeFileSync(at('news/a.txt'), '力元新能源科技有限公司落户宜春经开区。');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the samples', { timeout: 300_000 }, () => {
  it('are what an empty store begins with, and are read once', async () => {
    expect(await yuantu('start', '--port', '0')).toContain('files: 5 read');
    expect(await sources()).toBe('source\r\nsamples\r\n');
    expect(await yuantu('start', '--port', '0')).not.toContain('files:');
  });

  it('make room for the first articles of one’s own, and stay out then', async () => {
    expect(await yuantu('diff', at('news'))).toMatch(/Article +\+1 ~0 -\d/u);
    expect(await yuantu('build', at('news'))).toContain('samples made room');
    expect(await sources()).toBe('source\r\nnews\r\n');
    expect(await yuantu('start', '--port', '0')).toContain('articles of its own');
    expect(await sources()).toBe('source\r\nnews\r\n');
  });
});
