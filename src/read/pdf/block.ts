import type { Grid } from './grid.ts';
import { joinWords, LEAST_LETTERS, type Line, toRows } from './line.ts';

/** What stands together on a page, in the order of reading: lines of one column, or the cells of a table by row. */
export type Block = { readonly lines: readonly Line[] } | { readonly cells: readonly (readonly string[])[] };

/** Lines on either side that make columns of a text, and those that make a table. */
const LEAST_PROSE = 3;
const LEAST_TABLE = 2;
/** A headline is so much larger than the text, and so many letters of it are free above. */
const HEADLINE = 1.5;
const HEADLINE_GAP = 0.5;
/** Where columns may part is tried at so many places of a page. */
const MOST_PLACES = 400;

interface Cut {
  readonly at: number;
  readonly bands: readonly Band[];
  readonly worth: number;
}

/** Lines between two that cross the gutter; `crossing` is such a line alone. */
interface Band {
  readonly left: Line[];
  readonly right: Line[];
  readonly crossing: Line[];
}

/**
 * The blocks of a page's lines. Where a gutter runs down between lines, what is left of it is read before what is right of it, as
 * far as no line crosses the gutter; where its sides are short and stand row by row it is a table. Ruled tables are known before.
 */
export function toBlocks(lines: readonly Line[], grids: readonly Grid[] = []): Block[] {
  const [grid, ...below] = grids;
  if (grid === undefined) return toBlocksOfText(lines);
  const isAbove = ({ y }: Line): boolean => y < grid.bottom;
  return [
    ...toBlocksOfText(lines.filter(isAbove)),
    { cells: grid.cells },
    ...toBlocks(
      lines.filter((line) => !isAbove(line)),
      below,
    ),
  ];
}

/** Whether lines that are no text in columns stand beside each other. */
export function mayHoldTable(lines: readonly Line[]): boolean {
  return findCut(lines) !== undefined && !isProse(lines);
}

function toBlocksOfText(lines: readonly Line[]): Block[] {
  const cut = findCut(lines);
  if (cut === undefined) return lines.length === 0 ? [] : [{ lines: inRows(lines) }];
  const headline = findHeadline(lines);
  if (headline !== undefined) {
    const isAbove = ({ y }: Line): boolean => y < headline;
    return [
      ...toBlocksOfText(lines.filter(isAbove)),
      ...toBlocksOfText(lines.filter((line) => !isAbove(line))),
    ];
  }
  const blocks: Block[] = [];
  let loose: Line[] = [];
  const flush = (): void => {
    // Another gutter may part some of what this one does not.
    if (loose.length < lines.length) blocks.push(...toBlocksOfText(loose));
    else blocks.push({ lines: inRows(loose) });
    loose = [];
  };
  for (const band of cut.bands) {
    const [before, ...sides] = partSides(band);
    loose.push(...before);
    if (sides.every((side) => isLong(side) && isProse(side))) {
      flush();
      for (const side of sides) blocks.push(...toBlocksOfText(side));
    } else if (sides.every((side) => side.length >= LEAST_TABLE) && !isTable(...sides)) {
      flush();
      for (const side of sides) blocks.push(...toBlocksOfText(side));
    } else if (sides.every((side) => side.length >= LEAST_TABLE)) {
      const [rows, after] = partRows(...sides);
      flush();
      blocks.push({ cells: toCells(rows) });
      loose.push(...after);
    } else loose.push(...sides.flat());
    loose.push(...band.crossing);
  }
  flush();
  return blocks;
}

/**
 * Where the first headline stands that nothing stands beside or shortly above: what is above it is of another article, in columns of
 * its own. Undefined where there is none.
 */
function findHeadline(lines: readonly Line[]): number | undefined {
  const sizes = lines
    .flatMap(({ size, text }) => Array<number>(text.length).fill(size))
    .sort((a, b) => a - b);
  const body = sizes[sizes.length >> 1] ?? 0;
  const isLarge = ({ size }: Line): boolean => size >= HEADLINE * body;
  const rows = toRows(lines);
  const at = rows.findIndex((row, i) => {
    const [first] = row;
    const above = rows[i - 1];
    if (first === undefined || above === undefined || !row.every(isLarge) || above.some(isLarge))
      return false;
    return first.y - first.size - Math.max(...above.map(({ y }) => y)) > HEADLINE_GAP * body;
  });
  return at < 0 ? undefined : Math.min(...(rows[at] ?? []).map(({ y }) => y));
}

/** The gutter with the most lines beside it. */
function findCut(lines: readonly Line[]): Cut | undefined {
  const ordered = [...lines].sort((a, b) => a.y - b.y);
  const places = [...new Set(lines.map(({ end }) => Math.ceil(end) + 0.5))];
  const step = Math.ceil(places.length / MOST_PLACES);
  let best: Cut | undefined;
  for (const at of places.filter((_, i) => i % step === 0)) {
    const bands: Band[] = [{ left: [], right: [], crossing: [] }];
    for (const line of ordered) {
      const band = bands.at(-1) as Band;
      if (line.end <= at) band.left.push(line);
      else if (line.start >= at) band.right.push(line);
      else {
        band.crossing.push(line);
        bands.push({ left: [], right: [], crossing: [] });
      }
    }
    const worth = bands
      .filter(({ left, right }) => Math.min(left.length, right.length) >= LEAST_TABLE)
      .reduce(
        (sum, { left, right }) => sum + 2 * Math.min(left.length, right.length) + left.length + right.length,
        0,
      );
    // A gutter that headlines cross lies between columns of theirs.
    const crossed = worth / (1 + 0.3 * (bands.length - 1));
    if (crossed > (best?.worth ?? 0)) best = { at, bands, worth: crossed };
  }
  return best;
}

