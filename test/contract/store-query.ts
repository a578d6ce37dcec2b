import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { BAND_PARAMETERS } from '../../src/model/certainty.ts';
import type { QueryValue, Store } from '../../src/store/store.ts';
import { smallSnapshot } from '../support/stored.ts';

/** What every store promises of questions. `current` gives the store of the test, empty at its start. */
export function describeQueries(current: () => Store): void {
  const write = (snapshot = smallSnapshot) =>
    current().apply(diffSnapshots({ nodes: [], relationships: [] }, snapshot));
  const value = async (expression: string, parameters = {}): Promise<QueryValue | undefined> =>
    (await current().query(`RETURN ${expression} AS value`, parameters)).rows[0]?.[0];

  describe('answers', () => {
    it.each<[string, QueryValue]>([
      ['1', 1],
      ['2.0', 2],
      ['0.5', 0.5],
      ['9007199254740993', '9007199254740993'],
      ['-9007199254740993', '-9007199254740993'],
      ["'汉字 \\'\\n😀'", "汉字 '\n😀"],
      ['true', true],
      ['null', null],
      ["[1, null, 'x', [2.5]]", [1, null, 'x', [2.5]]],
      ['{b: 1, a: {c: []}}', { a: { c: [] }, b: 1 }],
      ["date('2024-05-28')", '2024-05-28'],
      ["localdatetime('2024-05-28T01:02:03')", '2024-05-28T01:02:03'],
      ["datetime('2024-05-28T01:02:03Z')", '2024-05-28T01:02:03Z'],
      ['$p', { list: [1, 1.5, '二'], none: null }],
      ['7 / 2', 3],
      ['$p.list[0] / 2', 0],
    ])('gives %s in JSON', async (expression, expected) => {
      const found = await value(expression, { p: { none: null, list: [1, 1.5, '二'] } });
      expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    });

    it('keeps integers integers and confidence a float', async () => {
      await write();
      const { rows } = await current().query(
        'MATCH (p:Project) MATCH (z:Zone) RETURN p.investment / 1000000000, z.confidence / 2, z.x / 4',
      );
      expect(rows).toEqual([[5, 0.5, 0.25]]);
    });

    it('knows where the bands of certainty begin, whether a statement asks or not', async () => {
      await write();
      const ask = (statement: string) => current().query(statement, BAND_PARAMETERS);
      const { rows } = await ask(
        'MATCH (n:Entity) WHERE n.confidence >= $likely RETURN count(n) > 0, $certain',
      );
      expect(rows).toEqual([[true, BAND_PARAMETERS.certain]]);
      expect((await ask('RETURN 1')).rows).toEqual([[1]]);
    });

    it('sums nothing to 0', async () => {
      await write();
      const { columns, rows } = await current().query(
        'MATCH (n:Zone) RETURN n.name AS name, sum(n.investment), sum(n.x) AS x ORDER BY name',
      );
      expect(columns).toEqual(['name', 'sum(n.investment)', 'x']);
      expect(rows).toEqual([['云岭高新技术产业开发区', 0, 1]]);
    });

    it('gives nodes, relationships and paths with our ids', async () => {
      await write();
      const { columns, rows } = await current().query(
        "MATCH p = (c:Company {id: 'company'})-[r:INVESTS_IN]->(x) RETURN c, r, p, [x] AS list, {x: x} AS map",
      );
      const company = smallSnapshot.nodes.find(({ id }) => id === 'company');
      const project = smallSnapshot.nodes.find(({ id }) => id === 'project');
      const relationship = smallSnapshot.relationships.find(({ type }) => type === 'INVESTS_IN');
      expect(columns).toEqual(['c', 'r', 'p', 'list', 'map']);
      const path = { nodes: [company, project], relationships: [relationship] };
      expect(JSON.stringify(rows)).toBe(
        JSON.stringify([[company, relationship, path, [project], { x: project }]]),
      );
    });

    it('gives the ends of a relationship that comes alone', async () => {
      await write();
      const { rows } = await current().query('MATCH ()-[r:PARTNERS_WITH]-() RETURN DISTINCT r');
      expect(rows).toEqual([[smallSnapshot.relationships.find(({ type }) => type === 'PARTNERS_WITH')]]);
    });

    it('says when the limit cut the rows', async () => {
      const ask = (limit: number) => current().query('UNWIND range(1, 5) AS i RETURN i', {}, { limit });
      expect(await ask(3)).toEqual({ columns: ['i'], rows: [[1], [2], [3]], truncated: true, total: 5 });
      expect((await ask(5)).truncated).toBe(false);
      expect((await ask(0)).rows).toEqual([]);
    });

    it('finds Chinese names and aliases by full text', async () => {
      await write();
      const search = async (text: string) => {
        const { rows } = await current().query(
          "CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score WHERE score > 0 RETURN node.id ORDER BY node.id",
          { text },
        );
        return rows.flat();
      };
      await expect.poll(() => search('高新区')).toContain('zone');
      expect(await search('晨星')).toContain('company');
      expect(await search('星科')).toEqual(['company']);
      expect(await search('火锅')).toEqual([]);
    });
  });

  describe('a stranger at the console', () => {
    beforeEach(() => write());
    afterEach(async () => {
      expect(await current().read()).toEqual(smallSnapshot);
    });

    it.each([
      'CREATE (n:Company {id: "x"})',
      'MATCH (n) SET n.name = "x"',
      'MATCH (n) SET n:Zone',
      'MATCH (n) REMOVE n.name',
      'MATCH (n) REMOVE n:Company',
      'MATCH (n) DETACH DELETE n',
      'MATCH ()-[r]->() DELETE r',
      'MERGE (n:Company {id: "x"}) RETURN n',
      'MATCH (n) FOREACH (i IN [1] | SET n.x = i)',
      'MATCH (n) CALL (n) { SET n.x = 1 } RETURN n',
      'RETURN 1 AS a UNION CREATE (n:X) RETURN 1 AS a',
      'mAtCh (n) /* RETURN */ sEt n.name = 1 // RETURN n',
      'PROFILE CREATE (n:X)',
      'CREATE INDEX other FOR (n:Company) ON (n.name)',
      'CREATE CONSTRAINT other FOR (n:Company) REQUIRE n.name IS UNIQUE',
      'DROP CONSTRAINT entity_id',
      "LOAD CSV FROM '/etc/hostname' AS line RETURN line",
      "LOAD /* */ CSV FROM 'file:///etc/hostname' AS line RETURN line",
    ])('may not %s', async (statement) => {
      await expect(current().query(statement)).rejects.toThrow(
        expect.objectContaining({ code: 'FORBIDDEN' }),
      );
    });

    it('may write about writing', async () => {
      expect(await value("'LOAD CSV, CREATE (n) SET n.x = 1'")).toBe('LOAD CSV, CREATE (n) SET n.x = 1');
      expect(await value('"\\nSetProperty (n) LoadCsv"')).toContain('SetProperty');
    });

    it.each(['MATCH (n) RETRUN n', 'MATCH (n RETURN n', 'RETURN x', 'RETURN $nothing', ''])(
      'is told what is wrong with %j',
      async (statement) => {
        await expect(current().query(statement)).rejects.toThrow(expect.objectContaining({ code: 'QUERY' }));
      },
    );

    it('writes with leave', async () => {
      await current().query('CREATE (:Note {id: $id})', { id: 'n' }, { write: true });
      expect((await current().query('MATCH (n:Note) RETURN n.id')).rows).toEqual([['n']]);
      await current().query('MATCH (n:Note) DELETE n', {}, { write: true });
      expect((await current().query('MATCH (n:Note) RETURN n')).rows).toEqual([]);
    });
  });
}
