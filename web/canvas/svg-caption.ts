import type { Palette } from '../scene/palette.ts';
import { pixels, toXml } from './svg-pen.ts';
import { FONT } from './text.ts';

/** What stands under a picture that is taken away: the key to its colours, and where it comes from. */
export interface Caption {
  readonly entities: readonly (readonly [name: string, colour: string])[];
  readonly relations: readonly (readonly [name: string, colour: string])[];
  readonly source: string;
}

const [MARGIN, LINE, SIZE] = [20, 22, 12];

/** Pixels between one item of the key and the next, and between its mark and its name. */
const [GAP, AFTER_MARK] = [18, 14];

/** The caption as elements of SVG, in lines as wide as the picture, and how high it is. */
export function drawCaption(
  { entities, relations, source }: Caption,
  { width, height }: { readonly width: number; readonly height: number },
  palette: Palette,
  widthOf: (text: string) => number,
): { readonly elements: readonly string[]; readonly height: number } {
  const elements: string[] = [];
  let [x, y] = [MARGIN, height + LINE];
  const write = (text: string, left: number, colour: string) =>
    `<text x="${pixels(left)}" y="${pixels(y)}" dominant-baseline="central" style="font:${SIZE}px ${toXml(FONT)}" fill="${colour}">${toXml(text)}</text>`;
  const list = (items: Caption['entities'], mark: (colour: string) => string) => {
    for (const [name, colour] of items) {
      const wide = AFTER_MARK + widthOf(name);
      if (x + wide > width - MARGIN && x > MARGIN) [x, y] = [MARGIN, y + LINE];
      elements.push(mark(colour), write(name, x + AFTER_MARK, palette.ink));
      x += wide + GAP;
    }
  };
  list(entities, (colour) => `<circle cx="${pixels(x + 4)}" cy="${pixels(y)}" r="5" fill="${colour}"/>`);
  list(
    relations,
    (colour) =>
      `<path d="M${pixels(x - 4)} ${pixels(y)}h14" stroke="${colour}" stroke-width="3" fill="none"/>`,
  );
  if (x > MARGIN) y += LINE;
  elements.push(write(source, MARGIN - 1, palette.quiet));
  const bottom = y + LINE;
  return {
    elements: [
      `<rect y="${pixels(height)}" width="${pixels(width)}" height="${pixels(bottom - height)}" fill="${palette.card}"/>`,
      `<path d="M0 ${pixels(height)}h${pixels(width)}" stroke="${palette.line}" fill="none"/>`,
      ...elements,
    ],
    height: bottom - height,
  };
}
