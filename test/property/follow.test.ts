import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAreaAnswer } from '../../src/answer/area.ts';
import { toArticleAnswer } from '../../src/answer/article.ts';
import { toDigest } from '../../src/answer/digest.ts';
import { toEntityAnswer } from '../../src/answer/entity.ts';
import { toGraphAnswer } from '../../src/answer/graph.ts';
import { openHeldSource } from '../../src/answer/held-source.ts';
import { listArticles, listEntities, listRelations } from '../../src/answer/list.ts';
import { toRelationAnswer } from '../../src/answer/relation.ts';
import { SearchIndex } from '../../src/answer/search.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import { Session } from '../../src/collect/build.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { applyStore } from '../support/apply-store.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { randomNews } from '../support/random-news.ts';

const EMPTY: Snapshot = { nodes: [], relationships: [] };
const QUESTIONS = ['晨星', '云岭 区', 'chenxing', 'yl', '王', '签约'];

/** Whatever can be asked of a graph, asked. */
async function allAnswers(catalogue: WholeCatalogue, search: SearchIndex): Promise<unknown> {
  const page = { limit: 1000 };
  return {
    snapshot: catalogue.snapshot,
    graph: toGraphAnswer(catalogue, 'now'),
    lists: [listEntities(catalogue, page), listRelations(catalogue, page), listArticles(catalogue, page)],
    entities: catalogue.entities.map(({ id }) => [
      toEntityAnswer(catalogue, id),
      toAreaAnswer(catalogue, id),
    ]),
    relations: catalogue.relations.map(({ id }) => toRelationAnswer(catalogue, id)),
    articles: catalogue.articles.map(({ id }) => toArticleAnswer(catalogue, id)),
    digest: toDigest(catalogue, '2024-01-01'),
    found: await Promise.all(QUESTIONS.map((question) => search.find(question, 5))),
  };
}

async function freshAnswers(snapshot: Snapshot): Promise<unknown> {
  const catalogue = new WholeCatalogue(snapshot);
  return allAnswers(catalogue, new SearchIndex(catalogue));
}

describe('a source that follows', () => {
  it('answers after any history of changes what a fresh reading answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomNews, { minLength: 2, maxLength: 6 }), async (graphs) => {
        const store = applyStore();
        const source = openHeldSource(store);
        await source.get();
        let before = EMPTY;
        for (const graph of graphs) {
          await store.apply(diffSnapshots(before, graph));
          before = graph;
          const { catalogue, search } = await source.get();
          expect(await allAnswers(catalogue, search)).toEqual(await freshAnswers(graph));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('follows a session, which writes more than once when it draws the picture anew', async () => {
    const documents = [
      sample('a', ['Zone 云岭经开区', 'Company 晨星科技', '晨星科技 -LOCATED_IN-> 云岭经开区']),
      sample('b', ['Project 晨星电池项目', 'Company 晨星科技', '晨星科技 -INVESTS_IN-> 晨星电池项目']),
      sample('c', ['Official 王伟', 'Zone 云岭经开区', '王伟 -HOLDS_POST:主任-> 云岭经开区']),
    ];
    const extract = (raw: RawDocument): Extraction => {
      const found = documents.find((one) => one.raw.id === raw.id);
      if (found === undefined) throw new Error(raw.id);
      return found.extraction;
    };
    const store = applyStore();
    const session = new Session({ store, seeds: TEST_SEEDS, extract }, 0);
    const source = openHeldSource(store);
    await source.get();
    const versions = new Set<string>();
    let readings = 0;
    const read = store.read;
    Object.assign(store, {
      read: () => {
        readings++;
        return read();
      },
    });
    for (const { raw } of documents) {
      await session.add([raw]);
      const { version, catalogue, search } = await source.get();
      versions.add(version);
      expect(await allAnswers(catalogue, search)).toEqual(await freshAnswers(await read()));
    }
    await session.remove({ articles: ['test/b.txt'] });
    const { catalogue, search } = await source.get();
    expect(await allAnswers(catalogue, search)).toEqual(await freshAnswers(await read()));
    expect(versions.size).toBe(3);
    // The session reads what the store holds once; the source has it.
    expect(readings).toBeLessThanOrEqual(1);
  });

  it('reads anew after a statement that wrote, and tells that everything may have changed', async () => {
    const store = applyStore();
    const source = openHeldSource(store);
    const first = await source.get();
    const told: unknown[] = [];
    source.watch((news) => told.push(news.followed));
    await store.query('CREATE ()', {}, { write: true });
    expect(told).toEqual([undefined]);
    const second = await source.get();
    expect(second.catalogue).not.toBe(first.catalogue);
    expect(source.touchedSince(first.version)).toBeUndefined();
    expect(source.touchedSince(second.version)).toEqual({
      entities: new Set(),
      relations: new Set(),
      articles: new Map(),
    });
  });
});
