// Takes the pictures of this folder from a running server: node docs/screenshots/take.mjs http://127.0.0.1:7676
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.argv[2] ?? 'http://127.0.0.1:7676';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
];

const ask = async (path) => (await fetch(`${address}/api/v1/${path}`)).json();
const { nodes, edges } = await ask('graph');
const hub = nodes.degree.indexOf(Math.max(...nodes.degree));
const proof = edges.count.indexOf(Math.max(...edges.count));

const PICTURES = [
  { name: 'overview', view: '', size: [1440, 900], theme: 'light', locale: 'zh' },
  { name: 'evidence', view: `#relation=${edges.id[proof]}`, size: [1440, 900], theme: 'light', locale: 'zh' },
  { name: 'profile-dark', view: `#entity=${nodes.id[hub]}`, size: [1440, 900], theme: 'dark', locale: 'en' },
  { name: 'zone', view: `#area=${nodes.id[hub]}`, size: [1440, 900], theme: 'light', locale: 'zh' },
  { name: 'tablet', view: `#entity=${nodes.id[hub]}`, size: [1024, 768], theme: 'light', locale: 'zh' },
  { name: 'phone', view: `#entity=${nodes.id[hub]}`, size: [390, 844], theme: 'light', locale: 'zh' },
];

const browser = await chromium.launch({ executablePath, args });
for (const { name, view, size, theme, locale } of PICTURES) {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.addInitScript(
    (choices) => {
      for (const [key, value] of Object.entries(choices)) localStorage.setItem(`yuantu.${key}`, value);
    },
    { theme, locale },
  );
  await page.goto(`${address}/${view}`);
  await page.locator('.canvas[aria-busy="false"]').waitFor();
  // The camera goes to what is selected once the panel has its width, and a frame takes a moment without a graphics card.
  await page.waitForTimeout(4000);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  await page.close();
}
await browser.close();
