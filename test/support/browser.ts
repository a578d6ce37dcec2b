import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

// Software rendering and one colour profile, so that a picture is the same on every machine.
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
];

/** Whether the browser tests must run: then a missing browser fails them instead of skipping them. */
const isRequired = process.env.YUANTU_TEST_BROWSER === 'required';

/** The path of Chromium: CHROMIUM_PATH, or the one on the PATH. */
function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) return existsSync(given) ? given : undefined;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  return undefined;
}

/**
 * Whether there is a Chromium to test with. Says so loudly when there is none.
 *
 * @throws {Error} when YUANTU_TEST_BROWSER is `required` and there is none.
 */
export function hasBrowser(): boolean {
  if (findChromium() !== undefined) return true;
  const message = 'No Chromium: install chromium or set CHROMIUM_PATH.';
  if (isRequired) throw new Error(message);
  console.warn(`\n*** BROWSER TESTS SKIPPED. ${message} ***\n`);
  return false;
}

/**
 * Start Chromium.
 *
 * @throws {Error} when no Chinese font is installed: every label would be an empty box.
 */
export async function launchBrowser(): Promise<Browser> {
  const fonts = execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.trim() === '') throw new Error('No Chinese font: install fonts-wqy-microhei or fonts-noto-cjk.');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium');
  return chromium.launch({ executablePath, args: FLAGS });
}
