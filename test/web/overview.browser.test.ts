import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/index.ts';
import { makeGraph } from '../bench/graph.mjs';
import { hasBrowser } from '../support/browser.ts';
import { memoryStore } from '../support/memory-store.ts';
import { drawn, eachPage, openStage, type Stage, seriousOf } from './stage.ts';

/** What the canvas lets a test ask: where a node is drawn. */
interface CanvasElement extends HTMLElement {
  readonly view?: { locate(id: string): { readonly x: number; readonly y: number } | undefined };
}

describe.runIf(hasBrowser())('a large collection', () => {
  const made = makeGraph(1500, 2400);
  const entities = made.nodes.filter(({ labels }) => labels.includes('Entity'));
  const largest = entities.filter(({ properties }) => properties.community === 3);
  let stage: Stage;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    server = await stage.serve({ store: memoryStore(made) });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  /** Where some nodes are drawn, as the rectangle around them, and the window's size. */
  async function boxOf(ids: readonly string[]) {
    return page.evaluate((all) => {
      const canvas = document.querySelector<CanvasElement>('.canvas');
      const points = all.flatMap((id) => canvas?.view?.locate(id) ?? []);
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
      const window = canvas?.getBoundingClientRect();
      return {
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
        width: window?.width ?? 0,
        height: window?.height ?? 0,
        x: window?.x ?? 0,
        y: window?.y ?? 0,
      };
    }, ids);
  }

  /** The same once it stands still. */
  async function restingBox(ids: readonly string[]) {
    let before = await boxOf(ids);
    for (;;) {
      await page.waitForTimeout(200);
      const now = await boxOf(ids);
      if (Math.abs(now.left - before.left) + Math.abs(now.bottom - before.bottom) < 1) return now;
      before = now;
    }
  }

  const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
  const chips = () => page.locator('.chips');

  it('says in one line what is in it, and leads in', async () => {
    const projects = entities.filter(({ labels }) => labels.includes('Project'));
    const line = page.locator('.summary');
    await line.getByText(`${projects.length} 个项目`).waitFor();
    expect(await line.textContent()).toMatch(/篇文章.*个园区.*家企业.*公开投资 [\d,.]+亿元.*至/);
    await line.getByRole('button', { name: /未开工/ }).click();
    await chips().getByText('拟建').waitFor();
    await chips().getByRole('button', { name: '全部显示' }).click();
    await expect.poll(() => page.locator('.legend-sum').textContent()).toBe('全部显示中');
    await line.getByRole('button', { name: '收起概况' }).click();
    await page.reload();
    await drawn(page);
    expect(await line.count()).toBe(0);
  });

  it('is drawn in groups; a click opens one in its place, undo closes it, and all can be drawn one by one', async () => {
    await chips().getByRole('button', { name: '成群', pressed: true }).waitFor();
    const before = await restingBox(idsOf(largest));
    await page.mouse.click(
      before.x + (before.left + before.right) / 2,
      before.y + (before.top + before.bottom) / 2,
    );
    await expect.poll(() => page.url()).toContain('open=');
    const width = async () => {
      const { left, right } = await boxOf(idsOf(largest));
      return (right - left) / (before.right - before.left);
    };
    await expect.poll(width).toBeGreaterThan(1.5);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.url()).not.toContain('open=');
    await expect.poll(width).toBeLessThan(1.1);
    await chips().getByRole('button', { name: '逐个' }).click();
    await expect.poll(() => page.url()).toContain('open=*');
  });

  it('folds what is not drawn into a chip that opens as a list', async () => {
    const folded = chips().getByRole('button', { name: /没有关系/ });
    const count = Number.parseInt((await folded.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(0);
    await folded.click();
    await page.locator('.detail').getByRole('heading', { name: '未画出的实体' }).waitFor();
    const counts = await page.locator('.detail .level-1 .amount').allTextContents();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBeGreaterThanOrEqual(count);
  });

  it('frames what a filter leaves, and what F shows is what is there', async () => {
    const few = idsOf(largest.slice(0, 6));
    await page.goto(`${server.address}/#only=${few.join(',')}`);
    await drawn(page);
    for (const key of ['', 'f']) {
      if (key) await page.keyboard.press(key);
      const share = async () => {
        const { left, right, top, bottom, width, height } = await boxOf(few);
        const isIn = left >= 0 && top >= 0 && right <= width && bottom <= height;
        return isIn ? Math.max((right - left) / width, (bottom - top) / height) : 0;
      };
      await expect.poll(share).toBeGreaterThan(0.2);
    }
  });

  it('keeps to several values at once, sums and least relations, each a chip that undo takes back', async () => {
    await page.getByRole('button', { name: /^项目进展/ }).click();
    await page.getByRole('checkbox', { name: /^建设中/ }).check();
    await page.getByRole('checkbox', { name: /^已投产/ }).check();
    await page.keyboard.press('Escape');
    await page.getByLabel('投资额最少（亿元）').fill('20');
    await page.getByLabel('投资额最少（亿元）').press('Enter');
    await page.getByLabel('最少关系数').fill('3');
    await page.getByLabel('最少关系数').press('Enter');
    for (const text of ['建设中', '已投产', '投资 ≥ 20亿元', '关系 ≥ 3'])
      await chips().getByText(text).waitFor();
    expect(page.url()).toMatch(/status=construction.*sum=2000000000/);
    await page.reload();
    await chips().getByText('关系 ≥ 3').waitFor();
    await page.getByRole('button', { name: '去掉“投资 ≥ 20亿元”' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await chips().getByText('投资 ≥ 20亿元').waitFor();
  });

  it('stays as it is when a part cannot be fetched, and fetches it on the next try', async () => {
    await page.route(/console-.*\.js/, (route) => route.abort());
    await page.getByRole('button', { name: 'Cypher 查询' }).click();
    await page.getByText('这一部分没能载入').waitFor();
    expect(await page.locator('.canvas').isVisible()).toBe(true);
    stage.takeFaults();
    await page.unroute(/console-.*\.js/);
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.console .cm-content').waitFor();
    stage.takeFaults();
  });

  it('keeps to a month and to a day with all that was published then, and undo takes that back', async () => {
    const articles = made.nodes.filter(({ labels }) => labels.includes('Article'));
    const dates = articles.map(({ properties }) => String(properties.published)).sort();
    const last = dates.at(-1) ?? '';
    await page.getByRole('button', { name: /^时间/ }).click();
    const shown = async () =>
      (await page.locator('.legend .amount').allTextContents())
        .slice(0, 8)
        .reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    const all = await shown();
    await page.getByLabel('起', { exact: true }).press('End');
    await expect.poll(() => page.url()).toContain(`period=published%7E${last.slice(0, 7)}`);
    await expect.poll(shown).toBeGreaterThan(0);
    expect(await shown()).toBeLessThan(all);
    await page.getByLabel('起始日期').fill(last);
    await chips().getByText(last).waitFor();
    expect(await shown()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(shown).toBe(all);
  });

  it('has nothing serious to say against it for axe', async () => {
    await page.getByRole('button', { name: /^项目进展/ }).click();
    expect(await seriousOf(page)).toEqual([]);
  });
});
