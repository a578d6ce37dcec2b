import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeRecord, RelationshipRecord } from '../../src/model/snapshot.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** What Grafeo 0.6.0 does otherwise than Neo4j, and what the adapter makes of it. */
describe('a fault of the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-faults-'));
  let store: Store;

  beforeAll(async () => {
    store = await openStore(`grafeo:${join(folder, 'graph')}`);
    await store.prepare();
    const company = (i: number): NodeRecord => ({
      id: `c${String(i).padStart(5, '0')}`,
      labels: ['Company', 'Entity'],
      properties: { aliases: [`别名${i}`], confidence: 1, name: `企业${i}`, type: 'Company' },
    });
    const nodes = Array.from({ length: 3000 }, (_, i) => company(i));
    const relationships = Array.from(
      { length: 6000 },
      (_, i): RelationshipRecord => ({
        id: `r${i}`,
        type: 'PARTNERS_WITH',
        from: nodes[(i * 7) % 3000]?.id ?? '',
        to: nodes[(i * 13 + 1) % 50]?.id ?? '',
        properties: { count: 1 },
      }),
    );
    const zone: NodeRecord = { id: 'z', labels: ['Entity', 'Zone'], properties: { name: '云岭高新区' } };
    await store.apply({
      upsertNodes: [...nodes, zone],
      upsertRelationships: relationships,
      deleteNodes: [],
      deleteRelationships: [],
    });
  });

  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('with long chains is got round', async () => {
    const { rows: degrees } = await store.query('MATCH (a)-[r]-() RETURN a.id, count(r)');
    const trails = degrees.reduce((sum, [, n]) => sum + Number(n) * (Number(n) - 1), 0);
    const { rows } = await store.query('MATCH (a)-[]-(b)-[]-(c) RETURN count(*)');
    expect(rows).toEqual([[trails]]);
  });

  it('with long chains is told where it cannot be got round', async () => {
    await expect(
      store.query('MATCH p = (a)-[]-(b)-[]-(c) WHERE a.id <> c.id RETURN count(p)'),
    ).rejects.toThrow(
      expect.objectContaining({ code: 'LIMIT', message: expect.stringContaining('named node') }),
    );
  });

  it('with alternative labels is put otherwise', async () => {
    const { rows } = await store.query('MATCH (n:Company|Zone) RETURN count(n)');
    expect(rows).toEqual([[3001]]);
  });

  it('with fractions that happen to be whole does not change them', async () => {
    const { rows } = await store.query("MATCH (n:Company {id: 'c00000'}) RETURN n.confidence / 2");
    expect(rows).toEqual([[0.5]]);
  });

  it('with full text is got round, in all its spellings', async () => {
    const ask = async (statement: string, parameters = {}) => (await store.query(statement, parameters)).rows;
    const call = 'CALL db.index.fulltext.queryNodes';
    expect((await ask(`${call}('names', '云岭')`)).map(([node]) => (node as { id: string }).id)).toEqual([
      'z',
    ]);
    expect(await ask(`${call}('names', '别名77') YIELD node AS n RETURN n.id`)).toContainEqual(['c00077']);
    expect(
      await ask(`${call}($i, $q) YIELD score AS s, node RETURN node.id, s > 0`, { i: 'names', q: '云岭' }),
    ).toEqual([['z', true]]);
    expect(
      await ask(`MATCH (c:Company {id: 'c00001'}) ${call}('names', '云岭') YIELD node RETURN c.id, node.id`),
    ).toEqual([['c00001', 'z']]);
    await expect(ask(`${call}('other', 'x') YIELD node RETURN node`)).rejects.toThrow(/'names'/);
  });

  it('with a NUL is told in plain words', async () => {
    await expect(store.query('RETURN 1 AS a\0')).rejects.toThrow(
      expect.objectContaining({ code: 'QUERY', message: expect.stringMatching(/NUL.*line 1, column 14/) }),
    );
  });

  it('cannot be told to stop a write, which goes on to its end', async () => {
    const given = new AbortController();
    const many = 'UNWIND range(1, 20000) AS i CREATE (:Note {i: i})';
    const writing = store.query(many, {}, { write: true, signal: given.signal });
    given.abort(new Error('given up'));
    await expect(writing).rejects.toThrow('given up');
    // The next write has its turn after it.
    const { rows } = await store.query('MATCH (n:Note) DELETE n RETURN count(n) AS n', {}, { write: true });
    expect(rows).toEqual([[20000]]);
  });

  it('with time is told to the caller', async () => {
    const long = 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN count(*)';
    await expect(store.query(long, {}, { timeout: 20 })).rejects.toThrow(
      expect.objectContaining({ code: 'LIMIT' }),
    );
  });
});
