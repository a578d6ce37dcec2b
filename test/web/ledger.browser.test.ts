import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { NEWS } from '../ledger/news.ts';
import { hasBrowser } from '../support/browser.ts';
import { seeds } from '../support/view.ts';
import { eachPage, openStage, type Stage, seriousOf } from './stage.ts';

/** Another article on the year of one of the chain, with another figure. */
const OTHER = [
  'b01',
  '2023-03-01',
  '远望周刊',
  '云桥高新区2022年工业总产值358亿元，同比增长14.7%。',
] as const;

/** A project of which no date is told. */
const UNDATED = [
  'b02',
  undefined,
  '远望周刊',
  '松风物流有限公司计划投资2亿元，在云桥高新区建设松风冷链仓储中心项目。',
] as const;

describe.runIf(hasBrowser())('the ledger', () => {
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    const session = new Session({ store, seeds, extract: await openExtractor(seeds) });
    await session.add(
      [...NEWS, OTHER, UNDATED].map(([id, published, outlet, text]) => ({
        id: `news/${id}`,
        source: 'news',
        doc: id,
        text,
        metadata: { ...(published && { published }), outlet, url: `https://news.example/${id}` },
      })),
    );
    server = await stage.serve({ store });
  }, 600_000);

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const detail = () => page.locator('.detail');
  const press = (name: string) => detail().getByRole('button', { name, exact: true }).click();
  const idOf = async (name: string) =>
    (await store.read()).nodes.find(({ properties }) => properties.name === name)?.id ?? '';
  const go = (fragment: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
  const lives = () => detail().locator('.lives > li');

  it('shows the lives of projects, what stands out, and the sentences behind each step', async () => {
    await page.getByRole('button', { name: '台账' }).click();
    await expect.poll(() => lives().count()).toBe(6);
    await press('减资');
    await expect.poll(() => lives().count()).toBe(1);
    expect(await lives().locator('.milestones').textContent()).toBe(
      '签约2021-03-16开工2021-07-01封顶2022-05-08投产2023-08-20应完成2023-06',
    );
    await lives()
      .getByRole('button', { name: /处原文/u })
      .click();
    await detail().locator('.timeline').getByText('总投资由50亿元调整为42亿元').waitFor();
    expect(await seriousOf(page)).toEqual([]);
    await press('日期矛盾');
    await detail().locator('.contradiction').getByText('建设中（2024-10）早于已签约（2024-12-18）').waitFor();
    await page.goBack();
    await detail().locator('.badge[data-mark="shrank"]').waitFor();
  });

  it('keeps to a zone, a company, a state, and says so in the address', async () => {
    await go(`#area=${await idOf('云桥高新区')}`);
    await press('台账');
    await expect.poll(() => lives().count()).toBe(6);
    await detail().getByLabel('进展').selectOption('construction');
    await expect.poll(() => lives().count()).toBe(1);
    expect(page.url()).toContain('state=construction');
    await go(`#ledger=lives&of=${await idOf('鼎石新材料股份有限公司')}`);
    await expect.poll(() => lives().count()).toBe(1);
    await press('不限此范围');
    await expect.poll(() => lives().count()).toBe(6);
  });

  it('is narrowed to a zone and to a company by their names, and puts projects without a date at the end', async () => {
    const names = () => lives().locator('.life-head > .entity-link:first-child').allTextContents();
    await page.getByRole('button', { name: '台账' }).click();
    await expect
      .poll(names)
      .toEqual([
        '瑞禾中央厨房项目',
        '百汇生物医药产业园项目',
        '海默精密轴承工厂项目',
        '晨曜动力电池生产基地项目一期',
        '鼎石高纯铝箔项目',
        '松风冷链仓储中心项目',
      ]);
    await detail().getByRole('heading', { name: '没有日期 1' }).waitFor();
    expect(await lives().last().locator('.milestones').count()).toBe(0);
    const choose = async (label: string, name: string) => {
      await detail().getByLabel(label).fill(name);
      await detail().locator('.picker-found').getByText(name, { exact: true }).click();
    };
    await choose('园区、地点、产业', '云桥高新区');
    await detail().getByRole('heading', { level: 2, name: '云桥高新区' }).waitFor();
    await choose('企业（含下属）', '海默集团');
    await expect.poll(names).toEqual(['海默精密轴承工厂项目']);
    expect(page.url()).toContain('also=');
    expect(await seriousOf(page)).toEqual([]);
    await detail().getByRole('tab', { name: '合计' }).click();
    await expect.poll(() => detail().locator('.sum-head').count()).toBe(1);
    await press('海默集团');
    await expect.poll(() => detail().locator('.sum-head .tally').first().textContent()).not.toBe('1');
    await go('#ledger=posts');
    await choose('单位或人员', '林若谷');
    await expect.poll(() => detail().locator('.holders > li').count()).toBe(2);
  });

  it('gives the lives of projects as files, each with its sentence and where it was read', async () => {
    await go(`#ledger=lives&of=${await idOf('云桥高新区')}`);
    const download = async (format: string) => {
      const waiting = page.waitForEvent('download');
      await press(format);
      return waiting;
    };
    const file = await download('CSV');
    expect(file.suggestedFilename()).toBe('项目进程.csv');
    const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(head).toContain('签约,开工,封顶,投产,应完成,值得注意');
    expect(head).toMatch(/原句,文章,媒体,发布日期,网址,依据数$/u);
    expect(rows.length).toBe(6);
    const row = rows.find((one) => one.startsWith('海默精密轴承工厂项目')) ?? '';
    expect(row).toContain('2021-03-16,2023-11-03,,,2025-06');
    expect(row).toContain('该项目建成时间由2024年10月推迟至2025年6月。');
    expect(row).toContain('吉安新闻网,2024-11-06,https://news.example/a14');
    const book = await download('XLSX');
    expect(book.suggestedFilename()).toBe('项目进程.xlsx');
    expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it('shows who followed whom, who held what on a day, and the way of a person', async () => {
    await go(`#ledger=posts&of=${await idOf('云桥高新区')}`);
    const holders = detail().locator('.line-of-holders').filter({ hasText: '管委会主任' }).first();
    await expect
      .poll(() => holders.locator('li p > .entity-link:first-child').allTextContents())
      .toEqual(['林若谷', '方若舟', '陈砚秋']);
    expect(await holders.textContent()).toContain('离任由后任推知');
    expect(await seriousOf(page)).toEqual([]);
    await detail().getByLabel('某日在任').fill('2022-09-12');
    await expect.poll(() => detail().locator('.holders > li').count()).toBe(2);
    await go(`#entity=${await idOf('林若谷')}`);
    await press('任职沿革');
    await expect.poll(() => detail().locator('.holders > li').count()).toBe(2);
    expect(await detail().locator('.holders').textContent()).toMatch(/云桥高新区.*吉水县/su);
    await detail().locator('.holders .quote').first().click();
    await detail().locator('.kind, header h2').first().waitFor();
    expect(page.url()).toContain('article=');
  });

  it('sees the line of holders and the way of a person from where the time bar ends', async () => {
    const names = () => detail().locator('.holders li p > .entity-link:first-child').allTextContents();
    const until = 'period=published~~2022-09-30';
    await go(`#ledger=posts&of=${await idOf('云桥高新区')}&post=管委会主任&${until}`);
    await expect.poll(names).toEqual(['林若谷', '方若舟']);
    await detail().getByText('以 2022-09-30 为准').waitFor();
    await go(`#ledger=posts&of=${await idOf('林若谷')}&${until}`);
    await expect.poll(names).toEqual(['云桥高新区']);
    await go(`#ledger=posts&of=${await idOf('林若谷')}`);
    await expect.poll(names).toEqual(['云桥高新区', '吉水县']);
  });

  it('adds up by group, with the least and the most, foreign money apart, and opens a sum into its rows', async () => {
    await page.getByRole('button', { name: '台账' }).click();
    await detail().getByRole('tab', { name: '合计' }).click();
    const head = detail().locator('.sum-head').first();
    await expect
      .poll(() => head.textContent())
      .toMatch(/云桥高新区.*47亿元.*至少 82亿元，上限不详.*1\.5亿美元/su);
    await head.click();
    const [highest] = await detail().locator('.sum-group tbody tr').first().allTextContents();
    expect(highest).toContain('亿元');
    await detail().locator('.left-out').getByText('外币，另列').waitFor();
    await detail().getByRole('button', { name: '20亿元–25亿元' }).waitFor();
    await detail().getByText('动力电池 20 GWh (预期)').waitFor();
    expect(await seriousOf(page)).toEqual([]);
    await press('企业（含下属）');
    await expect.poll(() => detail().locator('.sum-head').count()).toBe(6);
    expect(page.url()).toContain('by=company');
    await detail().locator('.sum-head').first().click();
    await detail().getByRole('button', { name: '42亿元', exact: true }).click();
    await detail().locator('mark').first().waitFor();
    expect(page.url()).toContain('article=');
  });

  it('puts groups in the order of a column, as a league table that goes out as a file and leads on', async () => {
    await go('#ledger=totals&by=company');
    const league = detail().locator('.listing', { hasText: '排行' });
    await expect.poll(() => league.locator('tbody tr').count()).toBe(6);
    const column = async (name: string) => {
      const heads = await league.getByRole('columnheader').allTextContents();
      return league.locator(`tbody td:nth-child(${heads.indexOf(name) + 1})`).allTextContents();
    };
    const sortBy = (name: string) => league.getByRole('button', { name }).click();
    const numbers = (cells: readonly string[]) => cells.filter(Boolean).map(Number.parseFloat);
    for (const name of ['公开总投资', '项目']) {
      await sortBy(name);
      const up = numbers(await column(name));
      await sortBy(name);
      const down = numbers(await column(name));
      expect(up.length).toBeGreaterThan(1);
      expect([up, down]).toContainEqual(up.toSorted((a, b) => a - b));
      expect(down).toEqual(up.toReversed());
    }
    const waiting = page.waitForEvent('download');
    await league.getByRole('button', { name: 'CSV' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/排行\.csv$/u);
    const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(head).toContain('公开总投资');
    expect(rows.length).toBe(6);
    const first = league.locator('tbody .entity-link').first();
    const name = (await first.textContent()) ?? '';
    await first.click();
    await detail().getByRole('heading', { level: 2, name }).waitFor();
  });

  it('draws the series of a zone with the sentence behind each point, articles that differ side by side', async () => {
    await go(`#area=${await idOf('云桥高新区')}`);
    const output = detail().locator('.series').filter({ hasText: '工业总产值' });
    await expect
      .poll(() => output.locator('.series-chart text').allTextContents())
      .toEqual(['2021', '2022', '2023']);
    expect(await output.locator('.series-chart .planned').count()).toBe(1);
    const differing = output.locator('tr[data-differing="true"]');
    expect(await differing.locator('.fact-value strong').allTextContents()).toEqual(['358亿元', '365亿元']);
    expect(await seriousOf(page)).toEqual([]);
    await differing.locator('.quote').first().click();
    await expect.poll(() => page.url()).toContain('article=');
  });

  it('gives a row of the console as a citation', async () => {
    const statement =
      "MATCH (p:Project)-[:HAS_FACT]->(f:Fact {name: 'investment'}) RETURN p, f ORDER BY f.id";
    await go(new URLSearchParams({ cypher: statement }).toString());
    await page.getByRole('button', { name: '运行' }).click();
    const row = page.locator('.console tbody tr').first();
    await row.getByRole('button', { name: '引用' }).click();
    await expect.poll(() => row.locator('textarea').inputValue()).toMatch(/投资.*\[N\/OL\]/su);
    expect(await seriousOf(page)).toEqual([]);
  });
});
