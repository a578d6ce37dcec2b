import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TopList } from '../../src/answer/top.ts';

it('keeps what sorting and cutting would keep, in the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ score: fc.nat(5), at: fc.nat(9) })), fc.nat(6), (all, limit) => {
      const compare = (a: { score: number }, b: { score: number }) => b.score - a.score;
      const best = new TopList(limit, compare);
      for (const one of all) best.add(one);
      expect(best.list()).toEqual([...all].sort(compare).slice(0, limit));
    }),
  );
});
