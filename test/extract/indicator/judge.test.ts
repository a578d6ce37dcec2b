import { describe, expect, it } from 'vitest';
import { judgeIndicators } from '../../../src/extract/indicator/index.ts';
import type { Proposal } from '../../../src/extract/indicator/proposal.ts';

const LEAST = { told: 0.4, open: 0.7, owner: 0.9 };

function proposal(own: Partial<Proposal> & { readonly owner?: number } = {}): Proposal {
  const { owner, ...rest } = own;
  const figure = { kind: 'money', value: 5, unit: 'CNY', said: '元', isFormer: false } as const;
  const reading = {
    ...({ name: 'output', unit: 'CNY', start: 0, end: 4, rule: 'indicator/money' } as const),
    figure: { ...figure, lead: 2, start: 2, end: 4 },
    ...(owner === undefined ? {} : { owner }),
  };
  return { reading, sentence: 0, entity: 0, isOfPart: false, planned: false, ...rest };
}

const judge = (one: Proposal, told: number, entity: number, share: number) =>
  judgeIndicators([one], [{ told, owner: { entity, share } }], LEAST)[0];

describe('judgeIndicators', () => {
  it('lets a figure stand whose owner a rule has found, unless the verdict doubts that it is told', () => {
    expect(judge(proposal(), 0.5, 0, 0.6)).toMatchObject({
      entity: 0,
      value: 5,
      planned: false,
      belief: 0.3,
    });
    expect(judge(proposal(), 0.3, 0, 0.9)).toBeUndefined();
  });

  it('gives it to another thing only where the verdict is sure of that', () => {
    expect(judge(proposal(), 0.9, 1, 0.95)?.entity).toBe(1);
    expect(judge(proposal(), 0.9, 1, 0.8)?.entity).toBe(0);
  });

  it('tells what is bare only where the verdict is sure of all of it', () => {
    const sure = proposal();
    const bare = { ...sure, reading: { ...sure.reading, isBare: true } };
    expect(judge(bare, 0.9, 0, 0.9)?.value).toBe(5);
    expect(judge(bare, 0.9, 0, 0.6)).toBeUndefined();
  });

  it('tells what rules give to nobody, or call a part, only where the verdict is sure of all of it', () => {
    const { entity: _, ...nobody } = proposal();
    expect(judge(nobody, 0.9, 1, 0.9)?.entity).toBe(1);
    expect(judge(nobody, 0.9, 1, 0.7)).toBeUndefined();
    expect(judge(proposal({ isOfPart: true }), 0.9, 0, 0.9)?.entity).toBe(0);
    expect(judge(proposal({ isOfPart: true }), 0.5, 0, 0.9)).toBeUndefined();
  });

  it('leaves a figure where grammar says whose it is: one growth each of several that are named together', () => {
    expect(judge(proposal({ owner: 0 }), 0.9, 1, 0.95)).toMatchObject({ entity: 0, belief: 0.9 });
  });
});
