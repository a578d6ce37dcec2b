import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../../src/extract/clean/index.ts';
import { createEncoder, type Encoder } from '../../../src/extract/encode/encoder.ts';
import { createLinkScorer, type LinkScorer } from '../../../src/extract/encode/link.ts';
import { chooseNames, SPAN_TYPES, type Thresholds } from '../../../src/extract/encode/name.ts';
import type { Thing } from '../../../src/extract/encode/pair.ts';
import { createRelationScorer, type RelationScorer } from '../../../src/extract/encode/relation.ts';
import { createStateReader, type StateReader } from '../../../src/extract/encode/state.ts';
import { userWords } from '../../../src/extract/segment/dictionary.ts';
import { segment } from '../../../src/extract/segment/index.ts';
import { createSegmenter } from '../../../src/extract/segment/jieba.ts';
import { loadSeeds } from '../../../src/knowledge/seeds.ts';

/** What the model found where it was trained. */
interface Fixture {
  readonly text: string;
  readonly names: readonly (readonly [start: number, end: number, type: string, score: number])[];
  readonly relations: readonly (readonly [from: number, type: string, to: number, score: number])[];
  readonly links: readonly (readonly [longer: number, shorter: number, score: number])[];
  /** Of all projects of the text, taken for one. */
  readonly state: string | null;
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
  let linksOf: LinkScorer;
  let stateOf: StateReader;
  const seeds = loadSeeds();
  const segmenter = createSegmenter(userWords(seeds));

  beforeAll(async () => {
    encode = await createEncoder(MODEL, seeds);
    score = await createRelationScorer(MODEL);
    linksOf = await createLinkScorer(MODEL);
    stateOf = await createStateReader(MODEL, 0);
  });

  it.each(FIXTURES.map((fixture) => [fixture.text.slice(0, 20), fixture] as const))(
    'finds the same names, relations, links and states, with the same scores: %s',
    async (_, { text, names, relations, links, state }) => {
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

      const formOf = (i: number): string => {
        const span = things[i]?.mentions[0];
        return text.slice(span?.start, span?.end).replaceAll(' ', '');
      };
      const mentions = things.flatMap(({ type, mentions: own }, i) =>
        own.map((span) => ({ ...span, type, form: formOf(i), rule: 'model/name', confidence: 1 })),
      );
      const linked = await linksOf(document, encoding, mentions);
      const byForms = new Map(linked.map((l) => [`${l.type} ${l.longer} ${l.shorter}`, l.score]));
      expect(linked.length).toBe(links.length);
      for (const [longer, shorter, own] of links) {
        const key = `${things[longer]?.type} ${formOf(longer)} ${formOf(shorter)}`;
        expect(Math.abs((byForms.get(key) ?? 99) - own)).toBeLessThan(TOLERANCE);
      }
      const projects = things.filter(({ type }) => type === 'Project').flatMap(({ mentions: own }) => own);
      expect((await stateOf(document, encoding, projects)) ?? '').toBe(state ?? '');
    },
  );
});

/** Each form a thing of its own, as in the fixtures. */
function toThings(text: string, names: Fixture['names']): Thing[] {
  const things = new Map<
    string,
    { type: Thing['type']; forms: string[]; mentions: { start: number; end: number }[] }
  >();
  for (const [start, end, type] of names) {
    if (type === 'Title') continue;
    const key = `${type} ${text.slice(start, end)}`;
    const form = text.slice(start, end).replaceAll(' ', '');
    const thing = things.get(key) ?? { type: type as Thing['type'], forms: [form], mentions: [] };
    thing.mentions.push({ start, end });
    things.set(key, thing);
  }
  return [...things.values()];
}
