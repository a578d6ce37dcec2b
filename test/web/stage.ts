import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeEach, expect } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/index.ts';
import { GrafeoStore } from '../../src/store/grafeo/index.ts';
import { type WatchedStore, watchStore } from '../../src/store/watched.ts';
import { launchBrowser } from '../support/browser.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What every browser test stands on: the built explorer, a browser, and pages whose faults are kept. */
export interface Stage {
  /** A folder of the test's own, gone at its end. */
  readonly folder: string;
  readonly webRoot: string;
  /** A new store in the folder, closed at the end. */
  openStore(): WatchedStore;
  /** A server of the explorer, stopped at the end. */
  serve(options: Omit<ServerOptions, 'port' | 'webRoot'>): Promise<RunningServer>;
  /** A desktop page in Chinese, without motion, when nothing else is asked for. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in the pages since it was last asked for. */
  takeFaults(): string[];
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'yuantu-web-'));
  const webRoot = join(folder, 'web');
  // Else the bundle would hold React's development build, for Vitest names the environment `test`.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'web'),
    logLevel: 'error',
    build: { outDir: webRoot },
  });
  const browser: Browser = await launchBrowser();
  let faults: string[] = [];
  const opened: { close(): Promise<void> }[] = [];
  return {
    folder,
    webRoot,
    openStore() {
      const store = watchStore(GrafeoStore.open(join(folder, 'graph.grafeo')));
      opened.push(store);
      return store;
    },
    async serve(options) {
      const server = await startServer({ ...options, port: 0, webRoot });
      opened.push(server);
      return server;
    },
    async open(address, options = {}) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        ...options,
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // Where coloured text is deleted, the browser itself wants to carry its colour over, and the policy refuses.
        const isEditing = message.text().startsWith('Applying inline style');
        if (message.type() === 'error' && !isEditing) faults.push(message.text());
      });
      await page.goto(address);
      return page;
    },
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
    async close() {
      await browser.close();
      // Servers before the stores that they are over.
      for (const one of opened.reverse()) await one.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives each test a page at an address, with the graph drawn, and closes it after; a fault in it fails the test. */
export function eachPage(stageAt: () => readonly [Stage, string], take: (page: Page) => void): void {
  let page: Page;
  beforeEach(async () => {
    const [stage, address] = stageAt();
    page = await stage.open(address);
    take(page);
    await drawn(page);
  });
  afterEach(async () => {
    await page.close();
    expect(stageAt()[0].takeFaults()).toEqual([]);
  });
}

/** When the graph stands on the canvas as it is meant to. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.canvas[aria-busy="false"]').waitFor();
}

/** Opens a view by its fragment as whoever follows a link to it does, and waits until it is drawn. */
export async function openView(page: Page, address: string, fragment: string): Promise<void> {
  await page.goto(`${address}/#${fragment}`);
  await page.reload();
  await drawn(page);
}

/** What axe has to say against a page that is serious or critical. */
export async function seriousOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))}`);
  });
}
