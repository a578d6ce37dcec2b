/** What a law is tried with: few examples whenever somebody runs the tests, many in the long run. */
export function inLongRun<T>(many: T, few: T): T {
  return process.env.YUANTU_TEST_LONG === undefined ? few : many;
}

/** What every long run tries, or what takes hours: what `npm run test:scale` does. */
export function inScaleRun<T>(every: T, scale: T): T {
  return process.env.YUANTU_TEST_SCALE === undefined ? every : scale;
}
