import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueAsOf } from '../../src/answer/as-of.ts';
import { toLedger } from '../../src/answer/ledger.ts';
import { type PostsWish, toPostsAnswer } from '../../src/answer/posts.ts';
import { toTotals } from '../../src/answer/totals.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import { build } from '../../src/collect/build.ts';
import type { Extractor } from '../../src/extract/document.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { Parameters } from '../../src/model/query.ts';
import { listExamples } from '../../src/store/examples.ts';
import type { Store } from '../../src/store/store.ts';
import { seeds } from '../support/view.ts';
import { NEWS } from './news.ts';

/** What reads, and reads the same article once. */
async function readOnce(): Promise<Extractor> {
  const extract = await openExtractor(seeds);
  const read = new Map<string, ReturnType<Extractor>>();
  return (raw) => {
    const found = read.get(raw.id) ?? extract(raw);
    read.set(raw.id, found);
    return found;
  };
}

/** What the chain of articles comes to, on any store. */
export function describeLedger(name: string, open: () => Promise<Store>): void {
  describe(`the ledger on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'yuantu-ledger-'));
    const file = join(folder, 'news.jsonl');
    let store: Store;
    const reading = readOnce();

    const mirror = async (news: typeof NEWS): Promise<void> => {
      const lines = news.map(([id, published, outlet, text]) =>
        JSON.stringify({ id, published, outlet, text }),
      );
      writeFileSync(file, lines.join('\n'));
      await build({ store, seeds, paths: [file], source: 'news', extract: await reading });
    };
    const ask = async (statement: string, parameters: Parameters = {}) =>
      (await store.query(statement, parameters)).rows;

    beforeAll(async () => {
      store = await open();
      await mirror(NEWS);
    }, 900_000);

    afterAll(async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const life = () =>
      ask(
        `MATCH (p:Project) RETURN p.name AS project, p.status AS status, p.investment AS investment, p.signedOn AS signed,
         p.startedOn AS started, p.toppedOutOn AS toppedOut, p.operatingOn AS operating, p.dueOn AS due ORDER BY signed, project`,
      );
    const posts = () =>
      ask(
        `MATCH (p:Person)-[r:HOLDS_POST]->(body) RETURN p.name AS person, body.name AS body, r.title AS title, r.since AS since,
         r.until AS until, r.untilFrom AS by ORDER BY body, title, coalesce(r.since, r.firstSeen), person`,
      );

    it('tells the life of each project', async () => {
      expect(await life()).toEqual(LIFE);
    });

    it('tells who held what, from when to when', async () => {
      expect(await posts()).toEqual(POSTS);
    });

    const look = async (): Promise<WholeCatalogue> => new WholeCatalogue(await store.read());
    const idOf = (catalogue: WholeCatalogue, name: string): string =>
      catalogue.entities.find(({ properties }) => properties.name === name)?.id ?? '';
    const example = (words: string) =>
      listExamples().find(({ statement }) => statement.includes(words))?.statement ?? '';

    it('says what is late, silent, grown or shrunk, and what contradicts itself, in a zone and of a company', async () => {
      const catalogue = await look();
      const marksAt = (asOf: string, wish = {}) =>
        toLedger(catalogueAsOf(catalogue, '1', asOf), {
          asOf,
          months: 12,
          ...wish,
        }).projects.map(({ project, marks }) => [project.name, ...marks]);
      const zone = { in: idOf(catalogue, '云桥高新区') };
      expect(marksAt('2023-07-31', zone)).toEqual([
        ['晨曜动力电池生产基地项目一期', 'late', 'silent'],
        ['海默精密轴承工厂项目', 'silent'],
        ['鼎石高纯铝箔项目', 'silent'],
      ]);
      expect(marksAt('2024-12-31', zone)).toEqual([
        ['瑞禾中央厨房项目', 'contradicts'],
        ['百汇生物医药产业园项目'],
        ['海默精密轴承工厂项目'],
        ['晨曜动力电池生产基地项目一期', 'shrank'],
        ['鼎石高纯铝箔项目', 'silent'],
      ]);
      expect(marksAt('2025-07-01', { ...zone, mark: 'late' })).toEqual([['海默精密轴承工厂项目', 'late']]);
      expect(marksAt('2024-12-31', { of: idOf(catalogue, '鼎石新材料股份有限公司') })).toEqual([
        ['鼎石高纯铝箔项目', 'silent'],
      ]);
      expect(
        (
          await ask(example('lastHeardOf, collect(z.name) AS zones\nORDER BY due'), { day: '2025-07-01' })
        ).map(([name]) => name),
      ).toEqual(['海默精密轴承工厂项目']);
      expect(
        (await ask(example('AS change'), {})).map(([name, sums, , change]) => [name, sums, change]),
      ).toEqual([['晨曜动力电池生产基地项目一期', [5_000_000_000, 4_200_000_000], 'shrank']]);
    });

    it('tells who was in office on a day, who followed whom, and the way of a person', async () => {
      const catalogue = await look();
      const at = idOf(catalogue, '云桥高新区');
      const names = (wish: PostsWish) =>
        toPostsAnswer(catalogue, wish).posts.map((post) => [post.person.name, post.title]);
      expect(names({ at, on: '2022-09-12' })).toEqual([
        ['周启明', '党工委书记'],
        ['林若谷', '管委会主任'],
      ]);
      expect(names({ at, on: '2022-09-13' })).toEqual([
        ['周启明', '党工委书记'],
        ['方若舟', '管委会主任'],
      ]);
      expect(names({ at, on: '2024-12-01' }).map(([name]) => name)).toEqual(['苏叶', '陈砚秋', '陈砚秋']);
      expect(names({ at, title: '管委会主任' }).map(([name]) => name)).toEqual([
        '林若谷',
        '方若舟',
        '陈砚秋',
      ]);
      expect(
        toPostsAnswer(catalogue, { person: idOf(catalogue, '林若谷') }).posts.map((post) => post.at.name),
      ).toEqual(['云桥高新区', '吉水县']);
      for (const day of ['2022-09-12', '2022-09-13', '2024-12-01'])
        expect(
          (await ask(example('$day AND (r.until IS NULL'), { day }))
            .map(([, title, person]) => [person, title])
            .sort(),
        ).toEqual(names({ on: day }).sort());
    });

    it('tells the line of holders and the way of a person as they were known on a day', async () => {
      const catalogue = await look();
      const [at, title] = [idOf(catalogue, '云桥高新区'), '管委会主任'];
      const line = (wish: PostsWish) =>
        toPostsAnswer(catalogue, wish).posts.map((post) => [post.person.name, post.until]);
      expect(line({ at, title, asOf: '2021' })).toEqual([['林若谷', undefined]]);
      expect(line({ at, title, asOf: '2022-09-15' })).toEqual([
        ['林若谷', '2022-09-13'],
        ['方若舟', undefined],
      ]);
      expect(line({ at, title, asOf: '2023-08', on: '2021-05' })).toEqual([['林若谷', '2022-09-13']]);
      const person = idOf(catalogue, '林若谷');
      const way = (asOf: string) =>
        toPostsAnswer(catalogue, { person, asOf }).posts.map((post) => [post.at.name, post.lastSeen]);
      expect(way('2022-09-30')).toEqual([['云桥高新区', '2022-09-15']]);
      expect(way('2022-10-20').map(([name]) => name)).toEqual(['云桥高新区', '吉水县']);
      expect(way('2021-03-17')).toEqual([]);
    });

    it('sees from a day what was known and in force then, as the ready question does', async () => {
      const catalogue = await look();
      for (const day of ['2021-12-31', '2022-06', '2023-08-21', '2024-12-31']) {
        const then = catalogueAsOf(catalogue, '1', day);
        const seen = then.entities
          .filter(({ properties }) => properties.type === 'Project')
          .map(({ properties }) => [properties.name, properties.status]);
        const full = day.length === 7 ? `${day}-30` : day;
        const asked = await ask(example('states[0] AS status'), { day: full });
        expect(asked.map(([name, status]) => [name, status]).sort()).toEqual(seen.sort());
      }
      const then = catalogueAsOf(catalogue, '1', '2022-06');
      const project = then.getEntity(idOf(catalogue, '晨曜动力电池生产基地项目一期')).properties;
      expect([project.status, project.investment, project.operatingOn, project.dueOn]).toEqual([
        ...['topped_out', 5_000_000_000, undefined, '2023-06'],
      ]);
      expect(then.counts.articles).toBe(4);
    });

    it('adds up each project once, with the least and the most, foreign money apart', async () => {
      const catalogue = await look();
      const { groups, total } = toTotals(catalogue, { by: 'zone' });
      expect(groups.map(({ about }) => about?.name)).toEqual(['云桥高新区']);
      expect(total).toMatchObject({ yuan: 4_500_000_000, counted: 2, least: 8_000_000_000, ranged: 2 });
      expect(total.most).toBeUndefined();
      expect(total.foreign).toEqual([{ currency: 'USD', counted: 1, least: 150_000_000, most: 150_000_000 }]);
      expect(total.leftOut.map(({ project, why }) => [project.name, why])).toEqual([
        ['海默精密轴承工厂项目', 'foreign'],
      ]);
      const at = toTotals(catalogueAsOf(catalogue, '1', '2023-08-21'), { by: 'month' });
      expect(at.groups.map(({ month, total: { yuan, least, most } }) => [month, yuan, least, most])).toEqual([
        ['2021-03', 5_000_000_000, 7_000_000_000, 7_500_000_000],
      ]);
      const rows = toTotals(catalogue, { by: 'company' }).groups.flatMap(({ about, projects }) =>
        projects.map(({ cost, statement }) => [about?.name, cost?.least, cost?.currency, statement?.quote]),
      );
      expect(rows).toEqual([
        ['晨曜新能源科技有限公司', 4_200_000_000, undefined, '总投资由50亿元调整为42亿元'],
        ['海默集团', 150_000_000, 'USD', '投资1.5亿美元'],
        ['瑞禾食品有限公司', 300_000_000, undefined, '投资3亿元'],
        ['百汇药业集团有限公司', 1_500_000_000, undefined, '投资不少于15亿元'],
        ['鼎石新材料股份有限公司', 2_000_000_000, undefined, '投资20亿元至25亿元'],
      ]);
    });

    it('has a series of the zone', async () => {
      expect(
        (await ask(example('AS measure'), { zone: '云桥高新区' }))
          .filter(([measure]) => measure === 'output')
          .map(([, period, value, , growth, planned]) => [period, value, growth, planned]),
      ).toEqual([
        ['2021', 31_200_000_000, 15.2, false],
        ['2022', 36_500_000_000, 17, false],
        ['2023', 42_000_000_000, null, true],
        ['2024-Q1', 10_500_000_000, 12.3, false],
      ]);
    });

    it('takes back what an article told, and tells it again', async () => {
      await mirror(NEWS.filter(([id]) => id !== 'a05' && id !== 'a08' && id !== 'a14'));
      expect((await life())[0]).toEqual([
        ...['晨曜动力电池生产基地项目', 'topped_out', 5_000_000_000],
        ...['2021-03-16', '2021-07-01', '2022-05-08', null, '2023-06'],
      ]);
      expect(await posts()).toContainEqual([
        '林若谷',
        '云桥高新区',
        '管委会主任',
        null,
        '2022-10-20',
        'said',
      ]);
      await mirror(NEWS);
      expect([await life(), await posts()]).toEqual([LIFE, POSTS]);
    });
  });
}

const LIFE = [
  [
    ...['晨曜动力电池生产基地项目一期', 'operating', 4_200_000_000],
    ...['2021-03-16', '2021-07-01', '2022-05-08', '2023-08-20', '2023-06'],
  ],
  ['海默精密轴承工厂项目', 'construction', null, '2021-03-16', '2023-11-03', null, null, '2025-06'],
  ['鼎石高纯铝箔项目', 'signed', null, '2021-03-16', null, null, null, null],
  ['百汇生物医药产业园项目', 'signed', null, '2024-09-02', null, null, null, '2027'],
  ['瑞禾中央厨房项目', 'signed', 300_000_000, '2024-12-18', '2024-10', null, null, null],
];

const POSTS = [
  ['周启明', '云桥高新区', '党工委书记', null, '2024-03-11', 'said'],
  ['苏叶', '云桥高新区', '党工委书记', '2024-03-11', null, null],
  ['陈砚秋', '云桥高新区', '党工委委员、管委会副主任', null, null, null],
  ['林若谷', '云桥高新区', '管委会主任', null, '2022-09-13', 'said'],
  ['方若舟', '云桥高新区', '管委会主任', '2022-09-13', '2024-11-06', 'successor'],
  ['陈砚秋', '云桥高新区', '管委会主任', null, null, null],
  ['林若谷', '吉水县', '县委书记', '2022-10-18', null, null],
];