/** Whether lines are those of a text, in one column or several: they fill their column, and some have stops. */
function isProse(lines: readonly Line[]): boolean {
  const cut = findCut(lines);
  if (cut !== undefined)
    return cut.bands
      .flatMap(({ left, right }) => [left, right])
      .filter((side) => side.length >= LEAST_PROSE)
      .every(isProse);
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  const full = lines.filter((line) => line.end - line.start >= (end - start) * 0.7 && line.text.length >= 7);
  const stopped = lines.filter(({ text }) => /[，。；：、！？“”]/u.test(text));
  return full.length >= lines.length * 0.45 && stopped.length >= lines.length * 0.2;
}

/** Whether lines are enough for a column: three, or two of which the first is as long as those of columns are. */
function isLong(side: readonly Line[]): boolean {
  return side.length >= LEAST_PROSE || (side.length > 1 && (side[0]?.text.length ?? 0) >= LEAST_LETTERS);
}

/** Whether two sides are a table: most lines of the shorter one have another beside them. */
function isTable(left: readonly Line[], right: readonly Line[]): boolean {
  const isLeft = new Set(left);
  const rows = toRows([...left, ...right]).map((row) => ({
    onLeft: row.some((line) => isLeft.has(line)),
    onRight: row.some((line) => !isLeft.has(line)),
  }));
  const both = rows.filter(({ onLeft, onRight }) => onLeft && onRight).length;
  const fewer = Math.min(
    rows.filter(({ onLeft }) => onLeft).length,
    rows.filter(({ onRight }) => onRight).length,
  );
  return both >= fewer * 0.6;
}

/** Lines of one column that stand in a row are one line. */
function inRows(lines: readonly Line[]): Line[] {
  return toRows(lines).map((row) => ({
    text: row.map(({ text }) => text).join(' '),
    start: row[0]?.start ?? 0,
    end: Math.max(...row.map(({ end }) => end)),
    y: row[0]?.y ?? 0,
    size: Math.max(...row.map(({ size }) => size)),
  }));
}

/** What of a band stands above the place where both its sides have begun, and the sides from there. */
function partSides({ left, right }: Band): [before: Line[], left: Line[], right: Line[]] {
  const [first, second] = [left[0], right[0]];
  if (first === undefined || second === undefined) return [[...left, ...right], [], []];
  const top = Math.max(first.y, second.y) - 1.5 * Math.max(first.size, second.size);
  const from = (side: readonly Line[]) => side.filter(({ y }) => y >= top);
  // What is no headline is the beginning of the column itself.
  const before = [...left, ...right].filter(({ y }) => y < top);
  if (before.length >= LEAST_PROSE && isProse(before)) return [[], [...left], [...right]];
  return [before, from(left), from(right)];
}

/** The rows of a table, down to the last that has something on either side of its gutter, and the lines after them. */
function partRows(left: readonly Line[], right: readonly Line[]): [Line[], Line[]] {
  const isLeft = new Set(left);
  const rows = toRows([...left, ...right]);
  const last = rows.findLastIndex(
    (row) => row.some((line) => isLeft.has(line)) && row.some((line) => !isLeft.has(line)),
  );
  return [rows.slice(0, last + 1 || rows.length).flat(), rows.slice(last + 1 || rows.length).flat()];
}

/**
 * Cells by row and column. Columns are what no line crosses; a row that begins in a later one goes on with the row that is nearest, above
 * or below: cells may stand in the middle of their row.
 */
function toCells(lines: readonly Line[]): string[][] {
  const columns: { start: number; end: number }[] = [];
  for (const { start, end } of [...lines].sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  const rows = toRows(lines).map((row) => {
    const y = Math.min(...row.map((line) => line.y));
    const texts = columns.map(({ start, end }) =>
      row
        .filter((line) => line.start >= start && line.end <= end)
        .map(({ text }) => text)
        .reduce((all, text) => joinWords(all, text, true), ''),
    );
    return { y, texts };
  });
  const begun = rows.filter(({ texts }, i) => i === 0 || texts[0] !== '');
  const cells = new Map(begun.map((row) => [row, columns.map(() => '')]));
  for (const { y, texts } of rows) {
    const apart = (one: (typeof begun)[number]) => Math.abs(one.y - y);
    // Of equals the one above: most cells begin at the top of their row.
    const own = begun.reduce((best, one) => (apart(one) < apart(best) ? one : best));
    const joined = cells.get(own) ?? [];
    for (const [i, text] of texts.entries()) joined[i] = joinWords(joined[i] ?? '', text, true);
  }
  return [...cells.values()];
}
