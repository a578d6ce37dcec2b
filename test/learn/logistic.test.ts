import { describe, expect, it } from 'vitest';
import { type Example, type TrainingOptions, trainLogistic } from '../../src/learn/logistic.ts';
import { FeatureNames, type FeatureSink } from '../../src/model/feature.ts';
import { compileModel, type LinearModel, logistic, WeightSum } from '../../src/model/linear.ts';

const OPTIONS: TrainingOptions = { epochs: 20, rate: 0.1, l2: 0.002, least: 3 };

/** Positive exactly when the feature `good` holds; `noise` tells nothing. */
const TOY: readonly Example[] = Array.from({ length: 60 }, (_, i) => ({
  article: `a${i % 6}`,
  positive: i % 2 === 0,
  features: [i % 2 === 0 ? 'Company:good' : 'Company:bad', ...(i % 3 === 0 ? ['Company:noise'] : [])],
}));

const belief = (model: LinearModel, ...features: string[]): number => {
  const sum = new WeightSum(compileModel(model), 'Company');
  for (const feature of features) sum.is(feature);
  return logistic(model.bias + sum.take());
};

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
    const sumOf = (group: string, ...values: string[]): number => {
      const sum = new WeightSum(model, group);
      for (const value of values) sum.one('a', value);
      return sum.take();
    };
    expect(sumOf('Zone', 'b:c')).toBe(2);
    expect(sumOf('Company', 'b:c', 'unknown')).toBe(-1);
    expect(sumOf('Project', 'b:c')).toBe(0);
  });

  it('weighs a feature alike by its whole name and by its parts', () => {
    const told: readonly ((sink: FeatureSink) => void)[] = [
      (sink) => sink.is('torn'),
      (sink) => sink.one('n', 3),
      (sink) => sink.one('in', '&'),
      (sink) => sink.one('own', true),
      (sink) => sink.two('main&d', false, 2),
      (sink) => sink.two('g', 'A&B', 'ab'),
    ];
    for (const tell of told) {
      const list = new FeatureNames();
      tell(list);
      const sum = new WeightSum(compileModel({ bias: 0, weights: { [`Zone:${list.names}`]: 2 } }), 'Zone');
      tell(sum);
      expect(sum.take(), `${list.names}`).toBe(2);
      expect(sum.take()).toBe(0);
    }
  });
});
