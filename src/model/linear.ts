import type { FeatureSink, FeatureValue } from './feature.ts';

/**
 * A logistic model over named binary features: the weights that are not zero. Plain data, so that it survives JSON.
 *
 * A feature is named `GROUP:NAME`; each group (a type of mention or of relation) has weights of its own.
 */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The weights of one group under the parts of their names, as a `FeatureSink` is told them. */
export interface Weights {
  readonly is: ReadonlyMap<string, number>;
  readonly one: ReadonlyMap<string, ReadonlyMap<FeatureValue, number>>;
  readonly two: ReadonlyMap<string, ReadonlyMap<FeatureValue, ReadonlyMap<FeatureValue, number>>>;
}

/** The same model with its weights by group, for fast look-up. */
export interface CompiledModel extends LinearModel {
  readonly groups: ReadonlyMap<string, Weights>;
}

interface Growing {
  readonly is: Map<string, number>;
  readonly one: Map<string, Map<FeatureValue, number>>;
  readonly two: Map<string, Map<FeatureValue, Map<FeatureValue, number>>>;
}

const NONE: Weights = { is: new Map(), one: new Map(), two: new Map() };

export function compileModel({ bias, weights }: LinearModel): CompiledModel {
  const groups = new Map<string, Growing>();
  for (const [feature, weight] of Object.entries(weights)) {
    const colon = feature.indexOf(':');
    const group = getOrAdd(
      groups,
      feature.slice(0, colon),
      (): Growing => ({ is: new Map(), one: new Map(), two: new Map() }),
    );
    const full = feature.slice(colon + 1);
    const equals = full.indexOf('=');
    group.is.set(full, weight);
    if (equals < 0) continue;
    const [name, value] = [full.slice(0, equals), full.slice(equals + 1)];
    const one = getOrAdd(group.one, name, () => new Map());
    for (const key of keysOf(value)) one.set(key, weight);
    const and = value.lastIndexOf('&');
    if (and < 0) continue;
    const two = getOrAdd(group.two, name, () => new Map());
    for (const a of keysOf(value.slice(0, and)))
      for (const b of keysOf(value.slice(and + 1))) getOrAdd(two, a, () => new Map()).set(b, weight);
  }
  return { bias, weights, groups };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** What may be told for a value that is written so: `3` is a word or a count. */
function keysOf(value: string): FeatureValue[] {
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  return String(Number(value)) === value ? [value, Number(value)] : [value];
}

/** Adds up the weights of the features of one group; unknown features count nothing. */
export class WeightSum implements FeatureSink {
  value = 0;
  private readonly weights: Weights;

  constructor(model: CompiledModel, group: string) {
    this.weights = model.groups.get(group) ?? NONE;
  }

  is(name: string): void {
    this.value += this.weights.is.get(name) ?? 0;
  }

  one(name: string, value: FeatureValue): void {
    this.value += this.weights.one.get(name)?.get(value) ?? 0;
  }

  two(name: string, a: FeatureValue, b: FeatureValue): void {
    this.value += this.weights.two.get(name)?.get(a)?.get(b) ?? 0;
  }

  /** The sum so far; the next begins at nothing. */
  take(): number {
    const { value } = this;
    this.value = 0;
    return value;
  }
}

/** What one feature weighs: above 0 for, below 0 against. */
export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

/** The parts of a score, each feature once, the weightiest first; what weighs nothing is left out. */
export function reasonsOf(model: CompiledModel, group: string, features: readonly string[]): Reason[] {
  const weights = model.groups.get(group)?.is;
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
