import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

/** What Python reads graph files with: Debian's python3-networkx, python3-igraph and python3-openpyxl, or another Python's. */
const MODULES = 'import networkx, igraph, openpyxl';

const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', MODULES]).status === 0,
);

if (PYTHON === undefined) {
  const message = 'no Python with networkx, igraph and openpyxl: exports were not opened by them';
  if (process.env.YUANTU_TEST_READERS === 'required') throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
}

export const hasPython = PYTHON !== undefined;

/** What a program in Python prints as JSON. Warnings apart it must say nothing else. */
export function runPython<T>(program: string, ...given: readonly string[]): T {
  const { stdout, stderr, status } = spawnSync(PYTHON ?? '', ['-W', 'ignore', '-c', program, ...given], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as T;
}
