import type { FigureVerdict } from '../encode/figure.ts';

/**
 * How sure a verdict must be: to let stand what grammar and rules find, to tell what is bare or the rules give to nobody, and to give a
 * figure to another thing.
 */
export interface Certainty {
  readonly told: number;
  readonly open: number;
  readonly owner: number;
}

/** What the rules say of a number: whose it is, whether that is beyond doubt, and whether a unit alone says what it measures. */
export interface Ruled {
  readonly entity: number | undefined;
  readonly isFixed?: boolean;
  readonly isBare?: boolean;
}

/** Whose a number is by verdict and rules, and how sure that is, 0..1; undefined where it is nobody's, or not sure enough. */
export function decide(
  { told, owner }: FigureVerdict,
  { entity: ruled, isFixed = false, isBare = false }: Ruled,
  least: Certainty,
): { readonly entity: number; readonly belief: number } | undefined {
  const isOther = owner !== undefined && !isFixed && (ruled === undefined || owner.share >= least.owner);
  const entity = isOther ? owner.entity : ruled;
  if (entity === undefined) return undefined;
  const share = isFixed ? 1 : owner && entity === owner.entity ? owner.share : 1 - (owner?.share ?? 0);
  const isTold = ruled === undefined || isBare ? told * share >= least.open : told >= least.told;
  return isTold ? { entity, belief: told * share } : undefined;
}
