import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/index.ts';
import { hasBrowser } from '../support/browser.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { drawn, openStage, type Stage } from './stage.ts';

/** The tasks that people come with, each with the clicks that it may cost; docs/explorer.md has the same numbers. Names are typed. */
describe.runIf(hasBrowser())('a task', () => {
  const graph = goldGraph();
  let stage: Stage;
  let server: RunningServer;
  let page: Page;
  let clicks = 0;

  beforeAll(async () => {
    stage = await openStage();
    server = await stage.serve({ store: memoryStore(graph) });
    page = await stage.open(server.address, { permissions: ['clipboard-read', 'clipboard-write'] });
  });

  afterAll(async () => {
    expect(stage?.takeFaults()).toEqual([]);
    await stage?.close();
  });

  beforeEach(async () => {
    await page.goto('about:blank');
    await page.goto(server.address);
    await drawn(page);
    clicks = 0;
  });

  const detail = () => page.locator('.detail');
  const click = async (where: Locator) => {
    clicks++;
    await where.click();
  };
  /** Type a name into the search and take the first hit, by keys alone. */
  const find = async (name: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await detail().getByRole('heading', { level: 2, name, exact: true }).waitFor();
  };
  const table = (title: RegExp) =>
    detail().locator('.listing', { has: page.getByRole('heading', { level: 3, name: title }) });
  const idOf = (name: string) => graph.nodes.find(({ properties }) => properties.name === name)?.id ?? '';

  it('who invests in a zone, how much, and in which sentence: 2 clicks', async () => {
    await find('宜春经开区');
    await click(detail().getByRole('button', { name: '查看全景' }));
    const row = table(/^项目/).locator('tbody tr').first();
    expect(await row.locator('.sum').textContent()).toMatch(/亿元$/);
    expect(await table(/^项目/).getByRole('columnheader').allTextContents()).toContain('投资方');
    await click(row.locator('.sum'));
    await detail().locator('.text mark').first().waitFor();
    expect(clicks).toBe(2);
  });

  it('who holds which post in a zone, and since when: 1 click', async () => {
    const zone = idOf('宜春经开区');
    const bodies = graph.relationships.filter(({ type, to }) => type === 'LOCATED_IN' && to === zone);
    const inside = new Set([zone, ...bodies.map(({ from }) => from)]);
    const companies = new Set(
      graph.nodes.filter(({ labels }) => labels.includes('Company')).map(({ id }) => id),
    );
    const post = graph.relationships.find(
      ({ type, to }) => type === 'HOLDS_POST' && inside.has(to) && !companies.has(to),
    );
    await find('宜春经开区');
    await click(detail().getByRole('button', { name: '查看全景' }));
    const person = graph.nodes.find(({ id }) => id === post?.from)?.properties.name;
    await table(/^任职人员/)
      .getByRole('button', { name: String(person), exact: true })
      .first()
      .waitFor();
    expect(
      await table(/^任职人员/)
        .getByRole('columnheader')
        .allTextContents(),
    ).toContain('职务');
    expect(clicks).toBe(1);
  });

  it('what is signed or planned and not begun: 1 click', async () => {
    await click(page.locator('.summary').getByRole('button', { name: /未开工/ }));
    await page.locator('.chips').getByText('已签约').waitFor();
    await page.locator('.chips').getByText('拟建').waitFor();
    expect(clicks).toBe(1);
  });

  it('send exactly this view: 2 clicks', async () => {
    await find('赣江新区');
    await click(page.getByRole('button', { name: '已存视图' }));
    await click(page.getByRole('button', { name: '复制此刻画面的链接' }));
    await page.getByRole('button', { name: '已复制' }).waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toContain(`entity=${idOf('赣江新区')}`);
    expect(address).toContain('camera=');
    expect(clicks).toBe(2);
  });

  it('what a filter leaves as a file for Gephi: 2 clicks after the filter', async () => {
    await page.locator('.key', { hasText: '地点' }).first().click();
    await page.locator('.chips').getByText('不含地点').waitFor();
    const waiting = page.waitForEvent('download');
    await click(page.getByRole('button', { name: '导出', exact: true }));
    await click(page.locator('#export-menu').getByRole('button', { name: 'GEXF Gephi、networkx' }));
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('yuantu-不含地点.gexf');
    const nodes = (await readFile(await download.path(), 'utf8')).match(/<node /g);
    const wanted = graph.nodes.filter(({ labels }) => labels.includes('Entity') && !labels.includes('Place'));
    expect(nodes).toHaveLength(wanted.length);
    expect(clicks).toBe(2);
  });

  it('what links two of them: 1 click', async () => {
    await find('宜春经开区');
    await click(detail().getByRole('button', { name: '路径…' }));
    await page.keyboard.type('赣江新区');
    await detail().locator('.picker-found button', { hasText: '赣江新区' }).first().waitFor();
    await page.keyboard.press('Enter');
    await detail().locator('.ways li').first().waitFor();
    expect(clicks).toBe(1);
  });

  it('which zones have an industry, and what of it is in each: 1 click', async () => {
    await find('新能源');
    await click(detail().getByRole('button', { name: '查看全景' }));
    await table(/^园区/).locator('tbody tr').first().waitFor();
    expect(await table(/^园区/).getByRole('columnheader').allTextContents()).toContain('项目');
    expect(clicks).toBe(1);
  });

  it('all projects of a company with those below it: 1 click', async () => {
    await find('宁德时代');
    await click(detail().getByRole('button', { name: '查看全景' }));
    await detail()
      .getByRole('button', { name: /含下属 \d+ 家公司/ })
      .waitFor();
    expect(clicks).toBe(1);
  });

  it('two zones side by side, with what they share: 3 clicks', async () => {
    for (const name of ['宜春经开区', '赣江新区']) {
      await find(name);
      await click(detail().getByRole('button', { name: '加入所选' }));
    }
    await click(page.locator('.picked').getByRole('button', { name: '对比' }));
    const heads = detail().locator('.compared thead .entity-link');
    await expect.poll(() => heads.allTextContents()).toEqual(['宜春经开区', '赣江新区']);
    expect(clicks).toBe(3);
  });
});
