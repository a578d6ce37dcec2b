// How long the explorer keeps the browser's main thread busy, step by step, from the browser's own trace.
//   npm run build && node test/bench/explorer.mjs [ENTITIES RELATIONS]
// Frames are drawn by software here, in another process: only the page's own thread counts, and of it the time it worked.

import { chromium } from 'playwright-core';
import { startServer } from '../../dist/server/index.js';
import { makeGraph } from './graph.mjs';

const [entities = 10_000, relations = 30_000] = process.argv.slice(2).map(Number);
const snapshot = makeGraph(entities, relations);
const store = {
  kind: 'grafeo',
  place: 'memory',
  prepare: async () => {},
  read: async () => snapshot,
  apply: async () => {},
  query: async () => ({ columns: [], rows: [], truncated: false }),
  close: async () => {},
};
const server = await startServer({ store, port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--enable-precise-memory-info',
  ],
});
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
});
page.on('pageerror', (error) => console.error(error));
await fetch(`${server.address}/api/v1/graph`);
const session = await page.context().newCDPSession(page);

/** Milliseconds that the page's thread worked during an act: its longest task, all tasks, and the time that passed. */
async function measure(act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', '__metadata'],
      excludedCategories: ['*'],
    },
  });
  const began = performance.now();
  await act();
  const passed = performance.now() - began;
  await page.waitForTimeout(300);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  // The page's thread is the busiest of those named so: other renderers idle.
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const busy = threads.map(({ pid, tid }) =>
    events
      .filter(
        (event) => event.ph === 'X' && event.pid === pid && event.tid === tid && /RunTask$/.test(event.name),
      )
      .map((event) => (event.tdur ?? event.dur ?? 0) / 1000),
  );
  const tasks = busy.sort((a, b) => sum(b) - sum(a))[0] ?? [];
  return { longest: Math.max(0, ...tasks), all: sum(tasks), passed };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const table = [];
async function step(name, act) {
  const { longest, all, passed } = await measure(act);
  table.push({
    step: name,
    'longest task, ms': Math.round(longest),
    'all tasks, ms': Math.round(all),
    'until seen, ms': Math.round(passed),
  });
  console.error(
    `${name}: longest ${Math.round(longest)} ms, all ${Math.round(all)} ms, seen after ${Math.round(passed)} ms`,
  );
}

const hub = snapshot.nodes
  .filter(({ labels }) => labels.includes('Entity'))
  .map(({ id, properties }) => ({ id, name: properties.name, degree: 0 }));
const degree = new Map();
for (const { type, from, to } of snapshot.relationships)
  if (type !== 'MENTIONS') for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
hub.sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0));
const [first] = hub;

const place = (id) =>
  page.evaluate((key) => {
    const canvas = document.querySelector('.canvas');
    const box = canvas.getBoundingClientRect();
    const point = canvas.view.locate(key);
    return point && { x: box.x + point.x, y: box.y + point.y };
  }, id);

await step('open', async () => {
  await page.goto(server.address);
  await page.locator('.canvas canvas').first().waitFor();
});
await step('search', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type(first.name.slice(0, 3));
  await page.getByRole('option').first().waitFor();
});
await step('select a hit', async () => {
  await page.keyboard.press('Enter');
  await page.locator('.detail h2').waitFor();
});
await step('close it', async () => {
  await page.keyboard.press('Escape');
  await page.locator('.detail').waitFor({ state: 'detached' });
});
const target = await place(first.id);
await step('click a node', async () => {
  await page.mouse.move(target.x, target.y);
  await page.mouse.click(target.x, target.y);
  await page.locator('.detail h2').waitFor();
});
await step('hover over ten places', async () => {
  for (let i = 0; i < 10; i++) await page.mouse.move(400 + i * 40, 300 + i * 20);
});
await step('hide a type', async () => {
  await page.locator('.key', { hasText: '企业' }).first().click();
  await page.locator('.legend-sum button').waitFor();
});
await step('show it again', async () => {
  await page.locator('.key', { hasText: '企业' }).first().click();
});
await step('only a node and its neighbours', async () => {
  await page.locator('.actions button').first().click();
  await page.locator('.only').waitFor();
});
await step('show all', async () => {
  await page.locator('.only button').last().click();
});
await step('switch the theme', async () => {
  await page.getByRole('button', { name: '深色' }).click();
});
const memory = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
console.table(table);
console.log(
  `${entities} entities, ${relations} relations; the page's heap holds ${Math.round(memory)} MB; ${await browser.version()}`,
);
await browser.close();
await server.close();
