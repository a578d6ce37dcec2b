// What the explorer costs: work of the browser's main thread step by step, from the browser's own trace; the time to the first
// picture; memory; and the server's search.
//   npm run build && node test/bench/explorer.mjs                 the sample articles, 10,000 and 100,000 entities
//   node test/bench/explorer.mjs 10000 30000                      one made-up graph
//   node test/bench/explorer.mjs samples                          the sample articles alone
// Frames are drawn by software here, in another process: only the page's own thread counts, and of it the time it worked.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../../dist/server/index.js';
import { GrafeoStore } from '../../dist/store/grafeo/index.js';
import { watchStore } from '../../dist/store/watched.js';
import { makeGraph } from './graph.mjs';

const [entities, relations] = process.argv.slice(2).map(Number);
/** Milliseconds until a step is given up. */
const PATIENCE = 180_000;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--enable-precise-memory-info',
  ],
});
console.log(`Chromium ${browser.version()}, load ${loadavg()[0].toFixed(1)} at the beginning`);
if (entities) await made(entities, relations);
else await samples();
if (process.argv.length === 2) {
  await made(10_000, 30_000);
  await made(100_000, 300_000);
}
await browser.close();

/** The sample articles, built as `yuantu start` builds them: from the address to the first drawn graph, five times. */
async function samples() {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-bench-'));
  const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const place = join(folder, 'graph.grafeo');
  execFileSync(
    process.execPath,
    [path('dist/cli/main.js'), '--store', `grafeo:${place}`, 'build', path('seeds/articles')],
    { stdio: 'ignore' },
  );
  const store = watchStore(GrafeoStore.open(place));
  const server = await startServer({ store, port: 0 });
  await fetch(`${server.address}/api/v1/graph`);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const opened = await measure(page, await context.newCDPSession(page), async () => {
    await page.goto(server.address);
    await page.locator('.canvas[aria-busy="false"]').waitFor();
  });
  await context.close();
  const times = [];
  for (let round = 0; round < 5; round++) times.push(await firstPicture(server.address));
  times.sort((a, b) => a.drawn - b.drawn);
  const packed = times[0].packed;
  console.log(
    `sample articles: first picture after ${times.map(({ drawn }) => Math.round(drawn)).join(', ')} ms; ` +
      `first load ${Math.round(packed / 1000)} KB packed; opening keeps the page's thread busy for ` +
      `${Math.round(opened.all)} ms, ${Math.round(opened.longest)} at a time`,
  );
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
}

/** Milliseconds from the address to a frame with the whole graph in it, in a new profile: nothing is in a cache. */
async function firstPicture(address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(() => {
    const watch = () => {
      if (document.querySelector('.canvas[aria-busy="false"]'))
        requestAnimationFrame(() => {
          window.drawnAt = performance.now();
        });
      else requestAnimationFrame(watch);
    };
    watch();
  });
  await page.goto(address);
  await page.waitForFunction(() => window.drawnAt !== undefined);
  const result = await page.evaluate(() => ({
    drawn: window.drawnAt,
    packed: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/assets/'))
      .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0),
  }));
  await context.close();
  return result;
}

