import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { hasBrowser } from '../support/browser.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { eachPage, openStage, openView, type Stage, seriousOf } from './stage.ts';

const [GROUP, BELOW] = ['晨星集团', '晨星电池'];
const NEWS = [
  sample(
    'a',
    [
      `Company ${GROUP}`,
      'Zone 白鹭园区',
      'Place 宜春市',
      'Project 晨星一期',
      `${GROUP} -INVESTS_IN-> 晨星一期`,
      '晨星一期 -LOCATED_IN-> 白鹭园区',
      '白鹭园区 -LOCATED_IN-> 宜春市',
    ],
    {
      title: '晨星集团落户白鹭园区',
      published: '2026-03-01',
      outlet: '云岭日报',
      url: 'https://example.org/a',
    },
  ),
  sample(
    'b',
    [
      `Company ${BELOW}`,
      `Company ${GROUP}`,
      'Zone 苍石园区',
      'Place 苏州市',
      'Project 电池基地',
      `${BELOW} -SUBSIDIARY_OF-> ${GROUP}`,
      `${BELOW} -INVESTS_IN-> 电池基地`,
      `${GROUP} -LOCATED_IN-> 苍石园区`,
      '电池基地 -LOCATED_IN-> 苍石园区',
      '苍石园区 -LOCATED_IN-> 苏州市',
    ],
    { title: '电池基地开工', published: '2026-05-01' },
  ),
];

describe.runIf(hasBrowser())('finding, comparing and seeing where', () => {
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
  let page: Page;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    const byId = new Map(NEWS.map(({ raw, extraction }) => [raw.id, extraction]));
    const session = new Session({
      store,
      seeds: TEST_SEEDS,
      extract: ({ id }) => byId.get(id) ?? sample('none', []).extraction,
    });
    await session.add(NEWS.map(({ raw }) => raw));
    for (const { id, properties } of (await store.read()).nodes) ids.set(String(properties.name), id);
    server = await stage.serve({ store });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const at = (fragment: string) => openView(page, server.address, fragment);
  const detail = () => page.locator('.detail');
  const shot = async (name: string) => {
    const folder = process.env.YUANTU_TEST_SHOTS;
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
  };

  it('finds words in the texts of articles, several at once, and leads to the sentence', async () => {
    const box = page.getByRole('combobox', { name: '搜索' });
    await box.fill('电池基地 苍石');
    const hit = page.locator('.hit[data-kind="text"]');
    await hit.first().waitFor();
    expect(await hit.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['苍石']));
    await shot('search-zh');
    expect(await seriousOf(page)).toEqual([]);
    await page.locator('.hit[data-kind="all"]').click();
    await detail().getByRole('heading', { level: 2, name: '电池基地 苍石' }).waitFor();
    await detail().locator('.passage').first().click();
    await detail().locator('.text mark').first().waitFor();
    expect(page.url()).toContain('article=');
    await page.goBack();
    await detail().getByRole('heading', { level: 2, name: '电池基地 苍石' }).waitFor();
    await box.fill('没有的词 苍石');
    await page.locator('.hits-note').filter({ hasText: '没有的词' }).waitFor();
  });

  it('rolls up a company’s group, opens rows to their sentences, and hands out both files', async () => {
    await at(`profile=${ids.get(GROUP)}`);
    const table = detail().locator('.listing').filter({ hasText: '晨星一期' }).first();
    await table.getByText('电池基地').waitFor();
    await table.getByRole('button', { name: '电池基地的原句' }).click();
    await table.locator('.proof .passage').first().waitFor();
    await shot('table-zh');
    expect(await seriousOf(page)).toEqual([]);
    const csv = page.waitForEvent('download');
    await table.getByRole('button', { name: 'CSV' }).click();
    const text = await readFile(await (await csv).path(), 'utf8');
    expect(text.split('\n')[0]).toContain('原句,文章,媒体,发布日期,网址');
    expect(text).toContain('晨星集团落户白鹭园区,云岭日报,2026-03-01,https://example.org/a');
    const xlsx = page.waitForEvent('download');
    await table.getByRole('button', { name: 'XLSX' }).click();
    expect((await xlsx).suggestedFilename()).toBe('项目.xlsx');
    await detail().getByRole('button', { name: '含下属 1 家公司' }).click();
    await table.getByText('电池基地').waitFor({ state: 'detached' });
  });

  it('sets areas and companies side by side with what they share', async () => {
    await at(`compare=${ids.get('白鹭园区')},${ids.get('苍石园区')},${ids.get('宜春市')}`);
    const heads = detail().locator('.compared thead .entity-link');
    await expect.poll(() => heads.allTextContents()).toEqual(['白鹭园区', '苍石园区', '宜春市']);
    const shared = detail().locator('.compared tbody').filter({ hasText: '共有的企业' });
    expect(await shared.locator('tr').filter({ hasText: GROUP }).locator('.has').count()).toBe(3);
    await shot('compare-zh');
    expect(await seriousOf(page)).toEqual([]);
    await at(`compare=${ids.get(GROUP)},${ids.get(BELOW)}`);
    await expect.poll(() => heads.allTextContents()).toEqual([GROUP, BELOW]);
  });

  it('shows places as dots that open them, and as a table', async () => {
    await page.getByRole('button', { name: '地图' }).click();
    const dots = detail().locator('.map-picture a');
    await expect.poll(() => dots.count()).toBe(2);
    expect(await detail().locator('.map-picture text').allTextContents()).toEqual(
      expect.arrayContaining(['宜春市', '苏州市']),
    );
    await shot('map-zh');
    expect(await seriousOf(page)).toEqual([]);
    await detail().getByRole('button', { name: '省级' }).click();
    await expect.poll(() => detail().locator('.map-picture text').allTextContents()).toContain('江西省');
    await dots.first().focus();
    await page.keyboard.press('Enter');
    await detail().locator('.figures').first().waitFor();
    expect(page.url()).toContain('area=');
  });

  it('says it all in English and in the dark, too', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'English' }).click();
    for (const [name, fragment, wait] of [
      ['map', 'panel=map', '.map-picture a'],
      ['compare', `compare=${ids.get('白鹭园区')},${ids.get('苍石园区')}`, '.compared tbody'],
      ['table', `profile=${ids.get(GROUP)}`, '.listing'],
      ['texts', 'texts=%E7%94%B5%E6%B1%A0', '.texts .passage'],
    ] as const) {
      await at(fragment);
      await detail().locator(wait).first().waitFor();
      if (name === 'table') await detail().locator('.opener').first().click();
      await shot(`${name}-en`);
      expect(await seriousOf(page)).toEqual([]);
    }
  });
});
