/**
 * A logistic model over named binary features: the weights that are not zero. Plain data, so that it survives JSON.
 *
 * A feature is named `GROUP:NAME`; each group (a type of mention or of relation) has weights of its own.
 */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The same model with its weights by group, for fast look-up. */
export interface CompiledModel {
  readonly bias: number;
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function compileModel({ bias, weights }: LinearModel): CompiledModel {
  const groups = new Map<string, Map<string, number>>();
  for (const [feature, weight] of Object.entries(weights)) {
    const colon = feature.indexOf(':');
    const [group, name] = [feature.slice(0, colon), feature.slice(colon + 1)];
    const known = groups.get(group);
    if (known) known.set(name, weight);
    else groups.set(group, new Map([[name, weight]]));
  }
  return { bias, groups };
}

/** The sum of the weights of features of one group; unknown features count nothing. */
export function score(model: CompiledModel, group: string, features: readonly string[]): number {
  const weights = model.groups.get(group);
  let sum = 0;
  if (weights) for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** What one feature weighs: above 0 for, below 0 against. */
export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

/** The parts of a score, each feature once, the weightiest first; what weighs nothing is left out. */
export function reasonsOf(model: CompiledModel, group: string, features: readonly string[]): Reason[] {
  const weights = model.groups.get(group);
  const sums = new Map<string, number>();
  for (const feature of features) {
    const weight = weights?.get(feature) ?? 0;
    if (weight !== 0) sums.set(feature, (sums.get(feature) ?? 0) + weight);
  }
  return [...sums]
    .map(([feature, weight]) => ({ feature, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** A sum as a probability: 0..1. */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
