import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { FileShelf } from '../../src/collect/file-shelf.ts';
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

const folder = mkdtempSync(join(tmpdir(), 'yuantu-stories-'));
const files = { base: join(folder, 'stories.pack'), changes: join(folder, 'stories.changes.pack') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  it('are the same where each change goes on from what the one before kept', async () => {
    const step = fc.record({ come: fc.array(article, { maxLength: 12 }), goes: fc.nat(14) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const all = new Map<string, Article>();
        let id: string | undefined;
        for (const { come, goes } of steps) {
          const old = new Map(all);
          const coming = new Map(come.map((one) => [one.id, one]));
          const gone = [...coming.keys(), `a${goes}`].filter((one) => all.has(one));
          for (const one of gone) all.delete(one);
          for (const [key, one] of coming) all.set(key, one);
          const shelf = FileShelf.open(files, id);
          const index = new StoryIndex(shelf, (one) => toPart(old.get(one) as Article));
          index.update(gone, [...coming.values()].map(toPart));
          const fresh = new StoryIndex();
          fresh.update([], [...all.values()].map(toPart));
          expect(storiesOf(index, all.keys())).toEqual(storiesOf(fresh, all.keys()));
          id = await shelf.keep();
          shelf.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
