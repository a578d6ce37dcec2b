import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/collect/build.ts';
import { extractAll } from '../../src/extract/batch.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { RawDocument, Rejected } from '../../src/model/article.ts';
import { readSources } from '../../src/read/index.ts';
import { rawOf, seeds } from '../support/view.ts';

const script = fileURLToPath(new URL('../support/extract-thread.mjs', import.meta.url));
const extract = await openExtractor(seeds);
const open = async () => extract;

const FIRMS = ['晨星科技', '海拓电子', '博远精密', '蓝舟生物', '力元新材'];

/** Made-up texts of many lengths. */
const madeUp = Array.from({ length: 60 }, (_, i): RawDocument => {
  const firm = FIRMS[i % FIRMS.length] ?? '';
  const said = `${firm}有限公司总投资${i + 1}亿元的${firm}生产基地项目在云岭高新区开工。`;
  return rawOf(said.repeat(1 + (i % 3)), `made-up-${i}`);
});

async function readAll(items: Iterable<RawDocument | Rejected>, workers?: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const outcome of extractAll(items, { seeds, workers, open, script }))
    lines.push(
      'reason' in outcome ? `${outcome.place}: ${outcome.reason}` : JSON.stringify(outcome.extraction),
    );
  return lines;
}

const samples: (RawDocument | Rejected)[] = [];
for await (const item of readSources(['seeds/articles'])) samples.push(item);

describe('articles read on several threads', () => {
  const aside: Rejected = { place: 'x.txt', reason: 'is empty' };
  const items = [...samples, ...madeUp.slice(0, 30), aside, ...madeUp.slice(30)];

  it('say to the byte what they say on one, in the order in which they came', {
    timeout: 600_000,
  }, async () => {
    const alone = await readAll(items, 1);
    expect(alone).toHaveLength(items.length);
    expect(alone[35]).toBe('x.txt: is empty');
    expect(await readAll([...items].reverse(), 8)).toEqual([...alone].reverse());
    expect(await readAll(items)).toEqual(alone);
  });

  it('go on when one takes its thread with it', { timeout: 600_000 }, async () => {
    const broken = rawOf('[thread dies]', 'broken');
    const [a, b, c] = madeUp.slice(0, 3) as [RawDocument, RawDocument, RawDocument];
    const lines = await readAll([a, broken, b, c], 2);
    const [one, two, three] = await readAll([a, b, c], 1);
    expect(lines).toEqual([one, 'test/broken: the thread ended with 7', two, three]);
  });

  it('fail together when no thread can load', async () => {
    const nowhere = fileURLToPath(new URL('../support/sandbox-process.mjs', import.meta.url));
    const reading = async () => {
      for await (const _ of extractAll(madeUp, { seeds, workers: 2, open, script: nowhere }));
    };
    await expect(reading()).rejects.toThrow();
  });
});

describe('an article that breaks the extractor', () => {
  const fragile = (raw: RawDocument) => {
    if (raw.doc === 'made-up-1') throw new Error('broken');
    return extract(raw);
  };

  it('is set aside by its id, and the rest goes on', async () => {
    const outcomes: string[] = [];
    for await (const outcome of extractAll(madeUp.slice(0, 3), { seeds, open: async () => fragile }))
      outcomes.push('reason' in outcome ? `${outcome.place}: ${outcome.reason}` : outcome.raw.id);
    expect(outcomes).toEqual(['test/made-up-0', 'test/made-up-1: broken', 'test/made-up-2']);
  });

  it('is no part of the graph', async () => {
    const whole = await compose(madeUp.slice(0, 3), { seeds, extract: fragile });
    const rest = [madeUp[0], madeUp[2]] as RawDocument[];
    expect(whole).toEqual(await compose(rest, { seeds, extract }));
  });
});
