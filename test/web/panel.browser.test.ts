import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles, Session } from '../../src/collect/build.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { makeGraph } from '../bench/graph.mjs';
import { applyStore } from '../support/apply-store.ts';
import { hasBrowser } from '../support/browser.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { drawn, eachPage, openStage, type Stage } from './stage.ts';

/** What the canvas lets a test ask: where a node is drawn. */
interface CanvasElement extends HTMLElement {
  readonly view?: { locate(id: string): { readonly x: number; readonly y: number } | undefined };
}

describe.runIf(hasBrowser())('panels, tools and files', () => {
  const graph = goldGraph();
  const made = makeGraph(1500, 2400);
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
  /** A made-up graph that is large enough for groups. */
  let large: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    await store.prepare();
    await store.apply({
      upsertNodes: graph.nodes,
      upsertRelationships: graph.relationships,
      deleteNodes: [],
      deleteRelationships: [],
    });
    server = await stage.serve({ store });
    large = await stage.serve({ store: memoryStore(made) });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const idOf = (name: string) => graph.nodes.find(({ properties }) => properties.name === name)?.id ?? '';
  const detail = () => page.locator('.detail');
  const heading = (name: string) => detail().getByRole('heading', { level: 2, name, exact: true });
  const box = async (selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    if (!found) throw new Error(`${selector} is not seen`);
    return found;
  };

  /** Where nodes are drawn in the window, those that are. */
  const placesOf = (ids: readonly string[]) =>
    page.evaluate((keys) => {
      const canvas = document.querySelector<CanvasElement>('.canvas');
      const around = canvas?.getBoundingClientRect();
      return keys.flatMap((key) => {
        const point = canvas?.view?.locate(key);
        return point && around
          ? [{ x: Math.round(around.x + point.x), y: Math.round(around.y + point.y) }]
          : [];
      });
    }, ids);

  /** Where a node is drawn in the window, once it stands still. */
  async function placeOf(id: string) {
    const locate = async () => (await placesOf([id]))[0] ?? { x: 0, y: 0 };
    let before = await locate();
    for (;;) {
      await page.waitForTimeout(150);
      const now = await locate();
      if (Math.hypot(now.x - before.x, now.y - before.y) < 0.5) return now;
      before = now;
    }
  }

  it('opens a panel over the canvas, shows what it is about beside it, and is as wide as the reader wants', async () => {
    const canvas = await box('.canvas');
    await page.keyboard.press('/');
    await page.keyboard.type('宜春经开区');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await heading('宜春经开区').waitFor();
    expect(await box('.canvas')).toEqual(canvas);
    const panel = await box('.detail');
    await expect.poll(async () => (await placeOf(idOf('宜春经开区'))).x).toBeLessThan(panel.x - 20);
    expect((await box('.camera')).x).toBeLessThan(panel.x);

    const edge = await box('.panel-edge');
    await page.mouse.move(edge.x + 4, edge.y + 300);
    await page.mouse.down();
    await page.mouse.move(edge.x - 146, edge.y + 300, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await box('.detail')).width).toBeCloseTo(panel.width + 150, -1);
    await page.getByRole('separator').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await box('.detail')).width).toBeCloseTo(panel.width + 118, -1);
    expect(Number(await page.getByRole('separator').getAttribute('aria-valuenow'))).toBeGreaterThan(500);
    await page.reload();
    await heading('宜春经开区').waitFor();
    expect((await box('.detail')).width).toBeCloseTo(panel.width + 118, -1);
    expect(await box('.canvas')).toEqual(canvas);
    await page.locator('.panel-edge').dblclick({ position: { x: 4, y: 200 } });
    await expect.poll(async () => (await box('.detail')).width).toBe(panel.width);
  });

  it('is read on after Back where it was left, is called what it is, and Escape closes one thing at a time', async () => {
    await page.goto(`${server.address}/#entity=${idOf('赣江新区')}`);
    await heading('赣江新区').waitFor();
    expect(await detail().getAttribute('aria-label')).toBe('实体');
    const row = detail().locator('.row').nth(16);
    await row.focus();
    const top = await detail().evaluate((element) => element.scrollTop);
    const name = await row.textContent();
    expect(top).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await detail().locator('blockquote').first().waitFor();
    expect(await detail().getAttribute('aria-label')).toBe('关系与依据');
    await page.goBack();
    await heading('赣江新区').waitFor();
    await expect.poll(() => detail().evaluate((element) => element.scrollTop)).toBeCloseTo(top, -1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);

    await page.keyboard.press('?');
    await page.locator('.help').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.help').waitFor({ state: 'hidden' });
    await heading('赣江新区').waitFor();
    await page.keyboard.press('Escape');
    await detail().waitFor({ state: 'detached' });
  });

  it('keeps what can be done with the picked in sight beside a wide panel, and off the small map', async () => {
    await page.goto(
      `${server.address}/#area=${idOf('赣江新区')}&picked=${idOf('赣江新区')},${idOf('宜春经开区')}`,
    );
    await detail().locator('.figures').waitFor();
    const [bar, panel] = [await box('.picked'), await box('.detail')];
    expect(bar.x + bar.width).toBeLessThanOrEqual(panel.x);
    for (const button of await page.locator('.picked button').all()) {
      const at = await button.boundingBox();
      expect(at && at.x >= bar.x && at.x + at.width <= bar.x + bar.width).toBe(true);
    }
    const map = await page.locator('.minimap:not(.is-whole)').boundingBox();
    if (map)
      expect(map.x + map.width <= bar.x || map.y + map.height <= bar.y || bar.y + bar.height <= map.y).toBe(
        true,
      );
  });

  it('keeps all in view beside what is opened, until the reader has gone somewhere', async () => {
    const button = page.locator('.tools').getByRole('button', { name: '台账' });
    const everyone = () => placesOf(graph.nodes.map(({ id }) => id));
    const everything = await everyone();
    await button.click();
    const panel = await box('.detail');
    await expect.poll(async () => (await everyone()).filter(({ x }) => x > panel.x)).toEqual([]);
    await page.locator('.minimap.is-whole').waitFor({ state: 'attached' });
    await button.click();
    await detail().waitFor({ state: 'detached' });
    await expect.poll(everyone).toEqual(everything);
    await page.keyboard.press('+');
    await expect.poll(everyone).not.toEqual(everything);
    const gone = await placeOf(idOf('赣江新区'));
    await button.click();
    await box('.detail');
    expect(await placeOf(idOf('赣江新区'))).toEqual(gone);
  });

  it('opens the console on a phone where a panel was', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}/#entity=${idOf('宜春经开区')}`);
    await heading('宜春经开区').waitFor();
    await page.locator('.tools').getByRole('button', { name: '查询' }).click();
    await page.getByRole('button', { name: '运行' }).click();
    await page.locator('.console tbody tr').first().waitFor();
    expect(await detail().count()).toBe(0);
  });

  it('shows no small map where all is in view beside what is open, and the key to communities in their colours', async () => {
    await page.keyboard.press('f');
    await page.locator('.minimap.is-whole').waitFor({ state: 'attached' });
    await page.keyboard.press('t');
    await detail().waitFor();
    await page.locator('.minimap.is-whole').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await detail().waitFor({ state: 'detached' });
    await page.getByLabel('颜色').selectOption({ label: '按社群' });
    const swatch = page.locator('.legend .swatch circle').first();
    await swatch.waitFor();
    expect(await swatch.getAttribute('fill')).toMatch(/^#/);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.locator('.minimap:not(.is-whole)').waitFor();
  });

  it('lists the zones that have an industry, and leaves out what a page says already', async () => {
    const ties = graph.relationships.filter(({ type }) => type === 'IN_INDUSTRY');
    const zones = new Map(
      graph.nodes
        .filter(({ labels }) => labels.includes('Zone'))
        .map(({ id, properties }) => [id, properties.name]),
    );
    const tie = ties.find(({ from }) => zones.has(from));
    await page.goto(`${server.address}/#area=${tie?.to}`);
    const table = detail().locator('.listing', { has: page.getByRole('heading', { name: /^园区/ }) });
    await table.getByRole('button', { name: String(zones.get(tie?.from ?? '')), exact: true }).waitFor();
    await page.goto(`${server.address}/#area=${idOf('宜春经开区')}`);
    await detail().getByRole('columnheader', { name: '总投资' }).waitFor();
    for (const cells of await detail().locator('.listing tbody').all())
      for (const column of (await cells.locator('tr').first().locator('td').count()) > 0 ? [0] : [])
        expect(await cells.locator(`td:nth-child(${column + 1})`).allTextContents()).not.toContain('');
    const heads = await detail().locator('.listing').first().getByRole('columnheader').allTextContents();
    for (const [at] of heads.entries()) {
      const texts = await detail()
        .locator('.listing')
        .first()
        .locator(`td:nth-child(${at + 1})`)
        .allTextContents();
      expect(texts.some((text) => text !== '')).toBe(true);
    }
  });

  it('offers to expand only where something is left, and opens what is meant first in a search', async () => {
    await page.goto(`${server.address}/#entity=${idOf('宜春经开区')}`);
    await heading('宜春经开区').waitFor();
    const expand = page.getByRole('button', { name: '展开…' });
    expect(await expand.isDisabled()).toBe(true);
    await page.locator('.key', { hasText: '企业' }).first().click();
    await expect.poll(() => expand.isDisabled()).toBe(false);
    await page.keyboard.press('/');
    await page.keyboard.type('宜春');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await heading('宜春经开区').waitFor();
  });

  it('answers a ready question in words, with ways on from its cells and a picture of what they name', async () => {
    await page.getByRole('button', { name: 'Cypher 查询' }).click();
    await page.getByLabel('示例').selectOption({ label: '投资最大的项目' });
    await page.getByRole('button', { name: '运行' }).click();
    const rows = page.locator('.console tbody tr');
    await rows.first().waitFor();
    const heads = await page.locator('.console th').allTextContents();
    expect(heads).toEqual(['项目', '投资额', '亿元', '投资方']);
    expect(await rows.first().locator('td').nth(1).textContent()).toMatch(/亿元$/);
    await page.getByRole('tab', { name: '关系图' }).click();
    await page.locator('.drawing').waitFor();
    await page.getByRole('tab', { name: '表格' }).click();
    const cell = rows.first().locator('.entity-link').first();
    const name = (await cell.textContent()) ?? '';
    await cell.click();
    await heading(name).waitFor();

    const field = page.getByRole('textbox', { name: '查询语句（只读）' });
    await field.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('MATCH (c:Companny) RETURN c.name');
    await page.getByText('上一条语句的结果').waitFor();
    await page.getByText('没有叫“Companny”的标签，是否想写 Company？').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('MATCH (c:Company RETURN c');
    const answer = page.waitForResponse(/api\/v1\/query/);
    await page.keyboard.press('Control+Enter');
    await answer;
    const fault = (await page.locator('.console .failed').textContent()) ?? '';
    expect(fault).toMatch(/\p{Script=Han}/u);
    expect(fault).toContain(')');
    expect(fault).not.toContain('cannot end');
    expect(stage.takeFaults().every((one) => one.includes('400'))).toBe(true);
  });

  it('takes away what is seen: by default what a filter leaves, under a name that tells, in pictures with their key', async () => {
    await page.goto(`${large.address}/#hide=Place`);
    await drawn(page);
    const menu = page.locator('#export-menu');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    expect(await menu.getByRole('radio', { name: '当前所见' }).isChecked()).toBe(true);
    const file = async (name: string) => {
      const waiting = page.waitForEvent('download');
      await menu.getByRole('button', { name, exact: true }).click();
      const download = await waiting;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const svg = await file('SVG');
    expect(svg.name).toBe('yuantu-不含地点.svg');
    const text = svg.bytes.toString();
    // Groups with their names and counts, the key to the colours, and where it comes from.
    expect(text).toContain('个实体</text>');
    expect(text).toContain('园区</text>');
    expect(text).toContain('投资建设</text>');
    expect(text).toMatch(/园图 开发区新闻知识图谱 · 300 篇文章 · 不含地点 · \d{4}-\d\d-\d\d/u);
    const png = await file('PNG');
    expect(png.name).toBe('yuantu-不含地点.png');
    const canvas = await box('.canvas');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * canvas.width - 2);
    expect(png.bytes.readUInt32BE(20)).toBeGreaterThan(2 * canvas.height);
  });

  it('names the best tied first, and tells as new what few articles tell and not nearly all', async () => {
    const ties = new Map<string, number>();
    for (const { type, from, to } of graph.relationships)
      if (!['MENTIONS', 'HAS_FACT', 'REPRINT_OF'].includes(type))
        for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1);
    const best = graph.nodes
      .filter(({ labels }) => labels.includes('Entity') && !labels.includes('Place'))
      .sort((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0))
      .slice(0, 5);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const waiting = page.waitForEvent('download');
    await page.locator('#export-menu').getByRole('button', { name: 'SVG', exact: true }).click();
    const drawing = await readFile(await (await waiting).path(), 'utf8');
    for (const { properties } of best) expect(drawing).toContain(`>${String(properties.name).slice(0, 6)}`);

    await page.goto(large.address);
    await drawn(page);
    await page.locator('.tools').getByRole('button', { name: '新动态' }).click();
    const articles = detail().locator('section', { has: page.getByRole('heading', { name: /^新?文章/u }) });
    await articles.locator('li').first().waitFor();
    expect(await articles.locator('li').count()).toBeLessThan(60);
  });

  it('writes into the address only where a layout moved something', async () => {
    const few = made.nodes.filter(({ labels }) => labels.includes('Entity')).slice(0, 112);
    await page.goto(`${large.address}/#only=${few.map(({ id }) => id).join(',')}`);
    await drawn(page);
    const before = page.url().length;
    await page.getByRole('button', { name: '重新布局' }).click();
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('button', { name: '停止' }).click();
    await expect.poll(() => page.url()).toContain('places=');
    // Six bytes, eight letters, for each of those that are shown.
    expect(page.url().length - before).toBeLessThan(112 * 8 + 400);
  });

  it('keeps what was typed while another panel is looked at, counts what is new, and refuses in words', async () => {
    const own = applyStore();
    const told = sample('told', ['Company 晨星科技', 'Zone 白鹭园区', '晨星科技 -LOCATED_IN-> 白鹭园区']);
    const nothing = sample('nothing', []).extraction;
    const session = new Session({
      store: own,
      seeds: TEST_SEEDS,
      extract: ({ id, text: given, metadata }) => ({
        ...(given.startsWith(told.raw.text) ? told.extraction : nothing),
        articles: [{ ...metadata, id, start: 0, end: given.length }],
      }),
    });
    await session.add([told.raw]);
    const open = await stage.serve({
      store: own,
      add: (paths, source, onProgress) => addFiles(session, paths, source, { onProgress }),
    });
    await page.goto(open.address);
    await drawn(page);
    const tools = page.locator('.tools');
    await tools.getByRole('button', { name: '添加' }).click();
    const text = () => detail().getByLabel('粘贴一篇文章');
    for (const [at, end] of ['一稿', '二稿'].entries()) {
      const line = `${told.raw.text}\n${end}`;
      await text().fill(line);
      await detail().getByLabel('标题').fill('落户');
      await tools.getByRole('button', { name: '列表' }).click();
      await detail().getByRole('tree').waitFor();
      await tools.getByRole('button', { name: '添加' }).click();
      expect(await text().inputValue()).toBe(line);
      await detail().getByRole('button', { name: '添加这篇文章' }).click();
      // A second text of one title stands beside the first, and nothing in either is new.
      await detail().getByText('已添加 1 篇，新增 0 个实体、0 条关系').waitFor();
      const { counts } = (await (await page.request.get(`${open.address}/api/v1/graph`)).json()) as {
        counts: { articles: number };
      };
      expect(counts.articles).toBe(at + 2);
    }
    expect(await text().inputValue()).toBe('');

    const files = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['no PDF'], 'broken.pdf', { type: 'application/pdf' }));
      return data;
    });
    await page.dispatchEvent('.canvas', 'dragover', { dataTransfer: files });
    await page.getByText('松开鼠标，添加这些文件').waitFor();
    await page.dispatchEvent('.canvas', 'drop', { dataTransfer: files });
    await page.locator('.drop-target').waitFor({ state: 'detached' });
    const why = detail().locator('.facts .failed');
    await why.waitFor();
    expect(await why.textContent()).toMatch(/\p{Script=Han}/u);

    const untitled = { text: '晨星科技今天在白鹭园区开工。\n全文如下。' };
    await page.request.post(`${open.address}/api/v1/articles`, {
      data: {
        files: [{ name: 'n0965.jsonl', data: Buffer.from(JSON.stringify(untitled)).toString('base64') }],
      },
    });
    await page.keyboard.press('/');
    await page.keyboard.type('今天在白鹭');
    await page.getByRole('option', { name: '晨星科技今天在白鹭园区开工。' }).waitFor();
    await page.goto('about:blank');
  });

  it('says once that the server is away, and a retry brings back what failed', async () => {
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.type('宜春');
    await page.locator('.hits .failed').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tools').getByRole('button', { name: '新动态' }).click();
    await detail().getByText('请确认 yuantu serve 正在运行').waitFor();
    await page.unroute('**/api/v1/**');
    await detail().getByRole('button', { name: '重试' }).click();
    await detail().locator('input[type=date]').waitFor();
    await expect.poll(() => detail().locator('.failed').count()).toBe(0);
    expect(stage.takeFaults().every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
  });

  it('has room for a finger on a phone, and all tools in reach', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await drawn(page);
    const small = async () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, [role=option]')]
          .filter(
            (one) =>
              one.checkVisibility() &&
              !one.closest('.text, .properties, blockquote') &&
              !one.matches('.entity-link, .name'),
          )
          .map((one) => ({ one, box: (one.closest('label, .search') ?? one).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
          .map(({ one, box }) => `${one.className} ${one.textContent} ${box.width}×${box.height}`),
      );
    expect(await small()).toEqual([]);
    await page.getByRole('button', { name: '更多' }).click();
    expect(await small()).toEqual([]);
    await page.getByRole('button', { name: '快捷键' }).click();
    await page.locator('.help').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${server.address}/#entity=${idOf('宜春经开区')}`);
    await heading('宜春经开区').waitFor();
    expect(await small()).toEqual([]);
    const panel = await box('.detail');
    await expect.poll(async () => (await placeOf(idOf('宜春经开区'))).y).toBeLessThan(panel.y);
    await page.getByRole('button', { name: '图例与筛选' }).click();
    expect(await small()).toEqual([]);
  });
});
