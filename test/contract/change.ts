import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import { writeJsonLines } from '../../src/exchange/json-lines/write.ts';
import { sortSnapshot } from '../../src/graph/build/records.ts';
import { isEmptyChange } from '../../src/graph/diff.ts';
import { withoutDerived } from '../../src/graph/picture/arrange.ts';
import type { Extraction, RawDocument } from '../../src/model/article.ts';
import type { JudgementLine } from '../../src/model/judgement.ts';
import type { Store } from '../../src/store/store.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';

/** A store that changes are made in: `open` gives it as it was left, `reset` empties it. */
export interface ChangingStore {
  readonly open: () => Promise<Store>;
  readonly reset: () => Promise<void>;
  readonly runs: number;
}

/** Documents with their versions: names that meet, homonyms, a short form of two firms, what one article equates. */
const SMALL: readonly (readonly Sample[])[] = [
  [
    sample('a', ['Zone 南昌经开区 = 赣江新区经开组团', 'Company 欣旺达', '欣旺达 -LOCATED_IN-> 南昌经开区']),
    sample('a', ['Zone 南昌经开区', 'Company 欣旺达'], { published: '2024-05' }),
  ],
  [
    sample('b', ['Company 南昌欣旺达新能源有限公司 = 欣旺达', 'Zone 赣江新区经开组团'], {
      published: '2024-06-01',
    }),
    sample('b', ['Company 南昌欣旺达新能源有限公司', 'Zone 赣江新区']),
  ],
  [
    sample('c', ['Official 王伟', 'Zone 南昌经开区', '王伟 -HOLDS_POST:主任-> 南昌经开区']),
    sample('c', ['Official 王伟', 'Zone 常州高新区', '王伟 -HOLDS_POST:书记-> 常州高新区']),
  ],
  [
    sample('d', [
      'Official 王伟',
      'Zone 常州国家高新技术产业开发区',
      'Company 欣旺达电子股份有限公司 = 欣旺达',
    ]),
    sample('d', ['Place 南昌市', 'Place 安义县']),
  ],
  [sample('e', ['Project 电池项目', 'Company 欣旺达', '欣旺达 -INVESTS_IN-> 电池项目'])],
];

/** Two of the annotated articles, which are reprints of one another, and all of the small ones. */
export function versions(): (readonly Sample[])[] {
  const golden = goldenSamples().filter(({ raw }) => /00[04]_/.test(raw.id));
  return [...golden.map((one) => [one]), ...SMALL];
}

const SOURCES = new Set(['articles', 'test']);

