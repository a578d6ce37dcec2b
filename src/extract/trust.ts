/**
 * How many statements of a rule are right, of entities that are: counted by `train/trust.mjs` over 211 annotated articles, which the
 * rules were written with. What no annotation tells of has no share here: when something is due, and rules that were met too seldom. Of figures
 * the model says itself how sure it is.
 */
const RIGHT: Readonly<Record<string, number>> = {
  'amount/investment': 0.99,
  'milestone/trigger': 0.85,
};

/** How sure a statement is, 0..1: as sure as what it is told of, and as often right as its rule; undefined where its rule is not counted. */
export function trustOf(rule: string, belief: number): number | undefined {
  const right = Object.hasOwn(RIGHT, rule) ? RIGHT[rule] : undefined;
  return right === undefined ? undefined : right * belief;
}
