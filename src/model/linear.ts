/** A logistic model over named binary features: the weights that are not zero. Plain data, so that it survives JSON. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** How likely a thing with these features is what the model was trained to tell: 0..1. Unknown features count nothing. */
export function probability(model: LinearModel, features: readonly string[]): number {
  let sum = model.bias;
  for (const feature of features) sum += model.weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
