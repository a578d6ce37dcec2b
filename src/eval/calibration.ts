/** Confidence is told apart at these; a last band begins at the last one and holds 1 too. */
const BANDS = [0, 0.3, 0.5, 0.7, 0.9] as const;

/** Of what was said with a confidence in [from, to): how much, and how much of it was right. */
export interface Band {
  readonly what: string;
  /** 0..1; the last band, to 1, holds 1 too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** Of what was said, how much was right; and the confidence with which it was said, on average. 0..1 */
  readonly share: number;
  readonly confidence: number;
}

interface Sum {
  count: number;
  right: number;
  confidence: number;
}

/** Whether a confidence means what it says: of what is said with 0.8, four of five should be right. */
export class Calibration {
  private readonly sums = new Map<string, Sum[]>();

  /** Takes in one thing that was said; a document that tells no confidence says nothing here. */
  add(what: string, confidence: number | undefined, right: boolean): void {
    if (confidence === undefined) return;
    const sums = this.sums.get(what) ?? BANDS.map((): Sum => ({ count: 0, right: 0, confidence: 0 }));
    this.sums.set(what, sums);
    const sum = sums[BANDS.findLastIndex((from) => confidence >= from)];
    if (sum === undefined) return;
    sum.count++;
    sum.confidence += confidence;
    if (right) sum.right++;
  }

  /** The bands of all that was added, by name and from the lowest; the lowest, below what is mostly said, only if it has any. */
  bands(): Band[] {
    return [...this.sums]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([what, sums]) =>
        sums.map(
          ({ count, right, confidence }, i): Band => ({
            what,
            from: BANDS[i] ?? 0,
            to: BANDS[i + 1] ?? 1,
            count,
            right,
            share: right / (count || 1),
            confidence: confidence / (count || 1),
          }),
        ),
      )
      .filter(({ from, count }) => from > 0 || count > 0);
  }
}

/** The bands as a table, one line for each. */
export function formatBands(bands: readonly Band[]): string {
  const head = `${'confidence'.padEnd(26)} said right  share   mean`;
  const rows = bands.map(({ what, from, to, count, right, share, confidence }) => {
    const name = `${what} ${from.toFixed(1)}-${to.toFixed(1)}`.padEnd(26);
    const counts = [count, right].map((n) => String(n).padStart(4)).join('  ');
    return `${name} ${counts} ${[share, confidence].map((n) => n.toFixed(3).padStart(6)).join(' ')}`;
  });
  return [head, ...rows].join('\n');
}
