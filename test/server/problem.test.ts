import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, YuantuError } from '../../src/model/errors.ts';
import { toProblem } from '../../src/server/problem.ts';

/** What a start says, and no request. */
const AT_THE_START = ['SEED', 'SETTING'];

describe('docs/operations.md', () => {
  it('names each code of an error with its status', () => {
    const rows = [
      ...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| (`[A-Z_`, ]+`) \| (\d{3}) \|/gmu),
    ];
    const told = rows.flatMap(([, codes = '', status]) =>
      codes.split(', ').map((code) => [code.replaceAll('`', ''), Number(status)]),
    );
    const given = ERROR_CODES.filter((code) => !AT_THE_START.includes(code)).map((code) => [
      code,
      toProblem(new YuantuError(code, '')).status,
    ]);
    expect(told.sort()).toEqual(given.sort());
  });
});
