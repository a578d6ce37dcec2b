import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import { openReview } from '../../src/collect/review.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { openJudgementLog } from '../../src/verdict/log.ts';
import { replay } from '../../src/verdict/replay.ts';
import { hasBrowser } from '../support/browser.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { eachPage, openStage, openView, type Stage, seriousOf } from './stage.ts';

const [FIRM, PARK, OTHER] = ['晨星科技', '南昌经开区', '白鹭园区'];
const NEWS = [
  sample('a', [`Company ${FIRM}`, `Zone ${PARK}`, `${FIRM} -LOCATED_IN-> ${PARK}`]),
  sample('b', [`Company ${FIRM}`, `Zone ${OTHER}`, 'Project 晨星基地', `${FIRM} -INVESTS_IN-> 晨星基地`]),
];
const [A, B] = NEWS.map(({ raw }) => encodeURIComponent(raw.id)) as [string, string];

describe.runIf(hasBrowser())('full correction on screen', () => {
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
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
    server = await stage.serve({ store, review: openReview(log, async () => session) });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const at = (fragment: string) => openView(page, server.address, fragment);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const record = async () => {
    await page.locator('.ways').getByLabel('署名').fill('王');
    await button('记录').click();
  };
  const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const takeBack = async () => {
    await page.getByRole('status').getByRole('button', { name: '撤回' }).click();
    await page.getByRole('status').getByRole('button', { name: '撤回' }).waitFor({ state: 'detached' });
  };
  /** The id of an entity, as its page's address has it. */
  const openEntity = async (name: string) => {
    await page.getByRole('combobox', { name: '搜索' }).fill(name);
    await page.locator('.hit').first().click();
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    return new URL(page.url()).hash;
  };

  it('adds a relation with words that were selected in the article', async () => {
    await at(`article=${B}`);
    await button('补充一条关系…').click();
    await page.locator('.reading .text').getByText(OTHER).first().selectText();
    await page.locator('.ways textarea').and(page.locator(':not(:placeholder-shown)')).waitFor();
    expect(await page.locator('.ways textarea').inputValue()).toBe(OTHER);
    await page.locator('.picker').nth(0).getByRole('button', { name: FIRM }).click();
    await page.locator('.picker').nth(1).getByRole('textbox').fill('bai');
    await page.locator('.picker').nth(1).getByRole('button', { name: OTHER }).click();
    await page.locator('.ways select').selectOption('LOCATED_IN');
    expect(await seriousOf(page)).toEqual([]);
    await record();
    await said('关系 +1');
    await openEntity(OTHER);
    await page.locator('.rows .row').filter({ hasText: FIRM }).click();
    await page.locator('.evidence mark, .evidence blockquote').first().waitFor();
    await takeBack();
    // The panel of what was taken back asks for it once more.
    expect(stage.takeFaults().every((fault) => fault.includes('404'))).toBe(true);
  });

  it('moves a relation to another end, and its page goes along', async () => {
    await at('');
    await openEntity(PARK);
    await page.locator('.rows .row').filter({ hasText: FIRM }).click();
    await button('这里有误…').click();
    await page.getByRole('radio', { name: '终点是另一个' }).check();
    await record();
    await page.getByRole('alert').filter({ hasText: '请填写' }).waitFor();
    await page.locator('.picker').getByRole('textbox').fill(OTHER);
    await page.locator('.picker').getByRole('button', { name: OTHER }).click();
    await button('记录').click();
    await said('已记录');
    await page.locator('.relation .end').filter({ hasText: OTHER }).waitFor();
    await takeBack();
    await page.locator('.relation .end').filter({ hasText: PARK }).waitFor();
    expect(stage.takeFaults().every((fault) => fault.includes('404'))).toBe(true);
  });

  it('keeps the page of what is renamed, and links that have its old id', async () => {
    await at('');
    const old = await openEntity(FIRM);
    await button('这里有误…').click();
    await page.getByRole('radio', { name: '另一个名称' }).check();
    await page.locator('.ways input[name=right]').fill('启明科技');
    await record();
    await page.getByRole('heading', { level: 2, name: '启明科技', exact: true }).waitFor();
    await page.waitForFunction((was) => location.hash !== was, old);
    await at(old.slice(1));
    await page.getByRole('heading', { level: 2, name: '启明科技', exact: true }).waitFor();
    await button('核对').click();
    await page.getByRole('tab', { name: '已作判断' }).click();
    await page.locator('.judged').first().getByRole('button', { name: '撤回' }).click();
    await said('已记录');
  });

  it('dates an article and takes one out', async () => {
    await at(`article=${A}`);
    await button('更正这篇文章…').click();
    await page.getByRole('radio', { name: '发布日期' }).check();
    await page.locator('.ways input[name=right]').fill('去年');
    await record();
    await page.getByRole('alert').waitFor();
    await page.locator('.ways input[name=right]').fill('2026-05');
    await button('记录').click();
    await page.locator('.reading header .citation').filter({ hasText: '2026-05' }).waitFor();
    await page.getByRole('radio', { name: '撤下这篇文章' }).check();
    await button('记录').click();
    await page.locator('.reading').waitFor({ state: 'detached' });
    await said('已记录');
    await takeBack();
    await at(`article=${A}`);
    await page.locator('.reading header .citation').filter({ hasText: '2026-05' }).waitFor();
    expect(stage.takeFaults().every((fault) => /40[04]/u.test(fault))).toBe(true);
  });
});
