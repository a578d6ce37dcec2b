import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/collect/build.ts';
import { openExtractionCache } from '../../src/extract/cache.ts';
import { extractorVersion } from '../../src/extract/version.ts';
import type { RawDocument } from '../../src/model/article.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-cache-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const samples = goldenSamples();
const filled = async (name: string, from: readonly Sample[] = samples) => {
  const cache = openExtractionCache(join(folder, name), 'v1');
  for (const { raw, extraction } of from) cache.add(raw, extraction);
  await cache.save();
};

describe('the extraction cache', () => {
  it('gives back what was read, to the letter, without keeping the texts', async () => {
    await filled('a');
    const again = openExtractionCache(join(folder, 'a'), 'v1');
    for (const { raw, extraction } of samples) expect(again.find(raw)).toEqual(extraction);
    expect(readFileSync(join(folder, 'a', 'v1.jsonl'), 'utf8')).not.toContain('"text"');
  });

  it('knows nothing of another text, another id or another version', async () => {
    await filled('b');
    const { raw } = samples[0] as Sample;
    const cache = openExtractionCache(join(folder, 'b'), 'v1');
    expect(cache.find({ ...raw, text: `${raw.text}。` })).toBeUndefined();
    expect(cache.find({ ...raw, id: 'other/id' })).toBeUndefined();
    expect(cache.find({ ...raw, metadata: { published: '2024' } })).toBeUndefined();
    expect(openExtractionCache(join(folder, 'b'), 'v2').find(raw)).toBeUndefined();
  });

  it('passes over a line that a crash cut off', async () => {
    await filled('c', samples.slice(0, 2));
    const file = join(folder, 'c', 'v1.jsonl');
    appendFileSync(file, 'abc\t{"doc":');
    const cache = openExtractionCache(join(folder, 'c'), 'v1');
    expect(cache.find((samples[1] as Sample).raw)).toEqual((samples[1] as Sample).extraction);
    expect(cache.find((samples[2] as Sample).raw)).toBeUndefined();
  });

  it('drops what nobody asks for any more once it is the larger part', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => sample(`d${i}`, [`Company 晨星${i}有限公司`]));
    await filled('d', many);
    const file = join(folder, 'd', 'v1.jsonl');
    const cache = openExtractionCache(join(folder, 'd'), 'v1');
    const kept = many.slice(0, 20);
    for (const { raw } of kept) cache.find(raw);
    await cache.save();
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(20);
    expect(cache.find((many[3] as Sample).raw)).toEqual((many[3] as Sample).extraction);
  });

  it('keeps three versions, the newest', async () => {
    for (const version of ['v1', 'v2', 'v3', 'v4', 'v5']) {
      const cache = openExtractionCache(join(folder, 'e'), version);
      cache.add((samples[0] as Sample).raw, (samples[0] as Sample).extraction);
      await cache.save();
    }
    expect(readdirSync(join(folder, 'e'))).toHaveLength(3);
  });

  it('makes a build read only what changed', async () => {
    const read: string[] = [];
    const byId = new Map(samples.map((one) => [one.raw.id, one.extraction]));
    const extract = (raw: RawDocument) => {
      read.push(raw.id);
      return byId.get(raw.id) ?? sample('x', []).extraction;
    };
    const documents = samples.map(({ raw }) => raw);
    const run = (all: readonly RawDocument[]) =>
      compose(all, { seeds: TEST_SEEDS, extract, cache: openExtractionCache(join(folder, 'f'), 'v1') });
    const first = await run(documents);
    expect(read).toHaveLength(5);
    expect(await run(documents)).toEqual(first);
    expect(read).toHaveLength(5);
    const [one, ...others] = documents as [RawDocument, ...RawDocument[]];
    await run([{ ...one, text: `${one.text}。` }, ...others]);
    expect(read.slice(5)).toEqual([one.id]);
  });
});

describe('the version of the extractor', () => {
  it('changes with the names that the user watches', () => {
    const plain = extractorVersion({ lexicon: [] });
    expect(plain).toMatch(/^[0-9a-f]{16}$/u);
    expect(extractorVersion({ lexicon: [] })).toBe(plain);
    expect(extractorVersion({ lexicon: [{ name: '晨星', type: 'Company', aliases: [] }] })).not.toBe(plain);
  });
});
