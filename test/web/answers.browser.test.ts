import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeRecord, Properties, RelationshipRecord } from '../../src/model/snapshot.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { hasBrowser } from '../support/browser.ts';
import { memoryStore } from '../support/memory-store.ts';
import { drawn, eachPage, openStage, type Stage } from './stage.ts';

const entity = (name: string, type: string, at: number, properties: Properties = {}): NodeRecord => ({
  id: name,
  labels: ['Entity', type],
  properties: { type, name, x: (at % 4) * 90, y: Math.floor(at / 4) * 90, ...properties },
});
const article = (id: string, published: string, text: string): NodeRecord => ({
  id,
  labels: ['Article'],
  properties: { source: 's', title: `${id}报道`, published, text },
});
const fact = (id: string, name: string, value: string | number, from: string, quote: string): NodeRecord => ({
  id,
  labels: ['Fact'],
  properties: { name, value, article: from, span: spanOf(from, quote), quote, rule: 'r' },
});
const tie = (from: string, type: string, to: string): RelationshipRecord => ({
  id: `${from} ${type} ${to}`,
  type,
  from,
  to,
  properties: { count: 1 },
});
const TEXTS: Readonly<Record<string, string>> = {
  早报: '晨星电池项目于三月签约，总投资51.5亿元。双方表示满意。',
  晚报: '记者获悉，晨星电池项目总投资52亿元，六月开工。',
};
const spanOf = (from: string, quote: string) => {
  const start = TEXTS[from]?.indexOf(quote) ?? 0;
  return `${start}-${start + quote.length}`;
};
const SNAPSHOT = {
  nodes: [
    entity('云岭高新区', 'Zone', 0),
    entity('晨星科技', 'Company', 1),
    entity('宏图新能源', 'Company', 2),
    entity('晨星电池项目', 'Project', 3, { investment: 5_200_000_000, status: 'construction' }),
    entity('电池', 'Industry', 4),
    entity('李明', 'Executive', 5),
    article('早报', '2024-03-05', TEXTS.早报 ?? ''),
    article('晚报', '2024-06-12', TEXTS.晚报 ?? ''),
    fact('f1', 'investment', 5_150_000_000, '早报', '总投资51.5亿元'),
    fact('f2', 'investment', 5_200_000_000, '晚报', '总投资52亿元'),
    fact('f3', 'status', 'signed', '早报', '签约'),
    fact('f4', 'status', 'construction', '晚报', '开工'),
  ],
  relationships: [
    tie('晨星科技', 'LOCATED_IN', '云岭高新区'),
    tie('晨星电池项目', 'LOCATED_IN', '云岭高新区'),
    tie('晨星科技', 'INVESTS_IN', '晨星电池项目'),
    tie('宏图新能源', 'INVESTS_IN', '晨星电池项目'),
    tie('晨星科技', 'PARTNERS_WITH', '宏图新能源'),
    tie('晨星电池项目', 'IN_INDUSTRY', '电池'),
    tie('李明', 'HOLDS_POST', '晨星科技'),
    ...['f1', 'f2', 'f3', 'f4'].map((id) => tie('晨星电池项目', 'HAS_FACT', id)),
  ],
};

