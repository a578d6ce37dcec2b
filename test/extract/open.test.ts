import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/collect/build.ts';
import { extractAll } from '../../src/extract/batch.ts';
import type { Extractor } from '../../src/extract/document.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import { mayJoin } from '../../src/model/relation.ts';
import { hasRuntime } from '../support/runtime.ts';
import { rawOf, seeds } from '../support/view.ts';

const script = fileURLToPath(new URL('../support/extract-thread.mjs', import.meta.url));

const TEXT = `云岭高新区引进晨星科技\r\n\r\n　　5月28日，云岭高新区管委会主任李明远与晨星科技有限公司董事长王立新签约。晨星科技有限公司将在云岭高新区投资20亿元，建设晨星科技生产基地项目，主要生产新能源汽车电池。\r\n　　海拓电子有限公司是晨星科技有限公司的子公司，位于云岭省河东市。`;

const documents = ['海拓', '博远', '蓝舟', '力元', '晨星'].map((firm, i): RawDocument => {
  return rawOf(TEXT.replaceAll('晨星', firm).repeat(1 + (i % 2)), `made-up-${i}`);
});

async function readAll(open: () => Promise<Extractor>, workers: number): Promise<string[]> {
  const lines: string[] = [];
  const options = { seeds, reader: 'encoder', workers, open, script } as const;
  for await (const outcome of extractAll(documents, options))
    lines.push('reason' in outcome ? outcome.reason : JSON.stringify(outcome.extraction));
  return lines;
}

describe.runIf(hasRuntime)('the encoder as the reader', { timeout: 300_000 }, () => {
  it('finds names and relations, each with its words in the text as it came', async () => {
    const extract = await openExtractor(seeds, 'encoder');
    const { entities, relations } = (await extract(rawOf(TEXT, 'a'))) as Extraction;
    const names = entities.map(({ type, name }) => `${type} ${name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'Zone 云岭高新区',
        'Company 晨星科技有限公司',
        'Project 晨星科技生产基地项目',
        'Executive 王立新',
      ]),
    );
    const said = entities.flatMap(({ mentions, facts }) => [
      ...mentions.map(({ start, end, text }) => [TEXT.slice(start, end), text]),
      ...facts.map(({ start, end, quote }) => [TEXT.slice(start, end), quote]),
    ]);
    const shown = relations.flatMap(({ evidence }) =>
      evidence.map(({ start, end, quote }) => [TEXT.slice(start, end), quote]),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const [slice, text] of [...said, ...shown]) expect(text).toBe(slice);
    const typeOf = new Map(entities.map(({ id, type }) => [id, type]));
    for (const { from, type, to, confidence } of relations) {
      const [starts, ends] = [typeOf.get(from), typeOf.get(to)];
      expect(mayJoin(type, starts, ends)).toBe(true);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('says to the byte the same with one worker and with two', async () => {
    const extract = await openExtractor(seeds, 'encoder');
    const alone = await readAll(async () => extract, 1);
    expect(alone.map((line) => line.startsWith('{"doc"'))).toEqual(alone.map(() => true));
    expect(await readAll(async () => extract, 2)).toEqual(alone);
  });

  it('takes the names that the user watches, with their type', async () => {
    const lexicon = [{ name: '海拓电子有限公司', type: 'Organization', aliases: ['海拓'] } as const];
    const extract = await openExtractor({ ...seeds, lexicon }, 'encoder');
    const { entities } = (await extract(rawOf(TEXT, 'a'))) as Extraction;
    const watched = entities.filter(({ name }) => name === '海拓电子有限公司');
    expect(watched.map(({ type }) => type)).toEqual(['Organization']);
    expect(watched[0]?.mentions[0]?.rule).toBe('lexicon');
  });

  it('makes a graph', async () => {
    const graph = await compose(documents.slice(0, 2), { seeds, reader: 'encoder' });
    const names = graph.nodes.map(({ properties }) => properties.name);
    expect(names).toEqual(expect.arrayContaining(['海拓科技有限公司', '博远科技有限公司', '云岭高新区']));
  });
});
