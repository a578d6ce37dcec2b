/**
 * What must be there.
 *
 * @throws {Error} when it is not, naming `what` was looked for: the program is wrong then, not its input.
 */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}
