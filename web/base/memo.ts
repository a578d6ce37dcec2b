/**
 * A function that answers with the same object when it is asked the same again: each argument as it was, by `===`.
 *
 * The answers to the last `kept` askings are remembered; what is older is forgotten, so that a graph that is no longer drawn is
 * let go. What throws is not remembered.
 */
export function memo<A extends readonly unknown[], T>(
  make: (...given: A) => T,
  kept = 1,
): (...given: A) => T {
  let remembered: readonly { readonly given: A; readonly value: T }[] = [];
  return (...given) => {
    const known = remembered.find(
      (one) => one.given.length === given.length && one.given.every((part, at) => part === given[at]),
    );
    if (known && known === remembered[0]) return known.value;
    const latest = known ?? { given, value: make(...given) };
    remembered = [latest, ...remembered.filter((one) => one !== latest)].slice(0, kept);
    return latest.value;
  };
}