/** What change promises on a store: the graph is that of the documents and judgements alone, to the byte. */
export function describeChange(name: string, { open, reset, runs }: ChangingStore): void {
  describe(name, () => {
    beforeEach(reset);
    const known = new Map<string, Extraction>();
    const keyOf = ({ id, text, metadata }: RawDocument) => JSON.stringify([id, text, metadata]);
    const all = versions();
    for (const { raw, extraction } of all.flat()) known.set(keyOf(raw), extraction);
    const extract = (raw: RawDocument) => known.get(keyOf(raw)) as Extraction;
    /** Works on the store through a session of its own, and gives its bytes. */
    const opened = async <T>(
      work: (session: Session, store: Store) => Promise<T>,
      lines: JudgementLine[] = [],
    ) => {
      const store = await open();
      try {
        const judgements = () => replay(lines).judgements;
        return await work(new Session({ store, seeds: TEST_SEEDS, extract, judgements }, 0), store);
      } finally {
        await store.close();
      }
    };
    const bytesOf = async (store: Store) =>
      [...writeJsonLines(withoutDerived(sortSnapshot(await store.read())))].join('');
    const fromNothing = async (documents: readonly RawDocument[]) => {
      await reset();
      return opened(async (session, store) => {
        await session.mirror(SOURCES, documents);
        return bytesOf(store);
      });
    };
    /** Which version of each document is there, if any, and in what order they come. */
    const content = fc
      .tuple(...all.map((each) => fc.option(fc.constantFrom(...each), { nil: undefined, freq: 3 })))
      .chain((chosen) => {
        const documents = chosen.flatMap((one) => one?.raw ?? []);
        return fc.shuffledSubarray(documents, { minLength: documents.length });
      });

    it('puts numbers right that the store holds in another kind, though nothing else changed', async () => {
      await reset();
      const documents = SMALL.flatMap(([one]) => one?.raw ?? []);
      const build = () =>
        opened(async (session, store) => {
          const { unchanged, change } = await session.mirror(SOURCES, documents);
          return { unchanged, isEmpty: isEmptyChange(change), bytes: await bytesOf(store) };
        });
      const { bytes } = await build();
      await opened(async (_, store) => {
        for (const statement of [
          'MATCH (n:Entity) SET n.mentions = toFloat(n.mentions)',
          'MATCH (n:Entity) WHERE n.confidence = 1 SET n.confidence = 1',
          'MATCH ()-[r:LOCATED_IN|MENTIONS]->() SET r.count = toFloat(r.count)',
          'MATCH ()-[r:LOCATED_IN]->() WHERE r.confidence = 1 SET r.confidence = 1',
        ])
          await store.query(statement, {}, { write: true });
        expect(await bytesOf(store)).toBe(bytes);
        expect(await store.listMistyped()).not.toEqual([]);
      });
      expect(await build()).toEqual({ unchanged: documents.length, isEmpty: false, bytes });
      expect(await opened(async (_, store) => store.listMistyped())).toEqual([]);
      expect(await build()).toEqual({ unchanged: documents.length, isEmpty: true, bytes });
    });

    it('holds after any history of adding, changing and removing what a build from nothing gives', async () => {
      const history = fc.array(fc.record({ documents: content, restart: fc.boolean() }), {
        minLength: 2,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          await reset();
          const dumps: string[] = [];
          for (let i = 0; i < steps.length; )
            await opened(async (session, store) => {
              do {
                await session.mirror(SOURCES, steps[i]?.documents ?? []);
                dumps.push(await bytesOf(store));
                i++;
              } while (i < steps.length && steps[i]?.restart === false);
            });
          for (const [i, { documents }] of steps.entries())
            expect(dumps[i] === (await fromNothing(documents)), `step ${i + 1} of ${steps.length}`).toBe(
              true,
            );
        }),
        { numRuns: runs },
      );
    });

    it.each([
      ['in one session', false],
      ['each by a build of its own', true],
    ])('bears a merge made, undone and made again, %s', async (_, restart) => {
      const lines: JudgementLine[] = [];
      const said = (line: object) =>
        lines.push(
          parseJudgement({ by: '王', at: `2026-01-0${lines.length + 1}T00:00:00Z`, ...line }, 'test'),
        );
      const same = {
        say: 'same',
        left: { type: 'Official', name: '王伟', article: 'test/c.txt' },
        right: { type: 'Official', name: '王伟', article: 'test/d.txt' },
      };
      const acts = [
        () => said(same),
        () => said({ say: 'undo', of: lines[0]?.id }),
        () => said({ ...same, by: '李', why: '再次' }),
      ];
      const documents = all.map(([first]) => (first as Sample).raw);
      const dumps = [
        await opened(async (session, store) => {
          await session.mirror(SOURCES, documents);
          return bytesOf(store);
        }),
      ];
      const act = (session: Session, store: Store) => async (say: () => void) => {
        say();
        await session.judge();
        dumps.push(await bytesOf(store));
      };
      if (restart) for (const say of acts) await opened((session, store) => act(session, store)(say), lines);
      else
        await opened(async (session, store) => {
          for (const say of acts) await act(session, store)(say);
        }, lines);
      const [plain, merged, undone, again] = dumps;
      expect(merged === plain).toBe(false);
      expect(undone === plain).toBe(true);
      expect(again === merged).toBe(true);
    });
  });
}
