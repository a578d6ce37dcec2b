import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/index.ts';
import { makeGraph } from '../bench/graph.mjs';
import { hasBrowser } from '../support/browser.ts';
import { memoryStore } from '../support/memory-store.ts';
import { differenceBetween } from './picture.ts';
import { drawn, eachPage, openStage, type Stage } from './stage.ts';

/** The share of a page that looks different where nothing did but the strokes of letters. */
const [ALIKE, APART] = [0.004, 0.01];

describe.runIf(hasBrowser())('what the explorer is drawn on', () => {
  let stage: Stage;
  let server: RunningServer;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    server = await stage.serve({ store: memoryStore(makeGraph(60, 140)) });
  });

  afterAll(() => stage?.close());

  eachPage(
    () => [stage, server.address],
    (opened) => {
      page = opened;
    },
  );

  /** Take the graphics away, as a driver that starts anew does. */
  const loseGraphics = () =>
    page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas'))
        if (canvas.className.startsWith('sigma-') && /nodes|edges/iu.test(canvas.className))
          canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });

  /** The page once it looks as it did the last time that it was looked at. */
  async function still(): Promise<Buffer> {
    await page.mouse.move(2, 2);
    let before = await page.screenshot();
    for (;;) {
      await page.waitForTimeout(200);
      const now = await page.screenshot();
      if (now.equals(before)) return now;
      before = now;
    }
  }

  /** Pixels of each layer for a pixel of the page. */
  const densities = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('.canvas canvas')].map(
        (canvas) => canvas.width / canvas.clientWidth,
      ),
    );

  it('is drawn anew as it was once its graphics are lost, and can be zoomed and clicked as before', async () => {
    await page.mouse.move(700, 450);
    await page.mouse.wheel(0, -300);
    const before = await still();
    // Marked, so that what stands there after is known to be another.
    await page.evaluate(() => document.querySelector('.sigma-nodes')?.setAttribute('data-lost', ''));
    await loseGraphics();
    await page.locator('.sigma-nodes:not([data-lost])').waitFor();
    await drawn(page);
    expect(await differenceBetween(page, await still(), before)).toBeLessThan(ALIKE);
    await page.mouse.move(700, 450);
    await page.mouse.wheel(0, 300);
    expect(await differenceBetween(page, await still(), before)).toBeGreaterThan(APART);
  });

  it('says so when graphics are lost again at once, and a click brings them back', async () => {
    const before = await still();
    await page.evaluate(() => document.querySelector('.sigma-nodes')?.setAttribute('data-lost', ''));
    await loseGraphics();
    await page.locator('.sigma-nodes:not([data-lost])').waitFor();
    await loseGraphics();
    await page.getByText('图画不见了').waitFor();
    expect(await page.locator('.canvas canvas').count()).toBe(0);
    await page.getByRole('button', { name: '重试' }).click();
    await drawn(page);
    expect(await page.getByText('图画不见了').count()).toBe(0);
    expect(await differenceBetween(page, await still(), before)).toBeLessThan(ALIKE);
  });

  it('stays sharp on a screen of another density, there and back, and where the page is zoomed', async () => {
    const session = await page.context().newCDPSession(page);
    const goTo = (deviceScaleFactor: number, width = 1440, height = 900) =>
      session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
    const before = await still();
    for (const density of [2, 1.5, 1]) {
      await goTo(density);
      await expect.poll(async () => new Set(await densities())).toEqual(new Set([density]));
    }
    expect(await differenceBetween(page, await still(), before)).toBeLessThan(ALIKE);
    // The browser's own zoom makes the page smaller as well.
    await goTo(2, 720, 450);
    await expect.poll(async () => new Set(await densities())).toEqual(new Set([2]));
  });

  it('leaves Enter, arrows and Escape to the composition of Chinese letters in the search box', async () => {
    const input = page.locator('search input');
    await input.focus();
    const session = await page.context().newCDPSession(page);
    for (const text of ['y', 'yu', 'yuan'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.locator('.hits').waitFor();
    const address = page.url();
    const chosen = await input.getAttribute('aria-activedescendant');
    for (const key of ['Enter', 'ArrowDown', 'ArrowUp', 'Escape']) {
      const isTaken = await input.evaluate(
        (element, name) =>
          !element.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: name,
              keyCode: 229,
              isComposing: true,
              bubbles: true,
              cancelable: true,
            }),
          ),
        key,
      );
      expect(isTaken, key).toBe(false);
    }
    expect(page.url()).toBe(address);
    expect(await input.inputValue()).toBe('yuan');
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await input.getAttribute('aria-activedescendant')).toBe(chosen);
    await session.send('Input.insertText', { text: '园区' });
    await expect.poll(() => input.inputValue()).toBe('园区');
  });
});
