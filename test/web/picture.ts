import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Pixels of a side of the squares that are compared: a font's own strokes drown in them, a part that moved does not. */
const SQUARE = 8;

/** By how much of 255 the mean colour of a square may differ, and the share of squares that may differ by more. */
const [MOST, SHARE] = [40, 0.04];

/** Milliseconds after which a page looks as it is going to. */
const SETTLED = 4000;

/**
 * Compare a page with the picture of how it is meant to look, and answer with the share of it that differs.
 *
 * With YUANTU_TEST_PICTURES=write the picture is made anew, to be looked at before it is committed.
 */
export async function differenceFrom(page: Page, file: string): Promise<number> {
  const isMadeAnew = process.env.YUANTU_TEST_PICTURES === 'write';
  // On a busy machine a canvas whose size has just changed is still empty.
  if (isMadeAnew) await page.waitForTimeout(SETTLED);
  const shot = await page.screenshot();
  if (isMadeAnew) await writeFile(file, await halved(page, shot));
  if (!existsSync(file)) throw new Error(`${file} is missing: make it with YUANTU_TEST_PICTURES=write`);
  return differenceBetween(page, shot, await readFile(file));
}

/** The share of two pictures of a page that differs. */
export async function differenceBetween(page: Page, shot: Buffer, before: Buffer): Promise<number> {
  const pictures = [shot, before].map((png) => png.toString('base64'));
  return page.evaluate(
    async ([urls, square, most]) => {
      const [width, height] = [Math.ceil(innerWidth / square), Math.ceil(innerHeight / square)];
      const squares = await Promise.all(
        urls.map(async (data) => {
          const bytes = Uint8Array.from(atob(data), (unit) => unit.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(width, height).getContext('2d');
          if (!context) throw new Error('no canvas');
          context.imageSmoothingQuality = 'high';
          context.drawImage(bitmap, 0, 0, width, height);
          return context.getImageData(0, 0, width, height).data;
        }),
      );
      const [now, then] = squares;
      if (!now || !then || now.length !== then.length) return 1;
      let differing = 0;
      for (let at = 0; at < now.length; at += 4) {
        const apart = [0, 1, 2].map((channel) =>
          Math.abs((now[at + channel] ?? 0) - (then[at + channel] ?? 0)),
        );
        if (Math.max(...apart) > most) differing++;
      }
      return differing / (now.length / 4);
    },
    [pictures, SQUARE, MOST] as const,
  );
}

/** A picture at half its width and height: as much as is compared, and still to be looked at. */
async function halved(page: Page, png: Buffer): Promise<Buffer> {
  const data = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width / 2, bitmap.height / 2];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, png.toString('base64'));
  return Buffer.from(data, 'base64');
}

/** The share of a page that may look different. */
export const TOLERANCE = SHARE;
