import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toEntityAnswer } from '../../src/answer/entity.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import { build } from '../../src/collect/build.ts';
import { listExamples } from '../../src/store/examples.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { seeds } from '../support/view.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-figures-'));
const articles = join(folder, 'news');
let store: Store;

const YEARS = [
  ['2021', '云岭高新区2021年完成工业总产值96亿元，同比增长12.5%。云岭高新区管委会表示，形势向好。'],
  ['2022', '云岭高新区2022年完成工业总产值110亿元，同比增长14.6%。今年，企业信心充足。'],
  ['2023', '云岭高新区2023年完成工业总产值128亿元，同比增长16.4%。产业集聚，成效明显。'],
] as const;

beforeAll(async () => {
  store = await openStore(`grafeo:${join(folder, 'graph')}`);
  const lines = YEARS.map(([year, text]) =>
    JSON.stringify({ id: year, text, published: `${Number(year) + 1}-01-20` }),
  );
  writeFileSync(`${articles}.jsonl`, lines.join('\n'));
  await build({ store, seeds, paths: [`${articles}.jsonl`], source: 'news' });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Period, value and growth of what the ready question about a series answers. */
async function series(): Promise<unknown[]> {
  const question = listExamples().find(({ statement }) => statement.includes('AS measure'));
  const { rows } = await store.query(question?.statement ?? '', { zone: '云岭高新区' });
  return rows.map(([measure, period, value, unit, growth, planned]) => [
    ...[measure, period, value, unit, growth, planned],
  ]);
}

const ALL = [
  ['output', '2021', 9_600_000_000, 'CNY', 12.5, false],
  ['output', '2022', 11_000_000_000, 'CNY', 14.6, false],
  ['output', '2023', 12_800_000_000, 'CNY', 16.4, false],
];

it('a series of a zone is one statement, and its page has the sentence of each point', async () => {
  expect(await series()).toEqual(ALL);
  const catalogue = new WholeCatalogue(await store.read());
  const zone = catalogue.entities.find(({ properties }) => properties.name === '云岭高新区');
  const { indicators, facts } = toEntityAnswer(catalogue, zone?.id ?? '');
  expect(indicators.map(({ period, value, passage }) => [period, value, passage.text])).toEqual(
    YEARS.map(([year, text], i) => [year, ALL[i]?.[2], `${text.split('。')[0]}。`]),
  );
  expect(facts).toEqual([]);
});

it('goes with its article', async () => {
  const lines = YEARS.slice(1).map(([id, text]) => JSON.stringify({ id, text, published: `${id}-12-31` }));
  writeFileSync(`${articles}.jsonl`, lines.join('\n'));
  await build({ store, seeds, paths: [`${articles}.jsonl`], source: 'news' });
  expect(await series()).toEqual(ALL.slice(1));
});
