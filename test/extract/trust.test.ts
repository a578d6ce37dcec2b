import { describe, expect, it } from 'vitest';
import { trustOf } from '../../src/extract/trust.ts';

describe('how sure a statement is', () => {
  it('is never more than how sure it is that there is what it is told of', () => {
    for (const belief of [0, 0.4, 1])
      expect(trustOf('amount/investment', belief)).toBeLessThanOrEqual(belief);
  });

  it('depends on how often its rule is right', () => {
    expect(trustOf('milestone/trigger', 1)).toBeLessThan(trustOf('amount/investment', 1) ?? 0);
  });

  it.each(['due/aim', 'toString'])('is not known of a rule that was not counted: %s', (rule) => {
    expect(trustOf(rule, 1)).toBeUndefined();
  });
});
