import type { FactRow, ValueRange } from '../contract/entity.ts';
import { PROJECT_STATUSES } from '../model/entity.ts';
import { comparedValue } from './statement.ts';

/** What of a fact tells how far articles are apart. */
type Stated = Pick<FactRow, 'name' | 'value' | 'currency'> & { readonly article: { readonly id: string } };

const STATES: readonly unknown[] = PROJECT_STATUSES;

/**
 * The ranges of what articles state differently: sums in yuan by size, states by progress. Names in order; one that all agree on, or
 * whose values have no order, is not among them.
 */
export function toRanges(facts: readonly Stated[]): ValueRange[] {
  const names = [...new Set(facts.map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const own = facts.filter((fact) => fact.name === name && comparedValue(fact) !== undefined);
    const values = [...new Set(own.flatMap((fact) => comparedValue(fact) ?? []))].sort(
      (a, b) => rank(a) - rank(b),
    );
    const [lowest, highest] = [values[0], values.at(-1)];
    if (values.length < 2 || lowest === undefined || highest === undefined || !haveOrder(values)) return [];
    const articles = new Set(own.map(({ article }) => article.id)).size;
    return [{ name, lowest, highest, values: values.length, articles }];
  });
}

function haveOrder(values: readonly (string | number)[]): boolean {
  return (
    values.every((value) => typeof value === 'number') || values.every((value) => STATES.includes(value))
  );
}

function rank(value: string | number): number {
  return typeof value === 'number' ? value : STATES.indexOf(value);
}
