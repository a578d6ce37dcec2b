import { toRows } from '../table.ts';
import type { Block } from './block.ts';
import { joinWords, LEAST_LETTERS, type Line } from './line.ts';

/** Letters that a line may be short of its column and go on: stops and words of the West are not torn. Less where it ends in a stop. */
const SHORT = 3.5;
const SHORT_STOP = 1.5;
/** Lines farther apart than so many letters are no text. */
const MOST_PITCH = 2.4;
/** Letters that a line may begin later and still go on. */
const INDENT = 0.8;

const ENDS = /[。！？!?;；：:…”"』」》）)】]$/u;

/** How a block's lines are set. */
interface Setting {
  readonly start: number;
  readonly end: number;
  /** From one base line to the next. */
  readonly pitch: number;
  readonly count: number;
}

/** The text of blocks in their order: a line a paragraph or row of a table. A paragraph goes on over columns and pages. */
export function toText(blocks: readonly Block[]): string {
  const paragraphs: string[] = [];
  let last: { readonly line: Line; readonly setting: Setting } | undefined;
  for (const block of blocks) {
    if ('cells' in block) {
      paragraphs.push(...toRows(block.cells, paragraphs.at(-1)));
      last = undefined;
      continue;
    }
    const setting = settingOf(block.lines);
    for (const [i, line] of block.lines.entries()) {
      const goesOn =
        last !== undefined &&
        (i > 0
          ? continues(last.line, line, setting)
          : continuesAcross(last.line, last.setting, line, setting));
      if (goesOn) paragraphs.push(goOn(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      last = { line, setting };
    }
  }
  return paragraphs.join('\n');
}

/** A text and its next line: a figure at the end of a full line goes on with the figures that begin the next. */
function goOn(text: string, line: string): string {
  return joinWords(text, line, !(/\d$/u.test(text) && /^\d/u.test(line)));
}

function settingOf(lines: readonly Line[]): Setting {
  // Most of a text is set in one size: titles do not say how wide it is.
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const body = sizes[sizes.length >> 1] ?? 0;
  const set = lines.filter(({ size }) => isAlike(size, body));
  const steps = lines
    .slice(1)
    .map(({ y }, i) => y - (lines[i]?.y ?? y))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return {
    start: Math.min(...set.map(({ start }) => start)),
    end: Math.max(...set.map(({ end }) => end)),
    pitch: Math.min(steps[(steps.length - 1) >> 1] ?? body * 1.6, body * MOST_PITCH),
    count: lines.length,
  };
}

const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.12 * Math.max(a, b);

const isFull = (line: Line, { end }: Setting): boolean =>
  line.text.length >= LEAST_LETTERS &&
  line.end >= end - (ENDS.test(line.text) ? SHORT_STOP : SHORT) * line.size;

const isIndented = (line: Line, { start }: Setting): boolean => line.start > start + INDENT * line.size;

/** Whether a line of a block goes on with the one before. */
function continues(line: Line, next: Line, setting: Setting): boolean {
  if (!isAlike(line.size, next.size)) return false;
  const step = next.y - line.y;
  if (step > Math.max(1.4 * setting.pitch, 1.2 * line.size)) return false;
  if (isTitle(line, next)) return true;
  return isFull(line, setting) && !isIndented(next, setting);
}

/** A title of two lines is centred, and the first has no stop. */
function isTitle(line: Line, next: Line): boolean {
  const middle = (one: Line) => (one.start + one.end) / 2;
  const isCentred =
    Math.abs(middle(line) - middle(next)) < line.size * 0.5 && Math.abs(line.start - next.start) > line.size;
  return isCentred && line.text.length >= 6 && line.size >= 14 && !ENDS.test(line.text);
}

/** Whether a block's first line goes on with the last of the block before, in another column or on another page. */
function continuesAcross(line: Line, before: Setting, next: Line, after: Setting): boolean {
  if (!isAlike(line.size, next.size) || ENDS.test(line.text) || before.count < 2) return false;
  return isFull(line, before) && !isIndented(next, after);
}
