import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { createEncoder, type Encoder } from '../../../src/extract/encode/encoder.ts';
import { chooseNames, SPAN_TYPES, type Thresholds } from '../../../src/extract/encode/name.ts';
import type { Thing } from '../../../src/extract/encode/pair.ts';
import { createRelationScorer, type RelationScorer } from '../../../src/extract/encode/relation.ts';
import { userWords } from '../../../src/extract/segment/dictionary.ts';
import { segment } from '../../../src/extract/segment/index.ts';
import { createSegmenter } from '../../../src/extract/segment/jieba.ts';
import { loadSeeds } from '../../../src/knowledge/seeds.ts';

/** What the model found where it was trained. */
interface Fixture {
  readonly text: string;
  readonly names: readonly (readonly [start: number, end: number, type: string, score: number])[];
  readonly relations: readonly (readonly [from: number, type: string, to: number, score: number])[];
}

const MODEL = fileURLToPath(new URL('../../../models', import.meta.url));
const FIXTURES = JSON.parse(
  readFileSync(new URL('fixtures.json', import.meta.url), 'utf8'),
) as readonly Fixture[];
/** Names near the threshold may be told on one side only. */
const LEAST = -1;
const TOLERANCE = 0.03;

describe('the model as it was trained', () => {
  let encode: Encoder;
  let score: RelationScorer;
  const seeds = loadSeeds();
  const segmenter = createSegmenter(userWords(seeds));

  beforeAll(async () => {
    encode = await createEncoder(MODEL, seeds);
    score = await createRelationScorer(MODEL);
  });

  it.each(FIXTURES.map((fixture) => [fixture.text.slice(0, 20), fixture] as const))(
    'finds the same names and relations, with the same scores: %s',
    async (_, { text, names, relations }) => {
      const raw = { id: 'a', source: 'a', doc: 'a', text, metadata: {} };
      const document = segment(clean(raw), segmenter);
      expect(document.text).toBe(text);
      const encoding = await encode(document);
      const thresholds = Object.fromEntries(SPAN_TYPES.map((type) => [type, LEAST])) as Thresholds;
      const found = chooseNames(text, encoding.spans, thresholds);
      const byPlace = new Map(
        found.map(({ start, end, type, score: own }) => [`${start} ${end} ${type}`, own]),
      );
      for (const [start, end, type, own] of names)
        if (own > LEAST + TOLERANCE)
          expect(Math.abs((byPlace.get(`${start} ${end} ${type}`) ?? 99) - own)).toBeLessThan(TOLERANCE);
      expect(Math.abs(found.length - names.length)).toBeLessThanOrEqual(1);

      const things = toThings(text, names);
      const scored = await score(document, encoding, things);
      const byPair = new Map(scored.map((r) => [`${r.from} ${r.type} ${r.to}`, r.score]));
      for (const [from, type, to, own] of relations)
        expect(Math.abs((byPair.get(`${from} ${type} ${to}`) ?? 99) - own)).toBeLessThan(TOLERANCE);
    },
  );
});

/** Each form a thing of its own, as in the fixtures. */
function toThings(text: string, names: Fixture['names']): Thing[] {
  const things = new Map<string, { type: Thing['type']; mentions: { start: number; end: number }[] }>();
  for (const [start, end, type] of names) {
    if (type === 'Title') continue;
    const key = `${type} ${text.slice(start, end)}`;
    const thing = things.get(key) ?? { type: type as Thing['type'], mentions: [] };
    thing.mentions.push({ start, end });
    things.set(key, thing);
  }
  return [...things.values()];
}
