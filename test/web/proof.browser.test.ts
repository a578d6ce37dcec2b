import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import { openExtractor } from '../../src/extract/open.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { WatchedStore } from '../../src/store/watched.ts';
import { hasBrowser } from '../support/browser.ts';
import { seeds } from '../support/view.ts';
import { eachPage, openStage, type Stage } from './stage.ts';

const [SIGNED, BUILT] = ['白鹭数据湖项目', '苍石物流园改扩建项目'];
const SENTENCES = [
  '3月12日上午，记者在云桥高新区看到，道路两侧彩旗飘扬，工人们正在平整土地，一派忙碌的景象。',
  `当天，总投资12亿元的${SIGNED}在云桥高新区签约落户，由晨星科技有限公司投资，主要从事数据存储与算力服务。`,
  `离此不远，总投资3亿元的${BUILT}已经开工建设，厂房的钢结构吊装过半。`,
  '园区负责人介绍，当地把服务送到车间和工地，手续集中在一个窗口办理，材料能少交的少交，路能少跑的少跑。',
  '企业有什么难处，专班的人当天就到现场，能定的当场定下来，定不了的三天之内给出答复，事后还要回访一次。',
  '下一步，当地将继续完善供水、供电和污水处理等设施，让落户的企业安心经营、放心发展，也让职工住得下来。',
  '傍晚时分，收工的哨声响起，车辆依次驶出工地，远处的灯光次第亮了起来，新的一天又将从这里开始。',
];

/** The sentences as a printed column has them: every line ends where it is full, in the middle of a word too. */
const COLUMN = (SENTENCES.join('').match(/.{1,16}/gu) ?? []).join('\n\n');

describe.runIf(hasBrowser())('the sentences behind what is said', () => {
  let stage: Stage;
  let store: WatchedStore;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    store = stage.openStore();
    const session = new Session({ store, seeds, extract: await openExtractor(seeds) });
    const metadata = { published: '2024-03-13', outlet: '云桥日报' };
    await session.add([{ id: 'news/a', source: 'news', doc: 'a', text: COLUMN, metadata }]);
    server = await stage.serve({ store });
  }, 600_000);

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  it.each([
    [SIGNED, '已签约'],
    [BUILT, '建设中'],
  ])(
    'name %s, are whole though lines break in them, and are not those of its neighbour',
    async (name, state) => {
      const detail = page.locator('.detail');
      await page.keyboard.press('/');
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
      await detail.getByRole('heading', { level: 2, name }).waitFor();
      await detail.getByText(state, { exact: true }).first().waitFor();
      const quotes = await detail.locator('.facts .quote').allTextContents();
      expect(quotes.length).toBeGreaterThan(0);
      const own = SENTENCES.find((sentence) => sentence.includes(name));
      expect(new Set(quotes.map((quote) => quote.replace(/\s+/gu, '')))).toEqual(new Set([own]));
    },
  );
});
