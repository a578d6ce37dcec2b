import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { hasBrowser } from '../support/browser.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { eachPage, openStage, type Stage, seriousOf } from './stage.ts';

const NEWS = [
  sample('a', ['Company 晨星科技', 'Zone 云岭高新区', '晨星科技 -LOCATED_IN-> 云岭高新区']),
  sample('b', ['Company 远航科技', 'Zone 云岭高新区', '远航科技 -LOCATED_IN-> 云岭高新区']),
];
const [FIRST, SECOND] = NEWS;

describe.runIf(hasBrowser())('what a reader follows, cites and cannot know', () => {
  let stage: Stage;
  let store: WatchedStore;
  let session: Session;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    const byId = new Map(NEWS.map(({ raw, extraction }) => [raw.id, extraction]));
    session = new Session({
      store,
      seeds: TEST_SEEDS,
      extract: ({ id }) => byId.get(id) ?? sample('none', []).extraction,
    });
    await session.add(FIRST ? [FIRST.raw] : []);
    server = await stage.serve({ store });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const detail = () => page.locator('.detail');
  const go = (fragment: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);

  it('gives a sentence as a citation in each form', async () => {
    const { relationships } = await store.read();
    await go(`#relation=${relationships.find(({ type }) => type === 'LOCATED_IN')?.id}`);
    await detail().locator('.evidence li').first().waitFor();
    await detail().getByRole('button', { name: '引用' }).first().click();
    const text = detail().locator('.cite textarea');
    await expect.poll(() => text.inputValue()).toContain('[N]');
    await detail().getByRole('tab', { name: 'BibTeX' }).click();
    expect(await text.inputValue()).toMatch(/^@article\{yuantu-/u);
    await detail().getByRole('tab', { name: 'CSL-JSON' }).click();
    expect(JSON.parse(await text.inputValue())).toMatchObject([{ type: 'article-newspaper' }]);
    expect(await seriousOf(page)).toEqual([]);
  });

  it('says what the graph rests on, and what is not known', async () => {
    await go('#news=2020-01-01');
    await detail().getByRole('button', { name: '图谱的依据与未知' }).click();
    await detail().getByText('没有日期的文章').waitFor();
    expect(page.url()).toContain('panel=coverage');
    expect(await seriousOf(page)).toEqual([]);
  });

  it('tells what is new about a thing since it was last seen, by sentence, also when the article is undated', async () => {
    const { nodes } = await store.read();
    await go(`#entity=${nodes.find(({ properties }) => properties.name === '云岭高新区')?.id}`);
    await detail().getByRole('button', { name: '关注', exact: true }).click();
    await go('#news=2020-01-01');
    await detail().locator('.watched').getByText('无新内容').waitFor();
    await session.add(SECOND ? [SECOND.raw] : []);
    await detail().locator('.watched .quote').first().waitFor();
    expect(await detail().locator('.watched').textContent()).toContain('远航科技');
    expect(await seriousOf(page)).toEqual([]);
    await detail().getByRole('button', { name: '已看' }).click();
    await detail().locator('.watched').getByText('无新内容').waitFor();
    await page.reload();
    await detail().locator('.watched').getByText('无新内容').waitFor();
    await detail().getByRole('button', { name: '取消关注 云岭高新区' }).click();
    await detail().getByText('还没有关注', { exact: false }).waitFor();
  });
});
