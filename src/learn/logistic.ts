import type { LinearModel } from '../model/linear.ts';

/** One thing to learn from: the features that hold, and whether it is what we look for. */
export interface Example {
  /** The article that it comes from. */
  readonly article: string;
  readonly features: readonly string[];
  readonly positive: boolean;
}

export interface TrainingOptions {
  readonly epochs: number;
  /** Step of AdaGrad. */
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly l2: number;
  /** Features seen in fewer articles are left out: they would learn single articles, and their names, by heart. */
  readonly least: number;
}

/**
 * Train a logistic model by AdaGrad, always in the same order: equal examples give equal weights, to the last digit kept.
 *
 * Source: Duchi, Hazan, Singer: Adaptive Subgradient Methods (JMLR 12, 2011).
 */
export function trainLogistic(examples: readonly Example[], options: TrainingOptions): LinearModel {
  const seen = new Map<string, Set<string>>();
  for (const { features, article } of examples) {
    for (const feature of features) {
      const articles = seen.get(feature);
      if (articles) articles.add(article);
      else seen.set(feature, new Set([article]));
    }
  }
  const index = new Map<string, number>();
  for (const [feature, articles] of seen) if (articles.size >= options.least) index.set(feature, index.size);
  const rows = examples.map(({ features }) =>
    Int32Array.from(new Set(features.flatMap((f) => index.get(f) ?? []))),
  );
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-6);
  let bias = 0;
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffled(rows.length, epoch + 1)) {
      const row = rows[at] as Int32Array;
      let sum = bias;
      for (const k of row) sum += weights[k] as number;
      const gradient = 1 / (1 + Math.exp(-sum)) - (examples[at]?.positive === true ? 1 : 0);
      biasSquares += gradient * gradient;
      bias -= (options.rate * gradient) / Math.sqrt(biasSquares);
      for (const k of row) {
        const g = gradient + options.l2 * (weights[k] as number);
        squares[k] = (squares[k] as number) + g * g;
        weights[k] = (weights[k] as number) - (options.rate * g) / Math.sqrt(squares[k] as number);
      }
    }
  }
  const kept: Record<string, number> = {};
  for (const [f, k] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = Math.round((weights[k] as number) * 1000) / 1000;
    if (Math.abs(weight) >= 0.02) kept[f] = weight;
  }
  return { bias: Math.round(bias * 1000) / 1000, weights: kept };
}

/** 0..n-1 in an order that depends on the seed alone (Fisher-Yates over a linear congruential generator). */
function shuffled(n: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let state = seed * 2654435761;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
