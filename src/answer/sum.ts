import type { ProjectRow, Total } from '../contract/profile.ts';
import { known } from './properties.ts';
import type { Claim } from './statement.ts';

/** What a project costs: at least and at most, in yuan or in units of a currency; no `most` is none that is told. */
export interface Cost<T extends Claim = Claim> {
  readonly least: number;
  readonly most?: number;
  readonly currency?: string;
  readonly statement?: T;
}

/**
 * What a project costs by what is told of it, the newest first: its one sum in yuan; where there is none the newest range or bound in
 * yuan, then the newest sum in foreign money. Undefined where nothing is told.
 */
export function costOf<T extends Claim>(
  investment: number | undefined,
  told: readonly T[],
): Cost<T> | undefined {
  const sums = wholeSums(told);
  const inYuan = sums.filter(({ currency }) => currency === undefined);
  if (investment !== undefined) {
    const statement = inYuan.find(({ value }) => value === investment);
    return known({ least: investment, most: investment, statement }) as Cost<T>;
  }
  const newest = inYuan[0] ?? sums[0];
  if (newest === undefined) return undefined;
  const { value, min, max, currency } = newest;
  const one = typeof value === 'number' ? value : undefined;
  return known({ least: one ?? min ?? 0, most: one ?? max, currency, statement: newest }) as Cost<T>;
}

/** The sums of a project as a whole; those of its phases where no other is told. */
export function wholeSums<T extends Claim>(told: readonly T[]): T[] {
  const sums = told.filter(({ name }) => name === 'investment');
  const whole = sums.filter(({ isOfPhase }) => !isOfPhase);
  return whole.length > 0 ? whole : sums;
}

/**
 * The sum of projects, each counted once: `yuan` over those with one sum in yuan; `least` and `most` with the ranges and bounds of
 * others; foreign money apart. What is left out is told with why.
 */
export function totalOf(projects: readonly ProjectRow[]): Total {
  const kept = projects.filter(({ leftOut }) => leftOut === undefined);
  const exact = kept.flatMap(({ investment }) => investment ?? []);
  const inYuan = kept.flatMap(({ cost }) => (cost && cost.currency === undefined ? [cost] : []));
  const yuan = exact.reduce((total, sum) => total + sum, 0);
  const currencies = [...new Set(kept.flatMap(({ cost }) => cost?.currency ?? []))].sort();
  return {
    yuan,
    counted: exact.length,
    ...between(inYuan),
    ranged: inYuan.length - exact.length,
    foreign: currencies.map((currency) => {
      const own = kept.flatMap(({ cost }) => (cost?.currency === currency ? [cost] : []));
      return { currency, counted: own.length, ...between(own) };
    }),
    leftOut: projects.flatMap(toLeftOut).sort((a, b) => (a.project.id < b.project.id ? -1 : 1)),
  };
}

/** Why a project's sum is not in a total, if it is not. */
function toLeftOut({ project, leftOut, countedWith, cost }: ProjectRow): Total['leftOut'] {
  const isForeign = cost?.currency !== undefined;
  const why = leftOut ?? (cost === undefined ? 'unknown' : isForeign ? 'foreign' : undefined);
  return why === undefined ? [] : [known({ project, why, countedWith })];
}

/** At least and at most over some sums; no `most` where one of them has none. */
function between(costs: readonly Pick<Cost, 'least' | 'most'>[]): { least: number; most?: number } {
  const least = costs.reduce((sum, one) => sum + one.least, 0);
  const isBounded = costs.every(({ most }) => most !== undefined);
  return isBounded ? { least, most: costs.reduce((sum, { most = 0 }) => sum + most, 0) } : { least };
}
