import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openAskedSource } from '../../src/answer/asked/source.ts';
import { toCoverageAnswer } from '../../src/answer/coverage.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import type { Askable } from '../../src/store/store.ts';
import { catalogueOf, type Said, type Told } from '../support/answers.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();

const MANY = 450;

/** Articles without a date, an outlet or a title, some of one story, with a rare letter before what points back. */
const articles: Told[] = Array.from({ length: MANY }, (_, i) => ({
  id: `article ${i}`,
  text: `𠮷县晨星${i}项目总投资${i}亿元，该公司称该项目已开工。${i % 3 === 0 ? '该区域很大，该区很小。' : ''}`,
  ...(i % 4 === 0 ? {} : { published: i % 5 === 0 ? '2019' : `20${20 + (i % 3)}-0${1 + (i % 9)}-11` }),
  properties: {
    ...(i % 2 === 0 ? { outlet: `日报${i % 11}` } : {}),
    ...(i % 7 === 0 ? { title: `标题${i}` } : {}),
    story: `article ${i - (i % 6 === 1 ? 1 : 0)}`,
  },
}));

/** What two articles say of each thing: alike or not, of one period or two, as numbers, ranges, foreign money and words. */
const facts = articles.flatMap((_, i): Said[] => {
  const [one, other] = [`article ${i}`, `article ${(i + 1) % MANY}`];
  const of = `晨星${i % 150}项目`;
  const say = (article: string, name: string, properties: Said['properties']): Said => ({
    article,
    quote: '该项目',
    name,
    of,
    properties,
  });
  return [
    say(one, 'investment', { value: 1e8 + (i % 5) }),
    say(other, 'investment', i % 9 === 0 ? { min: 1e8 } : { value: 1e8 + (i % 5) + 0.5 }),
    say(one, 'investment', { value: 3e8, currency: 'USD' }),
    say(one, 'output', { value: i, period: `202${i % 2}`, planned: i % 3 === 0, unit: 'yuan' }),
    say(other, 'output', { value: 7, period: '2020', planned: false, unit: 'yuan' }),
    say(one, 'status', { value: i % 2 === 0 ? 'construction' : 'operating' }),
    say(other, 'status', { value: 'operating' }),
    say('no such article', 'status', { value: 'signed' }),
  ];
});

const memory = catalogueOf({
  articles,
  things: {
    ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`晨星${i}项目`, 'Project'])),
    该区很小: 'Zone',
  },
  relations: Array.from({ length: 150 }, (_, i) => [
    `晨星${i}项目 LOCATED_IN 该区很小`,
    i % 4 === 0 ? [] : [[`article ${i}`, '该项目']],
    { stories: i % 3 },
  ]),
  facts,
});

describe.runIf(server !== undefined)('what is not known of a graph in Neo4j', () => {
  const given = server as Neo4jServer;
  let store: WatchedStore & Askable;
  beforeAll(async () => {
    await emptyNeo4j(given);
    store = (await openStore(given.url, given)) as WatchedStore & Askable;
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, memory.snapshot));
  });
  afterAll(() => store?.close());

  it('is what it is of the same graph in memory, and no list of all there is is read for it', async () => {
    const asked = vi.spyOn(store, 'ask');
    const answer = await openAskedSource(store).ask(toCoverageAnswer);
    const answers = await Promise.all(
      asked.mock.results.map(({ value }) => value as ReturnType<Askable['ask']>),
    );
    const rows = answers.flat().map((one) => one.length);
    asked.mockRestore();
    const expected = toCoverageAnswer(memory);
    expect(answer).toEqual(expected);
    for (const { total, rows: shown } of [expected.undated, expected.differing, expected.unresolved]) {
      expect(total).toBeGreaterThan(100);
      expect(shown).toHaveLength(100);
    }
    expect(Math.max(...rows)).toBeLessThanOrEqual(200);
  });
});
