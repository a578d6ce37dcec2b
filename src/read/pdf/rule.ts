/** A line that is drawn along a page or down it, in points from its upper left corner. */
export interface Rule {
  readonly way: 'along' | 'down';
  /** Where it stands across its way, and from where to where it goes. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** As much of what pdfjs tells of the drawing of a page as is used here. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Numbers of the steps of a drawing. */
export type Steps = Readonly<Record<'save' | 'restore' | 'transform' | 'constructPath' | 'endPath', number>>;

/** Shorter lines are corners and strokes of letters, thicker ones are areas. */
const SHORTEST = 6;
const THICKEST = 2.5;
/** A page with more lines than this is a picture. */
const MOST_RULES = 5000;

type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** How many numbers follow each step of a path. */
const LENGTHS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The lines that a page is ruled with: each edge of what is drawn that runs along it or down it; none where it is a picture. */
export function readRules({ fnArray, argsArray }: Drawing, steps: Steps, view: readonly number[]): Rule[] {
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let now = multiply(view as Matrix, SAME);
  for (const [i, step] of fnArray.entries()) {
    const values = argsArray[i] as readonly unknown[] | null;
    if (step === steps.save) kept.push(now);
    else if (step === steps.restore) now = kept.pop() ?? now;
    else if (step === steps.transform) now = multiply(now, values as unknown as Matrix);
    // What is only clipped to is not drawn.
    else if (step === steps.constructPath && values?.[0] !== steps.endPath) {
      const [path] = (values?.[1] ?? []) as readonly (ArrayLike<number> | null)[];
      if (path) addEdges(rules, Array.from(path), now);
    }
    if (rules.length > MOST_RULES) return [];
  }
  return rules;
}

function addEdges(rules: Rule[], path: readonly number[], matrix: Matrix): void {
  let [x, y] = [0, 0];
  let [firstX, firstY] = [0, 0];
  const go = (toX: number, toY: number): void => {
    const [along, down] = [Math.abs(toX - x), Math.abs(toY - y)];
    if (along >= SHORTEST && down <= THICKEST)
      rules.push({ way: 'along', at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
    else if (down >= SHORTEST && along <= THICKEST)
      rules.push({ way: 'down', at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
    [x, y] = [toX, toY];
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? 4;
    const length = LENGTHS[step] ?? 0;
    const [pointX = 0, pointY = 0] = apply(matrix, path[i + length - 1] ?? 0, path[i + length] ?? 0);
    if (step === 0) [x, y, firstX, firstY] = [pointX, pointY, pointX, pointY];
    else if (step === 1) go(pointX, pointY);
    else if (step === 4) go(firstX, firstY);
    else [x, y] = [pointX, pointY];
    i += length + 1;
  }
}

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];

function multiply([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}
