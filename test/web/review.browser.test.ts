import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles, Session } from '../../src/collect/build.ts';
import { openReview } from '../../src/collect/review.ts';
import type { JudgementsAnswer } from '../../src/contract/review.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { AddFiles } from '../../src/server/routes/add.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { openJudgementLog } from '../../src/verdict/log.ts';
import { replay } from '../../src/verdict/replay.ts';
import { hasBrowser } from '../support/browser.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { eachPage, openStage, type Stage, seriousOf } from './stage.ts';

const READER = 'reader-of-the-test';
const [SHORT, LONG] = ['欣旺达', '南昌欣旺达有限公司'];
const NEWS = [
  sample('a', [`Company ${SHORT}`, 'Zone 安义高新区', `${SHORT} -LOCATED_IN-> 安义高新区`]),
  sample('b', [`Company ${LONG}`]),
];

describe.runIf(hasBrowser())('the review', () => {
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
  /** The same graph, for a reader who may not judge. */
  let readable: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    const log = openJudgementLog(join(stage.folder, 'judgements.jsonl'));
    const byId = new Map(NEWS.map(({ raw, extraction }) => [raw.id, extraction]));
    const session = new Session({
      store,
      seeds: TEST_SEEDS,
      extract: ({ id }) => byId.get(id) ?? sample('none', []).extraction,
      judgements: () => replay(log.read()).judgements,
    });
    await session.add(NEWS.map(({ raw }) => raw));
    const review = openReview(log, async () => session);
    const add: AddFiles = (paths, source, onProgress) => addFiles(session, paths, source, { onProgress });
    server = await stage.serve({ store, review, add });
    readable = await stage.serve({ store, review, tokens: { reader: READER } });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const companies = async (): Promise<string[]> => {
    const answer = await page.request.get(`${server.address}/api/v1/graph`);
    const { nodes } = (await answer.json()) as { nodes: { type: string[]; name: string[] } };
    return nodes.name.filter((_, node) => nodes.type[node] === 'Company').sort();
  };
  const summary = () => page.locator('.canvas').getAttribute('aria-label');
  /** Take back whatever stands, for the tests that come after. */
  const takeAllBack = async () => {
    const address = `${server.address}/api/v1/judgements`;
    for (;;) {
      const { judgements } = (await (await page.request.get(address)).json()) as JudgementsAnswer;
      const standing = judgements.find(({ stands }) => stands);
      if (!standing) return;
      await page.request.post(`${address}/${standing.line.id}/undo`, { data: { by: '王' } });
    }
  };
  const button = (name: string) => page.getByRole('button', { name });
  const sign = () => page.getByLabel('署名').fill('王');

  it('says what it does while names are compared, which takes some seconds the first time', async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/api/v1/doubts*', async (route) => {
      await held;
      await route.continue();
    });
    await button('核对').click();
    await page.getByText('正在比对名称相近的实体').waitFor();
    expect(await page.getByText('正在读取图谱').count()).toBe(0);
    go();
    await page.locator('.doubts > li').first().waitFor();
    await page.unroute('**/api/v1/doubts*');
  });

  it('makes one of two by a key, and two again by taking it back', async () => {
    expect(await companies()).toEqual([LONG, SHORT].sort());
    expect(await summary()).toContain('：3 个实体');
    await button('核对').click();
    const pair = page.locator('.doubts > li');
    await pair.first().waitFor();
    expect(await pair.locator('.side h4').allInnerTexts()).toEqual(expect.arrayContaining([LONG, SHORT]));
    expect(await pair.locator('.passage').count()).toBeGreaterThanOrEqual(2);

    await page.keyboard.press('1');
    await page.getByRole('alert').filter({ hasText: '请先署名' }).waitFor();
    expect(await companies()).toHaveLength(2);

    await sign();
    await page.locator('.detail').focus();
    await page.keyboard.press('1');
    await page.getByRole('status').filter({ hasText: '实体 −1' }).waitFor();
    await page.getByText('没有存疑的名称').waitFor();
    expect(await companies()).toHaveLength(1);
    expect(await summary()).toContain('：2 个实体');

    await page.getByRole('tab', { name: '已作判断' }).click();
    const judged = page.locator('.judged').first();
    await judged.getByText('王', { exact: false }).first().waitFor();
    await judged.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('status').filter({ hasText: '实体 +1' }).waitFor();
    await page.getByText('已由王撤回').waitFor();
    expect(await companies()).toHaveLength(2);
    expect(await summary()).toContain('：3 个实体');
  });

  it('records with its reason that an entity has another name, and that a relation is none', async () => {
    await page.getByRole('combobox', { name: '搜索' }).fill('安义高新区');
    await page.locator('.hit').first().click();
    await button('这里有误…').click();
    await page.getByRole('radio', { name: '另一个名称' }).check();
    await page.locator('.ways').getByLabel('署名').fill('王');
    await button('记录').click();
    await page.getByRole('alert').filter({ hasText: '请填写' }).waitFor();
    await page.locator('.ways input[name=right]').fill('安义工业园区');
    await page.locator('.ways input[name=why]').fill('原文有误');
    await button('记录').click();
    await page.getByRole('status').filter({ hasText: '已记录' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: '撤回' }).click();
    await page.getByRole('status').getByRole('button', { name: '撤回' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '搜索' }).fill('安义高新区');
    await page.locator('.hit').first().click();
    await page.locator('.rows .row').first().click();
    await button('这里有误…').click();
    await button('记录').click();
    await page.getByRole('status').filter({ hasText: '关系 −1' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: '撤回' }).click();
    await page.getByRole('status').filter({ hasText: '关系 +1' }).waitFor();
    await button('核对').click();
    await page.getByRole('tab', { name: '已作判断' }).click();
    await page.getByText('原文有误').waitFor();
    // The panel of what a judgement took away asks for it once more, and says that it is gone.
    expect(stage.takeFaults().every((fault) => fault.includes('404'))).toBe(true);
  });

  it('records that a relation is right, and takes that back', async () => {
    await page.getByRole('combobox', { name: '搜索' }).fill('安义高新区');
    await page.locator('.hit').first().click();
    await page.locator('.rows .row').first().click();
    await button('这里属实').click();
    const name = page.locator('.verdict').getByLabel('署名');
    if (await name.isVisible()) {
      await name.fill('王');
      await button('这里属实').click();
    }
    await page.getByRole('status').filter({ hasText: '已记录' }).waitFor();
    await page.getByText('确定 · 100%').waitFor();
    await button('这里属实').waitFor({ state: 'detached' });
    await page.getByRole('status').getByRole('button', { name: '撤回' }).click();
    await button('这里属实').waitFor();
    expect(await seriousOf(page)).toEqual([]);
  });

  it('makes two that someone picked one, and calls one of its names another’s', async () => {
    await page.keyboard.press('t');
    const pick = async (name: string) => {
      await page.getByRole('combobox', { name: '搜索' }).fill(name);
      await page.locator('.hit').first().click();
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await button('加入所选').click();
    };
    await pick(SHORT);
    await pick(LONG);
    await page.locator('.picked').getByRole('button', { name: '是同一个吗？' }).click();
    await page.locator('.sides .passage').first().waitFor();
    expect(await page.locator('.sides h4').allInnerTexts()).toEqual([SHORT, LONG]);
    await sign();
    await page.getByLabel('理由（可不填）').fill('同一块牌子');
    await page.locator('.verdicts').getByRole('button', { name: '同一个', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '实体 −1' }).waitFor();
    const [joined = ''] = await companies();
    expect(await companies()).toHaveLength(1);

    await page.getByRole('combobox', { name: '搜索' }).fill(joined);
    await page.locator('.hit').first().click();
    await button('这里有误…').click();
    await page.getByRole('radio', { name: '其中一个名称另有所指' }).check();
    await page.locator('.ways select').selectOption(joined === LONG ? SHORT : LONG);
    await button('记录').click();
    await page.getByRole('status').filter({ hasText: '实体 +1' }).waitFor();
    expect(await companies()).toHaveLength(2);
    await takeAllBack();
    expect(await companies()).toHaveLength(2);
    expect(stage.takeFaults().every((fault) => fault.includes('404'))).toBe(true);
  });

  it('draws what is newest when a judgement is given while an article is being added', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((open) => {
      release = open;
    });
    let isFirst = true;
    const changes = /\/api\/v1\/graph\/changes/u;
    const fetched = page.waitForRequest(changes);
    // What is fetched for the added article comes late, and is as it was before the judgement.
    await page.route(changes, async (route) => {
      const response = await route.fetch();
      if (isFirst) {
        isFirst = false;
        await gate;
      }
      await route.fulfill({ response });
    });
    await button('添加文章').click();
    await page.getByLabel('粘贴一篇文章').fill('欣旺达的消息。');
    await button('添加这篇文章').click();
    await fetched;
    await button('核对').click();
    await page.locator('.doubts > li').first().waitFor();
    await sign();
    const judged = page.waitForResponse(/judgements$/);
    await page.locator('.verdicts').first().getByRole('button', { name: '同一个' }).first().click();
    await judged;
    release();
    await page.getByRole('status').filter({ hasText: '已记录' }).waitFor();
    expect(await companies()).toHaveLength(1);
    const { counts } = (await (await page.request.get(`${server.address}/api/v1/graph`)).json()) as {
      counts: { entities: number };
    };
    expect(await summary()).toContain(`：${counts.entities} 个实体`);
    await page.unroute(changes);
    await takeAllBack();
    expect(await companies()).toHaveLength(2);
  });

  it('offers no buttons to whom may not judge, and says why', async () => {
    await page.setExtraHTTPHeaders({ authorization: `Bearer ${READER}` });
    await page.goto(`${readable.address}/#panel=review`);
    await page.getByText('当前身份是读者').waitFor();
    await page.locator('.doubts > li').first().waitFor();
    expect(await page.locator('.verdicts').count()).toBe(0);
    await page.keyboard.press('1');
    expect(await companies()).toHaveLength(2);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing serious to say against it for axe: %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${server.address}/#panel=review`);
      await page.reload();
      await page.locator('.doubts > li').first().waitFor();
      expect(await seriousOf(page)).toEqual([]);
    },
  );
});
