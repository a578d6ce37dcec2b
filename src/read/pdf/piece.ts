/** As much of what pdfjs tells of a piece of text as is used here. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/**
 * A stretch of text as it stands on its page. Lines run along x and follow each other along y, whichever way the page is turned and
 * whether it is set across or down; points, from the corner where reading begins.
 */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A page's pieces, and how far its lines reach: `height` across them. */
export interface Page {
  readonly pieces: readonly Piece[];
  readonly height: number;
  /** Whether its text runs from left to right as the page stands. */
  readonly isUpright: boolean;
}

/** The share of a page above and below where a browser prints its own lines. */
const PRINTED_EDGE = 0.04;

/** Degrees that a line may lean; what leans more is a watermark or a stamp. */
const MOST_LEAN = 3;

interface Placed extends Piece {
  /** In quarters of a circle, with the clock; what is set down counts apart. */
  readonly way: string;
}

/** The pieces of a page that run the way most of it does, each once. `view` is the page's own matrix, and its size in it. */
export function toPage(
  items: readonly PdfItem[],
  isVertical: (font: string) => boolean,
  view: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
): Page {
  const set = items.flatMap((item) => place(item, isVertical(item.fontName), view));
  const placed = isSetDown(set) ? setDown(set, view) : set;
  const letters = new Map<string, number>();
  for (const { way, text } of placed) letters.set(way, (letters.get(way) ?? 0) + text.length);
  const [main = '0'] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? [];
  const isAlong = main === '0' || main === '2';
  return {
    pieces: dropDoubles(placed.filter(({ way }) => way === main)),
    height: isAlong ? view.height : view.width,
    isUpright: main === '0',
  };
}

function place(
  { str, transform, width, height }: PdfItem,
  isVertical: boolean,
  view: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
): Placed[] {
  const text = closeUp(str);
  if (text === '') return [];
  const [a, b, , d, x, y] = multiply(view.transform, transform);
  const size = Math.hypot(a, b) || Math.abs(d);
  if (isVertical)
    return [{ text: setAcross(text), x: y, y: view.width - x, width: height, size, way: 'down' }];
  const turned = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.round(turned / 90);
  if (Math.abs(turned - quarter * 90) > MOST_LEAN) return [];
  const way = (quarter + 4) % 4;
  const [along, across] = [
    [x, y],
    [y, view.width - x],
    [view.width - x, view.height - y],
    [view.height - y, x],
  ][way] as [number, number];
  return [{ text: halve(text, width, size), x: along, y: across, width, size, way: String(way) }];
}

/** Whether most of a page's letters stand each below the one before: text that is set down with upright letters. */
function isSetDown(placed: readonly Placed[]): boolean {
  let [below, all] = [0, 0];
  for (const [i, { text, x, y, size, way }] of placed.entries()) {
    all += text.length;
    const next = placed[i + 1];
    if (way !== '0' || text.length > 1 || next?.way !== '0') continue;
    if (Math.abs(next.x - x) < 0.4 * size && next.y - y > 0.5 * size && next.y - y < 2 * size) below++;
  }
  return below > all / 2;
}

/** The pieces of a page that is set down: upright letters, and what is turned between them. */
function setDown(
  placed: readonly Placed[],
  view: { readonly width: number; readonly height: number },
): Placed[] {
  let last: Placed | undefined;
  // What a browser prints above and below runs across.
  const edge = view.height * PRINTED_EDGE;
  const isPrinted = ({ way, y }: Placed) => way === '0' && (y < edge || y > view.height - edge);
  const own = placed.filter((piece) => !isPrinted(piece));
  return own.map((piece) => {
    const { x, y, width, size, way } = piece;
    const set =
      way === '0'
        ? { ...piece, x: y - 0.88 * size, y: view.width - x - width / 2, width: size, way: 'down' }
        : way === '1'
          ? { ...piece, y: y - 0.3 * size, way: 'down' }
          : piece;
    // Stops stand in a corner of their own: what follows in the file follows in the column.
    const isBehind =
      last?.way === 'down' &&
      Math.abs(last.y - set.y) < 0.4 * size &&
      last.x - set.x > 0 &&
      last.x - set.x < size;
    last = isBehind ? { ...set, x: last?.x ?? set.x } : set;
    return last;
  });
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(left: readonly number[], right: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = left as unknown as Matrix;
  const [u, v, w, x, y, z] = right as unknown as Matrix;
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}

/** Stops and brackets have forms of their own where text is set down. */
const setAcross = (text: string): string =>
  text.replace(/[\ufe10-\ufe19\ufe30-\ufe48]/gu, (form) => form.normalize('NFKC'));

/** Text whose letters were set apart, with the blanks between them taken out. */
function closeUp(text: string): string {
  const parts = text.trim().split(/\s+/u);
  const single = parts.filter((part) => [...part].length === 1).length;
  return parts.length >= 3 && single >= parts.length * 0.8 ? parts.join('') : text.trim();
}

/** Text of which each letter was drawn twice at its place: it takes half of the room that so many letters need. */
function halve(text: string, width: number, size: number): string {
  const isDouble =
    text.length >= 4 && /^(?:(\p{Script=Han})\1)+$/u.test(text) && width < text.length * size * 0.75;
  return isDouble ? text.replace(/(.)\1/gu, '$1') : text;
}

/** Bold may be made by drawing a text again, a little beside itself. */
function dropDoubles(pieces: readonly Piece[]): Piece[] {
  const kept = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = kept.get(piece.text) ?? [];
    const near = piece.size * 0.25;
    if (same.some((other) => Math.abs(other.x - piece.x) < near && Math.abs(other.y - piece.y) < near))
      return false;
    kept.set(piece.text, [...same.slice(-50), piece]);
    return true;
  });
}
