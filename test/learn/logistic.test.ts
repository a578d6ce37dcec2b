import { describe, expect, it } from 'vitest';
import { type Example, type TrainingOptions, trainLogistic } from '../../src/learn/logistic.ts';
import { compileModel, type LinearModel, logistic, score } from '../../src/model/linear.ts';

const OPTIONS: TrainingOptions = { epochs: 20, rate: 0.1, l2: 0.002, least: 3 };

/** Positive exactly when the feature `good` holds; `noise` tells nothing. */
const TOY: readonly Example[] = Array.from({ length: 60 }, (_, i) => ({
  article: `a${i % 6}`,
  positive: i % 2 === 0,
  features: [i % 2 === 0 ? 'Company:good' : 'Company:bad', ...(i % 3 === 0 ? ['Company:noise'] : [])],
}));

const belief = (model: LinearModel, ...features: string[]): number =>
  logistic(model.bias + score(compileModel(model), 'Company', features));

describe('training', () => {
  const model = trainLogistic(TOY, OPTIONS);

  it('learns a set that a line can part', () => {
    expect(belief(model, 'good')).toBeGreaterThan(0.85);
    expect(belief(model, 'bad')).toBeLessThan(0.15);
    expect(belief(model, 'good', 'noise')).toBeGreaterThan(0.8);
  });

  it('gives the same weights for the same examples', () => {
    expect(trainLogistic(TOY, OPTIONS)).toEqual(model);
  });

  it('leaves out features of fewer articles than asked', () => {
    const rare = TOY.map((example, i) =>
      i < 20 && example.positive
        ? { ...example, article: `a${i % 4}`, features: [...example.features, 'Company:rare'] }
        : example,
    );
    expect(trainLogistic(rare, OPTIONS).weights).not.toHaveProperty(['Company:rare']);
    expect(trainLogistic(rare, { ...OPTIONS, least: 2 }).weights).toHaveProperty(['Company:rare']);
  });

  it('counts a feature once though an example names it twice', () => {
    const twice = TOY.map((example) => ({
      ...example,
      features: [...example.features, ...example.features],
    }));
    expect(trainLogistic(twice, OPTIONS)).toEqual(model);
  });

  it('writes the weights in the order of their names', () => {
    const names = Object.keys(model.weights);
    expect(names).toEqual(names.toSorted());
  });

  it('of nothing gives a model that believes nothing in particular', () => {
    expect(trainLogistic([], OPTIONS)).toEqual({ bias: 0, weights: {} });
  });
});

describe('a model', () => {
  it('survives JSON', () => {
    const model = trainLogistic(TOY, OPTIONS);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('keeps the weights of one group out of another', () => {
    const model = compileModel({ bias: 0, weights: { 'Zone:a=b:c': 2, 'Company:a=b:c': -1 } });
    expect(score(model, 'Zone', ['a=b:c'])).toBe(2);
    expect(score(model, 'Company', ['a=b:c', 'unknown'])).toBe(-1);
    expect(score(model, 'Project', ['a=b:c'])).toBe(0);
  });
});
