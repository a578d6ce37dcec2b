import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complete } from '../../src/cli/complete.ts';
import { Shell } from '../../src/cli/shell.ts';
import { wordsOf } from '../../src/cli/words.ts';
import { BAND_PARAMETERS } from '../../src/model/certainty.ts';
import { YuantuError } from '../../src/model/errors.ts';
import type { Parameters } from '../../src/store/store.ts';

function talk(language: 'en' | 'zh' = 'en') {
  const asked: { statement: string; parameters: Parameters }[] = [];
  const said: string[] = [];
  const shell = new Shell({
    words: wordsOf(language),
    print: (text) => said.push(text),
    async ask(statement, parameters) {
      if (statement.startsWith('WRONG')) throw new YuantuError('QUERY', 'this is wrong');
      asked.push({ statement, parameters: { ...parameters } });
      return { columns: ['一'], rows: [[1]], truncated: false };
    },
  });
  return { shell, asked, said };
}

describe('the shell', () => {
  it('takes a statement over several lines, until ; or an empty line', async () => {
    const { shell, asked, said } = talk();
    expect(shell.prompt).toBe('yuantu> ');
    await shell.take('MATCH (n)');
    expect(shell.prompt).toBe('     -> ');
    await shell.take('RETURN n;');
    expect(shell.prompt).toBe('yuantu> ');
    await shell.take('RETURN 1 AS 一');
    await shell.take('');
    expect(asked.map(({ statement }) => statement)).toEqual(['MATCH (n)\nRETURN n', 'RETURN 1 AS 一']);
    expect(said[0]).toContain('│ 一 │');
  });

  it('takes several statements at once, and a ; inside text', async () => {
    const { shell, asked } = talk();
    await shell.take("RETURN ';' AS a; RETURN 2 AS b;");
    expect(asked.map(({ statement }) => statement)).toEqual(["RETURN ';' AS a", 'RETURN 2 AS b']);
  });

  it('tells what is wrong and goes on', async () => {
    const { shell, said } = talk();
    expect(await shell.take('WRONG;')).toBe(true);
    expect(said).toEqual(['this is wrong\n']);
    expect(shell.prompt).toBe('yuantu> ');
  });

  it('keeps parameters and the format', async () => {
    const { shell, asked, said } = talk();
    for (const line of [
      ':param zone "经开区"',
      ':param n 3',
      ':param text not json',
      ':format jsonl',
      'RETURN $n;',
    ])
      await shell.take(line);
    expect(asked[0]?.parameters).toEqual({ ...BAND_PARAMETERS, zone: '经开区', n: 3, text: 'not json' });
    expect(said.at(-1)).toBe('{"一":1}\n');
    await shell.take(':params');
    expect(said.at(-1)).toContain('"n":3');
  });

  it('lists the examples in its language and asks one', async () => {
    const { shell, asked, said } = talk('zh');
    await shell.take(':examples');
    expect(said[0]).toMatch(/^ 1 {2}一个园区里有哪些企业/u);
    expect(said[0]?.trimEnd().split('\n').length).toBe(readdirSync('cypher/examples').length);
    await shell.take(':example 1');
    expect(asked[0]).toMatchObject({ parameters: { zone: '经开' } });
    await shell.take(':example 99');
    expect(said.at(-1)).toContain(':examples');
  });

  it('leaves, forgets and helps', async () => {
    const { shell, said } = talk();
    await shell.take('MATCH (n)');
    shell.clear();
    expect(await shell.take(':help')).toBe(true);
    expect(said[0]).toContain(':param');
    await shell.take(':nothing');
    expect(said.at(-1)).toContain('no such command');
    expect(await shell.take(':exit')).toBe(false);
  });
});

describe('completion', () => {
  const names = {
    labels: ['Company', 'Zone'],
    types: ['INVESTS_IN', 'LOCATED_IN'],
    properties: ['name', 'status'],
  };

  it.each([
    ['MATCH (c:Co', ['Company'], 'Co'],
    ['MATCH (c:Company|z', ['Zone'], 'z'],
    ['MATCH (c)-[:', ['INVESTS_IN', 'LOCATED_IN'], ''],
    ['MATCH (c)-[r:INVESTS_IN|lo', ['LOCATED_IN'], 'lo'],
    ['MATCH (公司) RETURN 公司.na', ['name'], 'na'],
    ['MATCH (c {st', ['status'], 'st'],
    ['MATCH (c) ret', ['RETURN'], 'ret'],
    [':ex', [':examples', ':example', ':exit'], ':ex'],
  ])('of %j', (line, choices, begun) => {
    expect(complete(line, names)).toEqual([choices, begun]);
  });

  it('offers words of Cypher, whole', () => {
    const names = { labels: [], types: [], properties: [] };
    const search = "CALL db.index.fulltext.queryNodes('names', ";
    expect(complete('CA', names)[0]).toEqual(['CASE WHEN', search]);
    expect(complete('', names)[0].every((word) => word.trim() !== '')).toBe(true);
  });
});
