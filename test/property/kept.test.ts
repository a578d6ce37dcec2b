import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compose, Session } from '../../src/collect/build.ts';
import { FileShelf } from '../../src/collect/file-shelf.ts';
import { TornPackError } from '../../src/files/pack.ts';
import { withoutDerived } from '../../src/graph/picture/arrange.ts';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import type { Judgement, JudgementLine } from '../../src/model/judgement.ts';
import { DERIVED } from '../../src/model/schema.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';
import { versions } from '../contract/change.ts';
import { applyStore } from '../support/apply-store.ts';
import { TEST_SEEDS } from '../support/extraction.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-kept-'));
const files = { base: join(folder, 'kept.pack'), changes: join(folder, 'kept.changes.pack') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOURCES = new Set(['articles', 'test']);
const all = versions();
const known = new Map<string, Extraction>();
const keyOf = ({ id, text }: RawDocument) => JSON.stringify([id, text]);
for (const { raw, extraction } of all.flat()) known.set(keyOf(raw), extraction);
/** What a document says, with what is known of it. */
function extract(raw: RawDocument): Extraction {
  const said = known.get(keyOf(raw)) as Extraction;
  return { ...said, articles: said.articles.map((part) => ({ ...part, ...raw.metadata })) };
}

/** What people may have said, each or none. */
const LINES: readonly JudgementLine[] = [
  {
    say: 'same',
    left: { type: 'Official', name: '王伟', article: 'test/c.txt' },
    right: { type: 'Official', name: '王伟', article: 'test/d.txt' },
  },
  {
    say: 'different',
    left: { type: 'Company', name: '欣旺达' },
    right: { type: 'Company', name: '南昌欣旺达新能源有限公司' },
  },
  { say: 'wrong', what: 'entity', of: { type: 'Place', name: '安义县' }, right: '南昌县' },
  { say: 'article', article: 'test/a.txt', property: 'published', right: '2024-02-01' },
  { say: 'article', article: 'test/e.txt' },
].map((line, i) => parseJudgement({ by: '王', at: `2026-01-0${i + 1}T00:00:00Z`, ...line }, 'test'));

/** Which version of each document is there, if any, and in what order they come. */
const content = fc
  .tuple(...all.map((each) => fc.option(fc.constantFrom(...each), { nil: undefined, freq: 4 })))
  .chain((chosen) => {
    const documents = chosen.flatMap((one) => one?.raw ?? []);
    return fc.shuffledSubarray(documents, { minLength: documents.length });
  });

const history = fc.record({
  steps: fc.array(content, { minLength: 2, maxLength: 6 }),
  said: fc.subarray([...LINES]),
  /** How large what changed may grow before all is written anew. */
  most: fc.constantFrom(0.25, Number.POSITIVE_INFINITY),
});

describe('a process that goes on from what another one kept', () => {
  it('makes the graph that a build from nothing gives, with the same doubts', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, said, most }) => {
        const store = applyStore();
        const judgements = (): readonly Judgement[] => replay([...said]).judgements;
        const options = { store, seeds: TEST_SEEDS, extract, judgements };
        let id: string | undefined;
        for (const documents of steps) {
          const shelf = FileShelf.open(files, id, most);
          expect(shelf.isFilled).toBe(id !== undefined);
          const report = await new Session({ ...options, shelf }, 0).mirror(SOURCES, documents);
          const held = await store.read();
          expect(report.snapshot()).toEqual(held);
          const fresh = new Session({ ...options, store: applyStore() });
          const whole = await fresh.mirror(SOURCES, documents);
          expect(withoutDerived(held)).toEqual(withoutDerived(whole.snapshot()));
          expect(report.doubts()).toEqual(whole.doubts());
          expect(report.overruled()).toEqual(whole.overruled());
          for (const { labels, properties } of held.nodes)
            if (labels.includes('Entity'))
              for (const name of DERIVED) expect(properties[name]).toEqual(expect.any(Number));
          id = await report.keep();
          shelf.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes on through any number of changes and judgements', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ steps: [first = [], ...steps], said }) => {
        const store = applyStore();
        let judgements: readonly Judgement[] = [];
        const options = { store, seeds: TEST_SEEDS, extract, judgements: () => judgements };
        const empty = FileShelf.open(files, undefined);
        const before = await new Session({ ...options, shelf: empty }, 0).mirror(SOURCES, first);
        const shelf = FileShelf.open(files, await before.keep());
        const session = new Session({ ...options, shelf }, 0);
        for (const [i, documents] of steps.entries()) {
          if (i === 2) judgements = replay([...said]).judgements;
          const report = await session.mirror(SOURCES, documents);
          const whole = await new Session({ ...options, store: applyStore() }).mirror(SOURCES, documents);
          expect(withoutDerived(await store.read())).toEqual(withoutDerived(whole.snapshot()));
          expect(report.doubts()).toEqual(whole.doubts());
          expect(report.overruled()).toEqual(whole.overruled());
        }
        shelf.close();
        empty.close();
      }),
      { numRuns: 20 },
    );
  });

  it('tells of an article more only what changes', async () => {
    const documents = all.map(([first]) => first?.raw as RawDocument);
    const store = applyStore();
    const options = { store, seeds: TEST_SEEDS, extract };
    const first = await new Session({ ...options, shelf: FileShelf.open(files, undefined) }, 0).mirror(
      SOURCES,
      documents.slice(1),
    );
    const shelf = FileShelf.open(files, await first.keep());
    const report = await new Session({ ...options, shelf }, 0).mirror(SOURCES, documents);
    expect(report).toMatchObject({ added: 1, changed: 0, removed: 0, unchanged: documents.length - 1 });
    const fresh = await compose(documents, options);
    expect(withoutDerived(await store.read())).toEqual(withoutDerived(fresh));
  });

  it('makes no other graph of files that are not as they were written', async () => {
    const documents = all.map(([first]) => first?.raw as RawDocument);
    const options = { seeds: TEST_SEEDS, extract };
    const whole = withoutDerived(await compose(documents, options));
    let torn = 0;
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (share) => {
        const store = applyStore();
        const empty = FileShelf.open(files, undefined);
        const first = new Session({ ...options, store, shelf: empty }, 0);
        const id = await (await first.mirror(SOURCES, documents.slice(1))).keep();
        empty.close();
        const bytes = readFileSync(files.base);
        const at = Math.floor(share * bytes.length);
        bytes[at] = (bytes[at] as number) ^ 1;
        writeFileSync(files.base, bytes);
        const shelf = FileShelf.open(files, id);
        try {
          // Where nothing is found the command reads the whole store.
          if (shelf.isFilled) await new Session({ ...options, store, shelf }, 0).mirror(SOURCES, documents);
          else torn++;
          if (shelf.isFilled) expect(withoutDerived(await store.read())).toEqual(whole);
        } catch (error) {
          if (!(error instanceof TornPackError)) throw error;
          torn++;
        } finally {
          shelf.close();
        }
      }),
      { numRuns: 60, seed: 7676 },
    );
    expect(torn).toBeGreaterThan(0);
  });

  it('finds nothing under another id', async () => {
    expect(FileShelf.open(files, 'another').isFilled).toBe(false);
  });
});
