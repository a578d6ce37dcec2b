import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { createStages } from '../../../src/extract/document.ts';
import type { FigureCandidate, FigureVerdict } from '../../../src/extract/encode/figure.ts';
import { openReader } from '../../../src/extract/encode/reader.ts';
import { MODEL } from '../../../src/extract/open.ts';
import { userWords } from '../../../src/extract/segment/dictionary.ts';
import { segment } from '../../../src/extract/segment/index.ts';
import { createSegmenter } from '../../../src/extract/segment/jieba.ts';
import { loadSeeds } from '../../../src/knowledge/seeds.ts';
import type { Span } from '../../../src/model/span.ts';

/** What was judged where it was trained: where the figure stands, whether it is told, its likeliest owner and its share. */
interface Fixture {
  readonly text: string;
  readonly verdicts: readonly (readonly [start: number, told: number, owner: number, share: number])[];
}

const FIXTURES = JSON.parse(
  readFileSync(new URL('figures.json', import.meta.url), 'utf8'),
) as readonly Fixture[];
const TOLERANCE = 0.03;

it.each(FIXTURES.map((fixture) => [fixture.text.slice(0, 20), fixture] as const))(
  'judges figures as where it was trained: %s',
  async (_, { text, verdicts }) => {
    const reader = await openReader(MODEL, loadSeeds());
    const judged: [FigureCandidate, FigureVerdict | undefined][] = [];
    const judge: typeof reader.judge = async (length, encoding, candidates) => {
      const found = await reader.judge(length, encoding, candidates);
      judged.push(
        ...candidates.map((candidate, i) => [candidate, found[i]] as [FigureCandidate, FigureVerdict]),
      );
      return found;
    };
    await createStages(
      { ...reader, judge },
      loadSeeds(),
    )({
      ...{ id: 'a', source: 'a', doc: 'a', text, metadata: {} },
    });
    const seen = judged.filter(([{ places }]) => places.length > 0);
    expect(seen.map(([{ start }]) => start)).toEqual(verdicts.map(([start]) => start));
    for (const [i, [, told, owner, share]] of verdicts.entries()) {
      const verdict = seen[i]?.[1];
      expect(Math.abs((verdict?.told ?? 0) - told)).toBeLessThan(TOLERANCE);
      expect(Math.abs((verdict?.owner?.share ?? 0) - share)).toBeLessThan(TOLERANCE);
      if (share > 0.5 + TOLERANCE) expect(verdict?.owner?.entity).toBe(owner);
    }
  },
);

it('says of a figure near which nothing is named that it is none, whatever is judged beside it', async () => {
  const { judge, encode } = await openReader(MODEL, loadSeeds());
  const [fixture] = FIXTURES;
  const document = segment(
    clean({ id: 'a', source: 'a', doc: 'a', text: fixture?.text ?? '', metadata: {} }),
    createSegmenter(userWords(loadSeeds())),
  );
  const encoding = await encode(document);
  const span = { start: 4, end: 8 };
  const place = { ...span, entity: 0, known: Array<number>(13).fill(0), between: span };
  const figure = { ...span, known: Array<number>(11).fill(0), around: Array<Span>(6).fill(span) };
  const [alone, owned] = [
    { ...figure, places: [] },
    { ...figure, places: [place] },
  ];
  const verdicts = await judge(document.text.length, encoding, [alone, owned, alone]);
  expect(verdicts.map(({ owner }) => owner?.entity)).toEqual([undefined, 0, undefined]);
  expect(verdicts[0]).toEqual({ told: 0 });
  expect(await judge(document.text.length, encoding, [alone])).toEqual([{ told: 0 }]);
});