describe.runIf(hasBrowser())('what the explorer answers', () => {
  let stage: Stage;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    server = await stage.serve({ store: memoryStore(SNAPSHOT) });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  const detail = () => page.locator('.detail');
  const find = async (name: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
    await detail().getByRole('heading', { level: 2, name }).waitFor();
  };

  it('sets competing values side by side, each with its sentence, and leads to the article', async () => {
    await find('晨星电池项目');
    const sums = detail().locator('.competing').first();
    await sums.getByText('说法不一：51.5亿元 至 52亿元，见 2 篇文章').waitFor();
    const values = sums.locator('li');
    expect(await values.locator('.fact-value strong').allTextContents()).toEqual(['51.5亿元', '52亿元']);
    expect(await values.first().locator('.quote').textContent()).toBe(
      '晨星电池项目于三月签约，总投资51.5亿元。',
    );
    expect(await values.locator('em').count()).toBe(1);
    expect(await values.nth(1).getAttribute('data-shown')).toBe('true');
    await detail().getByText('从已签约到建设中，见 2 篇文章').waitFor();
    await values.nth(1).locator('.quote').click();
    await detail().getByRole('heading', { level: 2, name: '晚报报道' }).waitFor();
    await expect.poll(() => detail().locator('mark').allTextContents()).toEqual(['总投资52亿元']);
  });

  it('tells of a company where it is, what it builds and with whom, in tables that go out', async () => {
    await find('晨星科技');
    await detail().getByRole('button', { name: '查看全景' }).click();
    const table = (title: string) => detail().locator('.listing', { hasText: title });
    await table('项目').locator('tbody tr').first().waitFor();
    expect(await detail().locator('.kin').textContent()).toContain('云岭高新区');
    expect(await table('项目').locator('tbody tr').first().locator('td').allTextContents()).toEqual([
      '晨星电池项目',
      '52亿元',
      '建设中',
      '宏图新能源晨星科技',
      '电池',
      '云岭高新区',
    ]);
    const others = table('合作与关联').locator('tbody tr');
    expect(await others.allTextContents()).toEqual(['宏图新能源合作方1', '宏图新能源共同投资方1']);
    const waiting = page.waitForEvent('download');
    await table('合作与关联').getByRole('button', { name: 'CSV' }).click();
    expect((await waiting).suggestedFilename()).toBe('合作与关联.csv');
    await others.first().getByRole('button', { name: '合作方' }).click();
    await detail().locator('.end').first().waitFor();
    await page.goBack();
    await detail().getByRole('heading', { level: 2, name: '晨星科技' }).waitFor();
    expect(page.url()).toContain('profile=');
  });

  it('tells of a project its milestones in order, who builds it, and what was stated of its sum', async () => {
    await find('晨星电池项目');
    await detail().getByRole('button', { name: '查看全景' }).click();
    const milestones = detail().locator('.timeline li');
    await milestones.first().waitFor();
    expect(await milestones.locator('time').allTextContents()).toEqual(['2024-03-05', '2024-06-12']);
    expect(await milestones.locator('strong').allTextContents()).toEqual(['已签约', '建设中']);
    expect(await milestones.nth(1).locator('.quote').textContent()).toContain('六月开工');
    const sums = detail().locator('.listing', { hasText: '投资额的各种说法' });
    const values = () => sums.locator('tbody tr td:first-child').allTextContents();
    expect(await values()).toEqual(['52亿元', '51.5亿元']);
    await sums.getByRole('button', { name: '数值' }).click();
    await sums.getByRole('button', { name: '数值' }).click();
    expect(await values()).toEqual(['51.5亿元', '52亿元']);
    expect(await detail().locator('.listing', { hasText: '合作与关联' }).locator('tbody tr').count()).toBe(2);
  });

  it('looks for ways and common neighbours in the whole graph, whatever is drawn', async () => {
    await page.goto(`${server.address}/#path=${['李明', '电池'].map(encodeURIComponent)}&hide=Project`);
    await detail().getByText('在当前画面中两者之间没有路径').waitFor();
    await detail().getByLabel('查找于').selectOption('graph');
    const ways = detail().locator('.ways > li');
    await ways.first().waitFor();
    expect(await ways.first().locator('.row-name').allTextContents()).toEqual([
      '李明',
      '晨星科技',
      '晨星电池项目',
      '电池',
    ]);
    expect(page.url()).toContain('over=graph');
    await detail().getByLabel('步数').selectOption('4');
    await expect.poll(() => ways.count()).toBeGreaterThan(1);
    await page.goto(
      `${server.address}/#common=${['晨星科技', '宏图新能源'].map(encodeURIComponent)}&hide=Project`,
    );
    await detail().getByText('在当前画面中没有共同邻居').waitFor();
    await detail().getByLabel('查找于').selectOption('graph');
    await detail().locator('.rows .row', { hasText: '晨星电池项目' }).waitFor();
  });

  it('puts where a layout has placed things into the link, and a link brings it back', async () => {
    const places = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('.canvas') as HTMLElement & {
          view?: { locate(id: string): { x: number; y: number } | undefined };
        };
        return ['晨星科技', '电池', '李明'].map((id) => {
          const { x = 0, y = 0 } = canvas.view?.locate(id) ?? {};
          return [Math.round(x), Math.round(y)];
        });
      });
    const before = await places();
    await page.getByRole('button', { name: '重新布局' }).click();
    await page.locator('#layout-menu').getByRole('button', { name: '开始' }).click();
    await expect.poll(() => page.url(), { timeout: 60_000 }).toContain('places=');
    // What was laid out is framed after that, and the address has the camera once it stands.
    await expect.poll(() => page.url()).toContain('camera=');
    const moved = await places();
    expect(moved).not.toEqual(before);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await drawn(page);
    const farthest = async () =>
      Math.max(
        ...(await places()).flat().map((value, at) => Math.abs(value - (moved.flat()[at] ?? Number.NaN))),
      );
    await expect.poll(farthest).toBeLessThanOrEqual(2);
    await page.goBack();
  });
});