/** A made-up graph: what the server needs, then every step of exploring. */
async function made(entities, relations) {
  const snapshot = makeGraph(entities, relations);
  const store = watchStore({
    kind: 'grafeo',
    place: 'memory',
    prepare: async () => {},
    read: async () => snapshot,
    apply: async () => {},
    query: async () => ({ columns: [], rows: [], truncated: false }),
    close: async () => {},
  });
  const server = await startServer({ store, port: 0 });
  const address = `${server.address}/api/v1`;
  console.log(`\n${entities} entities, ${relations} relations`);
  const degree = new Map();
  for (const { type, from, to } of snapshot.relationships)
    if (type !== 'MENTIONS') for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const named = snapshot.nodes
    .filter(({ labels }) => labels.includes('Entity'))
    .map(({ id, properties: { name } }) => ({ id, name, degree: degree.get(id) ?? 0 }))
    .sort((a, b) => b.degree - a.degree);
  const [first, second] = named;

  const timed = async (path, init) => {
    const began = performance.now();
    const bytes = (await (await fetch(`${address}/${path}`, init)).arrayBuffer()).byteLength;
    return { ms: Math.round(performance.now() - began), bytes };
  };
  const asked = (question) => timed(`search?q=${encodeURIComponent(question)}`);
  const cold = await timed('health');
  const firstSearch = await asked('yunling');
  const graph = await timed('graph');
  // Until every name is spelt.
  await new Promise((done) => setTimeout(done, entities / 10));
  const questions = [first.name.slice(0, 3), '晨星', '科技有限公司', 'yunling', 'cx', 'gxq', '不存在的'];
  const warm = [];
  for (let round = 0; round < 3; round++)
    for (const question of questions) warm.push((await asked(question)).ms);
  warm.sort((a, b) => a - b);
  const post = (body) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const ends = { from: first.id, to: second.id };
  console.log(
    `server: indexed ${cold.ms} ms after the first question, first search by pinyin ${firstSearch.ms} ms, then ` +
      `${warm[Math.floor(warm.length / 2)]} ms (at most ${warm.at(-1)}); graph ${graph.ms} ms, ` +
      `${Math.round(graph.bytes / 1000)} KB; shortest paths of two hubs ${(await timed('paths', post(ends))).ms} ms, ` +
      `all within 4 ${(await timed('paths', post({ ...ends, within: 4 }))).ms} ms`,
  );
  const { drawn } = await firstPicture(server.address);
  console.log(`first picture after ${Math.round(drawn)} ms`);
  await explore(server.address, first);
  await server.close();
}

/** Each step of exploring, traced. */
async function explore(address, first) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => console.error(error));
  const session = await context.newCDPSession(page);
  const rows = [];
  const step = async (name, act) => {
    const { longest, all, passed } = await measure(page, session, act);
    rows.push({
      step: name,
      'longest task, ms': Math.round(longest),
      'all tasks, ms': Math.round(all),
      'until done, ms': Math.round(passed),
    });
  };
  const still = () => page.locator('.canvas[aria-busy="false"]').waitFor();
  const place = (id) =>
    page.evaluate((key) => {
      const canvas = document.querySelector('.canvas');
      const box = canvas.getBoundingClientRect();
      const point = canvas.view.locate(key);
      return point && { x: box.x + point.x, y: box.y + point.y };
    }, id);

  await step('open', async () => {
    // All one by one, as large graphs are not by themselves.
    await page.goto(`${address}/#open=*`);
    await still();
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
    await still();
  });
  await step('show it again', async () => {
    await page.locator('.key', { hasText: '企业' }).first().click();
    await page.locator('.legend-sum button').waitFor({ state: 'detached' });
    await still();
  });
  await step('only a node and its neighbours', async () => {
    await page.getByRole('button', { name: '只看它和邻居' }).click();
    await page.waitForFunction(() => location.hash.includes('only='));
    await still();
  });
  await step('show all', async () => {
    await page.locator('.legend-sum button').click();
    await page.waitForFunction(() => !location.hash.includes('only='));
    await still();
  });
  await step('colour by community', async () => {
    await page.getByLabel('颜色').selectOption('community');
    await still();
  });
  await step('switch the theme', async () => {
    await page.getByRole('button', { name: '深色' }).click();
    await still();
  });
  console.table(rows);
  const used = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
  console.log(`the page's heap holds ${Math.round(used)} MB; the browser in all ${residentMegabytes()} MB`);
  await context.close();
}

/** Milliseconds that the page's thread worked during an act: its longest task, all tasks, and the time that passed. */
async function measure(page, session, act) {
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

/** What all processes of the browser that this one started hold in memory, pages that they share counted for each. */
function residentMegabytes() {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid,rss'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([process.pid]);
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size;
    for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid);
  }
  family.delete(process.pid);
  return Math.round(sum(rows.filter(([pid]) => family.has(pid)).map(([, , rss]) => rss)) / 1024);
}
