import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/collect/build.ts';
import { extractAll, openReaderApart } from '../../src/extract/batch.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { RawDocument, Rejected } from '../../src/model/article.ts';
import type { Seeds } from '../../src/model/seeds.ts';
import { readSources } from '../../src/read/index.ts';
import { inLongRun } from '../support/long.ts';
import { rawOf, seeds } from '../support/view.ts';

const script = fileURLToPath(new URL('../support/extract-process.mjs', import.meta.url));
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

describe('articles read by several processes', () => {
  const aside: Rejected = { place: 'x.txt', reason: 'is empty' };
  // In the long run there are so many that they are read by as many processes as there are cores.
  const [read, made] = inLongRun([samples, madeUp], [samples.slice(2, 3), madeUp.slice(0, 8)]);
  const middle = made.length / 2;
  const items = [...read, ...made.slice(0, middle), aside, ...made.slice(middle)];

  it('say to the byte what they say in one, in the order in which they came', {
    timeout: 600_000,
  }, async () => {
    const alone = await readAll(items, 1);
    expect(alone).toHaveLength(items.length);
    expect(alone[read.length + middle]).toBe('x.txt: is empty');
    for (const workers of inLongRun<readonly (number | undefined)[]>([8, undefined], [2]))
      expect(await readAll([...items].reverse(), workers)).toEqual([...alone].reverse());
  });

  it('go on when one takes its process with it', { timeout: 600_000 }, async () => {
    const broken = rawOf('[reader dies]', 'broken');
    const [a, b, c] = madeUp.slice(0, 3) as [RawDocument, RawDocument, RawDocument];
    const lines = await readAll([a, broken, b, c], 2);
    const [one, two, three] = await readAll([a, b, c], 1);
    expect(lines).toEqual([one, 'test/broken: the process ended with 7', two, three]);
  });

  it('fail together when no process can load', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yuantu-batch-'));
    const gone = join(folder, 'gone.mjs');
    writeFileSync(gone, 'process.exit(3);');
    const reading = async (given: Seeds, program: string) => {
      for await (const _ of extractAll(madeUp, { seeds: given, workers: 2, open, script: program }));
    };
    await expect(reading(seeds, gone)).rejects.toThrow('the process ended with 3');
    await expect(reading({} as Seeds, script)).rejects.toThrow('is not iterable');
    rmSync(folder, { recursive: true });
  });
});

describe('a process that reads beside this one', () => {
  it('says what is said here, and goes on after one that takes it along', async () => {
    const apart = openReaderApart(seeds, script);
    const read = (await apart?.open()) as typeof extract;
    const [a, b] = madeUp.slice(0, 2) as [RawDocument, RawDocument];
    expect(await read(a)).toEqual(await extract(a));
    await expect(read(rawOf('[reader dies]', 'broken'))).rejects.toThrow('the process ended with 7');
    expect(await read(b)).toEqual(await extract(b));
    await apart?.end();
  });

  it('tells why it cannot load, and is none where the program is not built', async () => {
    const apart = openReaderApart({} as Seeds, script);
    await expect(apart?.open()).rejects.toThrow('is not iterable');
    await apart?.end();
    expect(openReaderApart(seeds, join(tmpdir(), 'absent.mjs'))).toBeUndefined();
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
