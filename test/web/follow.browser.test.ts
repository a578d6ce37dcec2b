import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles, Session } from '../../src/collect/build.ts';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import type { AddFiles } from '../../src/server/routes/add.ts';
import { applyStore } from '../support/apply-store.ts';
import { hasBrowser } from '../support/browser.ts';
import { eachPage, openStage, type Stage } from './stage.ts';

/** What the canvas lets a test ask: where a node is drawn. */
interface CanvasElement extends HTMLElement {
  readonly view?: { locate(id: string): object | undefined };
}

describe.runIf(hasBrowser())('a page that is open while others write', () => {
  let stage: Stage;
  let server: RunningServer;
  let page: Page;
  const store = applyStore();
  const session = new Session({ store, seeds: loadSeeds() });
  const add: AddFiles = (paths, source, onProgress) => addFiles(session, paths, source, { onProgress });
  const start = (port: number) => startServer({ store, port, webRoot: stage.webRoot, add });

  beforeAll(async () => {
    stage = await openStage();
    server = await start(0);
    await post('first', '晨星科技有限公司落户宜春经开区。');
  });

  afterAll(async () => {
    await server?.close();
    await stage?.close();
  });

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  /** Add an article as any other program does. */
  async function post(name: string, text: string): Promise<void> {
    const files = [{ name: `${name}.txt`, data: Buffer.from(text).toString('base64') }];
    const response = await fetch(`${server.address}/api/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ files }),
    });
    expect(await response.text()).toContain('"added"');
  }

  async function idOf(name: string): Promise<string> {
    const response = await fetch(`${server.address}/api/v1/graph`);
    const { nodes } = (await response.json()) as GraphAnswer;
    const id = nodes.id[nodes.name.indexOf(name)];
    if (id === undefined) throw new Error(`the graph has no ${name}: ${nodes.name.join()}`);
    return id;
  }

  const isDrawn = (id: string) =>
    page.evaluate(
      (key) => document.querySelector<CanvasElement>('.canvas')?.view?.locate(key) !== undefined,
      id,
    );

  /** The routes that the page asks from now on. */
  function listenToPage(): string[] {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    return asked;
  }

  it('draws what has come without a reload, and fetches nothing but what changed', async () => {
    const asked = listenToPage();
    await post('second', '云岭电池有限公司落户宜春经开区。');
    const id = await idOf('云岭电池有限公司');
    await expect.poll(() => isDrawn(id)).toBe(true);
    expect(asked).toContain('/api/v1/graph/changes');
    expect(asked).not.toContain('/api/v1/graph');
    expect(asked).not.toContain('/');
  });

  it('goes on showing a profile, with what is new in it', async () => {
    await page.goto(`${server.address}/#entity=${await idOf('宜春经开区')}`);
    const heading = page.locator('.detail h2');
    await heading.waitFor();
    const before = await heading.elementHandle();
    await post('third', '宏图新能源有限公司落户宜春经开区。');
    await page.locator('.detail .row', { hasText: '宏图新能源' }).waitFor();
    // The same element: nothing stood in its place meanwhile.
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true);
  });

  it('listens once, whatever is open', async () => {
    const asked = listenToPage();
    await page.reload();
    await page.getByRole('button', { name: '添加文章' }).click();
    await page.locator('.add').waitFor();
    await post('fourth', '晨光材料有限公司落户宜春经开区。');
    const id = await idOf('晨光材料有限公司');
    await expect.poll(() => isDrawn(id)).toBe(true);
    expect(asked.filter((path) => path === '/api/v1/events')).toHaveLength(1);
  });

  it('draws what was written while the server was away', async () => {
    const { port } = server;
    await server.close();
    server = await start(0);
    await post('fifth', '远山医药有限公司落户宜春经开区。');
    const id = await idOf('远山医药有限公司');
    await server.close();
    server = await start(port);
    await expect.poll(() => isDrawn(id)).toBe(true);
    stage.takeFaults();
  });
});
