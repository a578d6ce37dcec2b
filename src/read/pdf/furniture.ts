import { isLabel } from '../table.ts';
import { type Line, toRows } from './line.ts';

/** The lines of a page, and how far down it reaches. */
export interface LinedPage {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** What a newspaper prints above a page: the day, with its name or the number of the page. */
export const DAY = /\d{4}\s{0,3}年\s{0,3}\d{1,2}\s{0,3}月\s{0,3}\d{1,2}\s{0,3}日/u;
const OF_PAPER = /[日晚早晨时商]报|第?\s{0,3}[A-Z]?\d{1,3}\s{0,3}版/u;
/** Such a line is short. */
const LONGEST_HEAD = 60;

/** The share of a page at its head and at its foot where what repeats is no text. */
const MARGIN = 0.12;
/** Points that a repeated line may be off its place. */
const NEAR = 3;

const PAGE_NUMBER =
  /^(?:[-—–·.\s]*\d{1,4}[-—–·.\s]*|第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|page\s+\d+(?:\s+of\s+\d+)?)$/iu;
/** What a browser prints at the head and foot: when, and from where. */
const PRINTED =
  /^(?:\d{2,4}[/-]\d{1,2}[/-]\d{1,4}[,\s]{1,3}(?:[上下]午)?\s?\d{1,2}:\d{2}|https?:\/\/\S|file:\/\/\S)/iu;

/**
 * Parts the lines that are text from those that stand on page after page (heads, feet, watermarks), the numbers of pages, and what a
 * browser prints around a page.
 */
export function partFurniture(pages: readonly LinedPage[]): {
  readonly pages: readonly LinedPage[];
  readonly furniture: readonly string[];
} {
  const seen = new Map<string, Set<number>>();
  for (const [number, page] of pages.entries())
    for (const key of page.lines.flatMap((line) => keysOf(line, page.height)))
      seen.set(key, (seen.get(key) ?? new Set()).add(number));
  const furniture: string[] = [];
  const kept = pages.map((page) => {
    const printed = page.lines.filter((line) => isMargin(line, page.height) && PRINTED.test(line.text));
    /** Whether it stands there on page after page. */
    const isKnown = (line: Line): boolean => {
      const least = Math.max(isMargin(line, page.height) ? 2 : 3, pages.length / 2);
      return keysOf(line, page.height).some((key) => (seen.get(key)?.size ?? 0) >= least);
    };
    const isFurniture = (line: Line): boolean => {
      const margin = isMargin(line, page.height);
      const row = margin ? page.lines.filter(({ y }) => Math.abs(y - line.y) < NEAR) : [line];
      if (line.y < page.height * MARGIN && isMasthead(row)) return true;
      // Heads of a table that goes on over pages are of the table.
      if (row.filter(({ text }) => isLabel(text)).length >= 2) return false;
      // The title or the number stands in the same row.
      if (margin && printed.some(({ y }) => Math.abs(y - line.y) < NEAR)) return true;
      if (margin && PAGE_NUMBER.test(line.text)) return !row.some((one) => one !== line && !isKnown(one));
      return isKnown(line);
    };
    furniture.push(...toRows(page.lines.filter(isFurniture)).map(together));
    return { ...page, lines: page.lines.filter((line) => !isFurniture(line)) };
  });
  return { pages: kept, furniture };
}

const together = (row: readonly Line[]): string => row.map(({ text }) => text).join(' ');

function isMasthead(row: readonly Line[]): boolean {
  const text = together(row);
  return text.length <= LONGEST_HEAD && DAY.test(text) && OF_PAPER.test(text) && !/[。：:]/u.test(text);
}

const isMargin = ({ y }: Line, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN);

/** What a line is known again by on other pages: its text and place; at the head and foot its figures may differ. */
function keysOf(line: Line, height: number): string[] {
  const text = isMargin(line, height) ? line.text.replace(/\d+/gu, '#') : line.text;
  const row = Math.floor(line.y / NEAR);
  return [`${row} ${text}`, `${row + 1} ${text}`];
}
