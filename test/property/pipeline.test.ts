import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, mirror, remove, Session } from '../../src/collect/build.ts';
import { storedDocuments } from '../../src/graph/build/stored.ts';
import { withoutDerived } from '../../src/graph/picture/arrange.ts';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Relation } from '../../src/model/relation.ts';
import { DERIVED } from '../../src/model/schema.ts';
import { applyStore } from '../support/apply-store.ts';
import { TEST_SEEDS } from '../support/extraction.ts';

const NAMES = ['华创新材有限公司', '欣旺达有限公司', '南昌经开区', '南昌高新区'];

/** A small extractor: names that it knows, an article for each paragraph, and the first company in the first zone. */
function extract(raw: RawDocument): Extraction {
  const articles = [...raw.text.matchAll(/[^\n]*(?:\n+|$)/gu)]
    .filter(([paragraph]) => paragraph !== '')
    .map(({ index, 0: paragraph }, i) => ({
      ...raw.metadata,
      id: i === 0 ? raw.id : `${raw.id}#${i + 1}`,
      start: index,
      end: index + paragraph.length,
    }));
  const entities = NAMES.flatMap((name, i): Entity[] => {
    const start = raw.text.indexOf(name);
    const type = name.endsWith('公司') ? 'Company' : 'Zone';
    const mentions = [{ start, end: start + name.length, text: name, rule: 'test' }];
    const entity = { id: `e${i}`, name, aliases: [], attrs: {}, confidence: 1, mentions, facts: [] };
    return start < 0 ? [] : [{ ...entity, type }];
  });
  const company = entities.find((e) => e.type === 'Company');
  const zone = entities.find((e) => e.type === 'Zone');
  const relations: Relation[] =
    company && zone
      ? [
          {
            from: company.id,
            type: 'LOCATED_IN',
            to: zone.id,
            attrs: {},
            confidence: 1,
            evidence: [{ start: 0, end: 3, quote: raw.text.slice(0, 3), rule: 'test' }],
          },
        ]
      : [];
  return { doc: raw.doc, articles, entities, relations };
}

const words = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 });

const documentIn = (source: string): fc.Arbitrary<RawDocument> =>
  fc
    .record({
      // Ids that look like a part of another: a#2 may be an article of its own.
      name: fc.constantFrom('a', 'a#2', 'b', 'b/c', 'd'),
      paragraphs: fc.array(words, { minLength: 1, maxLength: 3 }),
      published: fc.option(fc.constantFrom('2023', '2024-05'), { nil: undefined }),
    })
    .map(({ name, paragraphs, published }) => ({
      id: `${source}/${name}`,
      source,
      doc: name,
      text: paragraphs.map((paragraph) => paragraph.join('与')).join('\n'),
      metadata: published === undefined ? {} : { published },
    }));

const contentOf = (source: string) =>
  fc
    .uniqueArray(documentIn(source), { selector: (d) => d.id, maxLength: 4 })
    // Two documents cannot both be called a#2: the part of one and the other.
    .filter(
      (all) =>
        !(
          all.some((d) => d.id.endsWith('/a#2')) &&
          all.some((d) => d.id.endsWith('/a') && d.text.includes('\n'))
        ),
    );

const step = fc
  .constantFrom('one', 'two')
  .chain((source) => fc.record({ source: fc.constant(source), documents: contentOf(source) }));

describe('a store that is mirrored into again and again', () => {
  it('holds what a build from nothing gives, and equal input writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const store = applyStore();
        const options = { store, seeds: TEST_SEEDS, extract };
        const content = new Map<string, readonly RawDocument[]>();
        for (const { source, documents } of steps) {
          content.set(source, documents);
          await mirror(new Set([source]), documents, options);
        }
        const documents = [...content.values()].flat();
        const fresh = await compose(documents, options);
        expect(withoutDerived(await store.read())).toEqual(withoutDerived(fresh));

        const written = store.changes.length;
        for (const [source, same] of content) {
          const report = await mirror(new Set([source]), same, options);
          expect(report).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: same.length });
        }
        expect(store.changes.length).toBe(written);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['arranged as a whole', 20_000],
    ['arranged only where it changes', 0],
  ])('stays so in a session that is kept open, %s', async (_, small) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const store = applyStore();
        const options = { store, seeds: TEST_SEEDS, extract };
        const session = new Session(options, small);
        const content = new Map<string, readonly RawDocument[]>();
        for (const { source, documents } of steps) {
          content.set(source, documents);
          const report = await session.mirror(new Set([source]), documents);
          const held = await store.read();
          expect(held).toEqual(report.snapshot());
          const fresh = await compose([...content.values()].flat(), options);
          expect(withoutDerived(held)).toEqual(withoutDerived(fresh));
          for (const { labels, properties } of held.nodes)
            if (labels.includes('Entity'))
              for (const name of DERIVED) expect(properties[name]).toEqual(expect.any(Number));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('can tell from the graph what documents it was built from', async () => {
    await fc.assert(
      fc.asyncProperty(contentOf('one'), async (documents) => {
        const store = applyStore();
        await mirror(new Set(['one']), documents, { store, seeds: TEST_SEEDS, extract });
        const byId = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(storedDocuments(await store.read())).toEqual(byId);
      }),
      { numRuns: 60 },
    );
  });

  it('takes equal documents called a and a#2 for two', async () => {
    const store = applyStore();
    const documents = ['a', 'a#2'].map((doc) => ({
      id: `one/${doc}`,
      source: 'one',
      doc,
      text: '晨星科技有限公司',
      metadata: {},
    }));
    await mirror(new Set(['one']), documents, { store, seeds: TEST_SEEDS, extract });
    expect(storedDocuments(await store.read())).toEqual(documents);
  });

  it('gives an article back as if it had never been there', async () => {
    const store = applyStore();
    const options = { store, seeds: TEST_SEEDS, extract };
    const article = (name: string, text: string): RawDocument => ({
      id: `one/${name}`,
      source: 'one',
      doc: name,
      text,
      metadata: {},
    });
    const first = article('a', '华创新材有限公司落户南昌经开区\n欣旺达有限公司');
    await mirror(new Set(['one']), [first], options);
    const before = await store.read();
    await mirror(new Set(['one']), [first, article('b', '欣旺达有限公司入驻南昌高新区')], options);
    await remove({ articles: ['one/b'] }, options);
    expect(withoutDerived(await store.read())).toEqual(withoutDerived(before));
    await expect(remove({ source: 'two' }, options)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await remove({ articles: ['one/a#2'] }, options);
    expect(await store.read()).toEqual({ nodes: [], relationships: [] });
  });
});
