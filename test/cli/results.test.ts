import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withResults } from '../../src/cli/results.ts';
import { build, openExtractor } from '../../src/collect/build.ts';
import type { ExtractionCache } from '../../src/extract/cache.ts';
import type { Extractor } from '../../src/extract/document.ts';
import { toResultLine } from '../../src/extract/result.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { RawDocument } from '../../src/model/article.ts';
import { readJsonLines } from '../../src/read/index.ts';
import { openStore } from '../../src/store/index.ts';

const ARTICLES = [
  { id: 'a/1', text: '力元科技有限公司落户宜春经开区，总投资20亿元。', published: '2024-05-28' },
  {
    id: 'b',
    text: '南昌高新区引进晨星科技有限公司，项目今年5月开工。',
    published: '2024-06',
    outlet: '江西日报',
  },
  { text: '没有编号的一篇：远图材料有限公司落户九江经开区。' },
];

const NOTHING: ExtractionCache = { find: () => undefined, add: () => {}, save: async () => {} };

describe('results of extract in place of texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-results-'));
  const seeds = loadSeeds();
  let extract: Extractor;
  let lines: string[];

  beforeAll(async () => {
    extract = await openExtractor(seeds);
    const given = ARTICLES.map((article) => Buffer.from(`${JSON.stringify(article)}\n`));
    const chunks = (async function* () {
      yield* given;
    })();
    lines = [];
    for await (const item of readJsonLines(chunks, { source: 'stdin', place: 'stdin', prefix: '' }))
      if (!('reason' in item)) lines.push(toResultLine(item, await extract(item), 'v1'));
    writeFileSync(join(folder, 'results.jsonl'), lines.join(''));
    writeFileSync(
      join(folder, 'texts.jsonl'),
      ARTICLES.map((one, i) => `${JSON.stringify({ id: `${i + 1}`, ...one })}\n`).join(''),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const graphOf = async (file: string, extractor: string) => {
    let read = 0;
    const paths = [join(folder, file)];
    const store = await openStore(`grafeo:${join(folder, `${file}-${extractor}`)}`);
    const cache = await withResults(NOTHING, paths, extractor);
    const counted = (raw: RawDocument) => {
      read++;
      return extract(raw);
    };
    await build({ paths, source: '新闻', store, seeds, cache, extract: counted });
    const graph = await store.read();
    await store.close();
    return { graph, read };
  };

  it('make the same graph without reading a text', async () => {
    const [texts, results] = [await graphOf('texts.jsonl', 'v1'), await graphOf('results.jsonl', 'v1')];
    expect([texts.read, results.read]).toEqual([3, 0]);
    expect(results.graph.nodes.length).toBeGreaterThan(5);
    expect(JSON.stringify(results.graph)).toBe(JSON.stringify(texts.graph));
  });

  it('of another extractor are read anew', async () => {
    expect((await graphOf('results.jsonl', 'v2')).read).toBe(3);
  });

  it('hold what extract says, and the document', () => {
    const line = JSON.parse(lines[1] ?? '') as Record<string, unknown>;
    expect(line).toMatchObject({
      doc: 'b',
      id: 'b',
      text: ARTICLES[1]?.text,
      published: '2024-06',
      outlet: '江西日报',
    });
    expect(Object.keys(line).slice(0, 4)).toEqual(['doc', 'articles', 'entities', 'relations']);
  });
});
