import { isBlank, isInvisible, normaliseCharacter } from './normalise.ts';
import { toSimplified } from './script.ts';

/** A line of the original text, half-width and simplified; unit i of `text` stands for the original [starts[i], ends[i]). */
export interface Line {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with its marks is at most so long. */
const MOST_UNITS = 8;

const ENDS = /[。!?;:…”"')】》]$/u;

/** The lines that hold anything, in order, white space trimmed at both ends and runs of it folded to one space. */
export function toLines(original: string): Line[] {
  const lines: Line[] = [];
  let text: string[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  let blank = -1;
  const flush = (): void => {
    if (text.length > 0) {
      const line = text.join('');
      lines.push({ text: toSimplified(line), starts, ends });
    }
    text = [];
    starts = [];
    ends = [];
    blank = -1;
  };
  for (let i = 0; i < original.length; ) {
    const code = original.charCodeAt(i);
    const width = widthAt(original, i);
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) {
      flush();
      if (code === 0x0d && original.charCodeAt(i + 1) === 0x0a) i++;
    } else if (isInvisible(code)) {
      // It may stand in the middle of a name.
    } else if (isBlank(code)) {
      if (blank < 0) blank = i;
    } else {
      if (blank >= 0 && text.length > 0) {
        text.push(' ');
        starts.push(blank);
        ends.push(i);
      }
      blank = -1;
      const unit = normaliseCharacter(original.slice(i, i + width));
      for (let k = 0; k < unit.length; k++) {
        text.push(unit[k] ?? '');
        starts.push(i);
        ends.push(i + width);
      }
    }
    i += width;
  }
  flush();
  return lines;
}

/** How many units a character takes with the marks that follow it and belong to it, at most eight. */
function widthAt(text: string, at: number): number {
  let width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  while (width < MOST_UNITS && isMark(text.charCodeAt(at + width))) width++;
  return width;
}

/** Whether a unit is a mark of Latin letters that stands behind its letter. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/** A page that was wrapped has so many lines at least, and of those without a stop at their end so many are as wide as it is. */
const FEWEST_LINES = 6;
const WIDE = 0.8;
const SHARE_OF_WIDE = 0.6;
/** So wide, in Han characters, a page is; and so many of its lines have a stop in them, which lists of names have not. */
const [NARROWEST, WIDEST] = [10, 60];
const SHARE_OF_STOPS = 0.15;

/** Whether the lines are those of a page that was wrapped at a fixed width, as in text taken out of a PDF. */
export function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < FEWEST_LINES) return false;
  const open = lines.filter((line) => !ENDS.test(line.text));
  if (open.length <= lines.length * 0.6) return false;
  const widths = open.map(widthOf).sort((a, b) => a - b);
  const page = widths[Math.floor(widths.length * 0.8)] ?? 0;
  if (page < NARROWEST || page > WIDEST || (widths.at(-1) ?? 0) > 2 * WIDEST) return false;
  const wide = widths.filter((width) => width >= page * WIDE).length;
  const stopped = lines.filter(({ text }) => /[,。;、]/u.test(text)).length;
  return wide >= open.length * SHARE_OF_WIDE && stopped >= lines.length * SHARE_OF_STOPS;
}

/** How wide a line is set, in Han characters: those of the West take half of one. */
function widthOf({ text }: Line): number {
  const western = text.match(/[\x21-\x7e]/gu)?.length ?? 0;
  return text.replace(/\s/gu, '').length - western / 2;
}

/** Whether `next` goes on where `line` broke off: in a wrapped page unless a stop ends the line, else only between two long lines. */
export function continues(line: Line, next: Line, wrapped: boolean): boolean {
  if (ENDS.test(line.text)) return wrapped && /^[)】》”,、。;]/u.test(next.text);
  if (wrapped) return true;
  const long = line.text.length >= 40 && /[,。;]/u.test(line.text);
  return long && next.text.length >= 20 && /[,。;、]/u.test(next.text);
}
