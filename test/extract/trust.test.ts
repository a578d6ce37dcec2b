import { describe, expect, it } from 'vitest';
import { trustOf } from '../../src/extract/trust.ts';

const sure = (rule: string, belief = 1, date?: string) =>
  trustOf({ rule, ...(date === undefined ? {} : { date }) }, belief);

describe('how sure a statement is', () => {
  it('is never more than how sure it is that there is what it is told of', () => {
    for (const belief of [0, 0.4, 1]) {
      expect(sure('milestone/trigger', belief)).toBeLessThanOrEqual(belief);
      expect(sure('due/aim', belief, '2025')).toBeLessThanOrEqual(belief);
    }
  });

  it('depends on how often its rule is right, and on whether a day is told', () => {
    expect(sure('milestone/trigger')).toBeLessThan(sure('milestone/raised') ?? 0);
    expect(sure('milestone/trigger', 1, '2025-06')).toBeLessThan(sure('milestone/trigger') ?? 0);
    expect(sure('due/begin', 1, '2025')).toBeLessThan(sure('due/aim', 1, '2025') ?? 0);
  });

  it.each(['due/put-off', 'toString'])('is not known of a rule that was not counted: %s', (rule) => {
    expect(sure(rule)).toBeUndefined();
  });
});
