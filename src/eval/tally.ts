import { Calibration } from './calibration.ts';

/** True and false positives and false negatives of one thing that is scored. */
export interface Count {
  right: number;
  spurious: number;
  missed: number;
}

/** A line of the table. `gold` is what there was to find; the shares are 0..1. */
export interface Score {
  readonly what: string;
  readonly gold: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Counts by what is scored, and the documents' misses and false ones in words. */
export class Tally {
  private readonly counts = new Map<string, Count>();
  /** `DOC - WHAT` missed, `DOC + WHAT` spurious, `DOC ~ WHAT` a wrong value. */
  readonly remarks: string[] = [];
  /** What was said of core entities and of relations, by how sure it was said. */
  readonly calibration = new Calibration();

  add(keys: readonly string[], kind: keyof Count): void {
    for (const key of keys) {
      const count = this.counts.get(key) ?? { right: 0, spurious: 0, missed: 0 };
      count[kind]++;
      this.counts.set(key, count);
    }
  }

  remark(doc: string, sign: '-' | '+' | '~', what: string): void {
    this.remarks.push(`${doc} ${sign} ${what}`);
  }

  scores(): Score[] {
    return [...this.counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([what, { right, spurious, missed }]) => {
        const precision = right / (right + spurious || 1);
        const recall = right / (right + missed || 1);
        const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
        return { what, gold: right + missed, tp: right, fp: spurious, fn: missed, precision, recall, f1 };
      });
  }
}

/** The scores as a table, one line for each. */
export function formatScores(scores: readonly Score[]): string {
  const head = `${'what'.padEnd(26)} gold    tp    fp    fn      P      R     F1`;
  const rows = scores.map(({ what, gold, tp, fp, fn, precision, recall, f1 }) => {
    const counts = [gold, tp, fp, fn].map((n) => `${String(n).padStart(4)} `);
    const shares = [precision, recall, f1].map((n) => n.toFixed(3).padStart(6));
    return [what.padEnd(26), ...counts, ...shares].join(' ');
  });
  return [head, ...rows].join('\n');
}
