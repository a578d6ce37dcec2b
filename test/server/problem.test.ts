import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, YuantuError } from '../../src/model/errors.ts';
import { tellerFor, toProblem } from '../../src/server/problem.ts';

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', '没有编号为 e1 的 Entity', '没有这一项'],
  ['en-GB,en;q=0.9,zh;q=0.1', 'no Entity has the id e1', 'Nothing by this name'],
  [undefined, 'no Entity has the id e1', 'Nothing by this name'],
])('a problem is told in the language of the request: %s', (asked, detail, title) => {
  const tell = tellerFor({ headers: { 'accept-language': asked } });
  const problem = toProblem(new YuantuError('NOT_FOUND', 'no Entity has the id e1'), tell);
  expect(problem).toMatchObject({ code: 'NOT_FOUND', detail, title });
});

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
