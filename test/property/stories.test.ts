import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoryIndex } from '../../src/resolve/reprint.ts';
import { storiesOf } from '../support/stories.ts';

/** Texts that grow out of one another: some share most of what they say, some only a part. */
const SENTENCES = Array.from({ length: 12 }, (_, i) =>
  Array.from({ length: 30 }, (_, j) => String.fromCharCode(0x4e00 + ((i * 977 + j * 131) % 5000))).join(''),
);
const text = fc.uniqueArray(fc.nat(SENTENCES.length - 1), { minLength: 3, maxLength: 8 }).map((all) =>
  all
    .sort((a, b) => a - b)
    .map((i) => SENTENCES[i])
    .join('。'),
);
const article = fc.record({
  id: fc.integer({ min: 0, max: 14 }).map((n) => `a${n}`),
  text,
  published: fc.option(fc.constantFrom('2023', '2024-05', '2024-06'), { nil: undefined }),
});
type Article = typeof article extends fc.Arbitrary<infer T> ? T : never;

const toPart = ({ id, text: source, published }: Article) => ({
  part: { id, start: 0, end: source.length, ...(published === undefined ? {} : { published }) },
  source,
});

describe('stories', () => {
  it('are the same after articles came and went as from nothing', () => {
    const step = fc.record({ article, goes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const index = new StoryIndex();
        const kept = new Map<string, Article>();
        let before = storiesOf(index, []);
        for (const { article: one, goes } of steps) {
          const gone = kept.has(one.id) ? [one.id] : [];
          if (goes) kept.delete(one.id);
          else kept.set(one.id, one);
          const changed = index.update(gone, goes ? [] : [toPart(one)]);
          const fresh = new StoryIndex();
          fresh.update([], [...kept.values()].reverse().map(toPart));
          const after = storiesOf(index, kept.keys());
          expect(after).toEqual(storiesOf(fresh, kept.keys()));
          for (const [id, story] of Object.entries(after))
            if (id !== one.id && before[id] !== story) expect(changed).toContain(id);
          before = after;
        }
      }),
      { numRuns: 150 },
    );
  });
});
