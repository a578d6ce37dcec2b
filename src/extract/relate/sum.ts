import { type Fact, OF_PHASE } from '../../model/entity.ts';
import type { Amount } from './amount.ts';

/** A sum that is told of an entity, by its index. */
export interface OwnedSum {
  readonly entity: number;
  readonly amount: Amount;
}

type Investment = Omit<Fact, 'name' | 'quote' | 'confidence'> & {
  readonly entity: number;
  readonly name: 'investment';
};

/**
 * The statements of investment. The sum of a phase is no more than a bound of the whole, which costs at least so much. Where the article
 * knows the project by its phase alone (晨星电池项目二期), its one sum is the project's own; its rule says that it is of a phase.
 */
export function toInvestments(
  sums: readonly OwnedSum[],
  isPhaseItself: (entity: number) => boolean,
): Investment[] {
  const count = new Map<number, number>();
  for (const { entity } of sums) count.set(entity, (count.get(entity) ?? 0) + 1);
  return sums.map(({ entity, amount: { role: _, isPhase, ...sum } }): Investment => {
    const { start, end, currency, bound, value, min = value } = sum;
    const stated = { entity, name: 'investment', start, end } as const;
    const isBound = isPhase && !(count.get(entity) === 1 && isPhaseItself(entity));
    if (min === undefined && (isBound || sum.max === undefined))
      return { ...stated, rule: 'amount/set-aside' };
    if (!isBound || min === undefined)
      return { ...stated, ...sum, rule: isPhase ? OF_PHASE : 'amount/investment' };
    const least = { min, bound: bound === 'over' ? bound : ('atLeast' as const) };
    return { ...stated, ...least, ...(currency === undefined ? {} : { currency }), rule: OF_PHASE };
  });
}
