import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { fetchJar } from './maven.mjs';

/** The jar of an artifact of Maven Central; undefined, said aloud, where it cannot be fetched and nothing demands it. */
export function findJar(artifact: string): string | undefined {
  try {
    return fetchJar(artifact);
  } catch (error) {
    if (process.env.YUANTU_TEST_READERS === 'required') throw error;
    console.warn(`SKIPPED: ${artifact} is not here, exports were not opened by it: ${String(error)}`);
    return undefined;
  }
}

/** What a program prints; anything but a good end fails the test. */
export function run(command: string, parameters: readonly string[], options = {}): string {
  const { stdout, stderr, status, error } = spawnSync(command, parameters, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...options,
  });
  expect(error).toBeUndefined();
  expect(status, `${stdout.slice(-2000)}${stderr.slice(-2000)}`).toBe(0);
  return stdout;
}
