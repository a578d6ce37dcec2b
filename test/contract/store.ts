import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChange, diffSnapshots } from '../../src/graph/diff.ts';
import { YuantuError } from '../../src/model/errors.ts';
import type { Change, NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';
import type { QueryValue, Store } from '../../src/store/store.ts';
import { randomStored } from '../support/random-stored.ts';
import { smallSnapshot } from '../support/stored.ts';

/** A store under test: `open` gives it empty the first time and as it was left afterwards; `reset` empties it for the next test. */
export interface StoreUnderTest {
  readonly open: (settings?: { readonly readOnly?: boolean }) => Promise<Store>;
  readonly reset: () => Promise<void>;
  readonly runs: number;
}

const EMPTY: Snapshot = { nodes: [], relationships: [] };
const NOTHING: Change = {
  upsertNodes: [],
  upsertRelationships: [],
  deleteNodes: [],
  deleteRelationships: [],
};

/** What every store promises. `set` is called once, before the tests. */
export function describeStore(name: string, set: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;
    const write = (snapshot: Snapshot) => store.apply(diffSnapshots(EMPTY, snapshot));
    const value = async (expression: string, parameters = {}): Promise<QueryValue | undefined> =>
      (await store.query(`RETURN ${expression} AS value`, parameters)).rows[0]?.[0];

    beforeAll(async () => {
      under = await set();
    });
    beforeEach(async () => {
      await under.reset();
      store = await under.open();
      await store.prepare();
    });
    afterEach(async () => {
      await store.close();
    });

    describe('writing', () => {
      it('is empty at first, and bears an empty change', async () => {
        await store.apply(NOTHING);
        expect(await store.read()).toEqual(EMPTY);
      });

      it('reads back what was written, the same bytes', async () => {
        await write(smallSnapshot);
        expect(JSON.stringify(await store.read())).toBe(JSON.stringify(smallSnapshot));
      });

      it('writes the same twice without a change', async () => {
        await write(smallSnapshot);
        await write(smallSnapshot);
        expect(await store.read()).toEqual(smallSnapshot);
      });

      it('may be prepared again, with data', async () => {
        await write(smallSnapshot);
        await store.prepare();
        expect(await store.read()).toEqual(smallSnapshot);
      });

      it('takes away properties and labels that vanished', async () => {
        await write(smallSnapshot);
        const after: Snapshot = {
          nodes: smallSnapshot.nodes.map((node) => {
            if (node.id === 'person') return { ...node, labels: ['Entity', 'Executive', 'Person'] };
            return node.id === 'zone'
              ? { ...node, labels: ['Company', 'Entity'], properties: { name: '新名' } }
              : node;
          }),
          relationships: smallSnapshot.relationships.map((one) =>
            one.type === 'HOLDS_POST' ? { ...one, properties: { count: 2 } } : one,
          ),
        };
        await store.apply(diffSnapshots(smallSnapshot, after));
        expect(await store.read()).toEqual(after);
      });

      it('deletes relationships and nodes', async () => {
        await write(smallSnapshot);
        const gone = new Set(['project', 'fact']);
        const after: Snapshot = {
          nodes: smallSnapshot.nodes.filter(({ id }) => !gone.has(id)),
          relationships: smallSnapshot.relationships.filter(
            ({ from, to }) => !gone.has(from) && !gone.has(to),
          ),
        };
        const change = diffSnapshots(smallSnapshot, after);
        await store.apply(change);
        await store.apply(change);
        expect(await store.read()).toEqual(after);
      });

      it('moves a relationship that is deleted and written anew in one change', async () => {
        await write(smallSnapshot);
        const after: Snapshot = {
          ...smallSnapshot,
          relationships: smallSnapshot.relationships.map((one) =>
            one.type === 'INVESTS_IN' ? { ...one, from: 'partner' } : one,
          ),
        };
        await store.apply(diffSnapshots(smallSnapshot, after));
        expect(await store.read()).toEqual(after);
      });

      it('refuses a relationship whose end is missing, and writes nothing', async () => {
        const [first] = smallSnapshot.nodes;
        const lame = { id: 'r', type: 'PART_OF', from: 'zone', to: 'nowhere', properties: {} };
        const change = {
          ...NOTHING,
          upsertNodes: first === undefined ? [] : [first],
          upsertRelationships: [lame],
        };
        await expect(store.apply(change)).rejects.toThrow(
          expect.objectContaining({ code: 'STORE', message: expect.stringContaining('nowhere') }),
        );
        expect(await store.read()).toEqual(EMPTY);
      });

      it('refuses a relationship whose end goes in the same change', async () => {
        await write(smallSnapshot);
        const change = {
          ...NOTHING,
          deleteNodes: smallSnapshot.nodes.filter(({ id }) => id === 'project'),
          upsertRelationships: smallSnapshot.relationships.filter(({ type }) => type === 'INVESTS_IN'),
        };
        await expect(store.apply(change)).rejects.toThrow(YuantuError);
        expect(await store.read()).toEqual(smallSnapshot);
      });

      it('refuses labels, types and properties outside the data model', async () => {
        const node = (labels: string[]): NodeRecord => ({ id: 'x', labels, properties: {} });
        const relationship = (type: string, properties = {}): RelationshipRecord => ({
          id: 'r',
          type,
          from: 'x',
          to: 'x',
          properties,
        });
        const upsertNodes = [node(['Entity', 'Zone'])];
        for (const change of [
          { upsertNodes: [node(['Entity'])] },
          { upsertNodes: [node(['Entity', 'Rumour'])] },
          { upsertNodes: [node(['Entity', 'Official'])] },
          { upsertNodes: [] as NodeRecord[], deleteNodes: [node(['Rumour'])] },
          { upsertNodes, upsertRelationships: [relationship('LOVES')] },
          { upsertNodes, upsertRelationships: [relationship('PART_OF', { since: '2024' })] },
        ])
          await expect(store.apply({ ...NOTHING, ...change })).rejects.toThrow(YuantuError);
        expect(await store.read()).toEqual(EMPTY);
      });

      it('keeps odd texts as they are', async () => {
        const texts = [
          '\'"`',
          'a\\nb\\',
          '一\n二\r\n三\t',
          '😀族𠮷',
          '}) DETACH DELETE n //',
          '$name',
          '\u0000\u0007',
          ' ',
        ];
        const nodes = texts.map(
          (name, i): NodeRecord => ({
            id: `${name}${i}`,
            labels: ['Company', 'Entity'],
            properties: { aliases: texts, name },
          }),
        );
        const snapshot = applyChange(EMPTY, { ...NOTHING, upsertNodes: nodes });
        await write(snapshot);
        expect(await store.read()).toEqual(snapshot);
        const found = await store.query('MATCH (n:Company) WHERE n.name = $name RETURN n.id', {
          name: texts[0] ?? '',
        });
        expect(found.rows).toEqual([[nodes[0]?.id]]);
      });

      it('keeps the graph over closing and opening, also for reading only', async () => {
        await write(smallSnapshot);
        await store.close();
        store = await under.open({ readOnly: true });
        expect(await store.read()).toEqual(smallSnapshot);
        await expect(store.apply(diffSnapshots(smallSnapshot, EMPTY))).rejects.toThrow(
          expect.objectContaining({ code: 'FORBIDDEN' }),
        );
        await expect(store.query('CREATE (n:X)', {}, { write: true })).rejects.toThrow(
          expect.objectContaining({ code: 'FORBIDDEN' }),
        );
      });

      it('follows any sequence of changes', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(randomStored, { minLength: 2, maxLength: 4 }), async (snapshots) => {
            let before = await store.read();
            for (const after of snapshots) {
              await store.apply(diffSnapshots(before, after));
              before = await store.read();
              expect(before).toEqual(after);
            }
          }),
          { numRuns: under.runs },
        );
      });
    });

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
        ['$p', { list: [1, 1.5, '二'], none: null }],
        ['7 / 2', 3],
        ['$p.list[0] / 2', 0],
      ])('gives %s in JSON', async (expression, expected) => {
        const found = await value(expression, { p: { none: null, list: [1, 1.5, '二'] } });
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
      });

      it('keeps integers integers and confidence a float', async () => {
        await write(smallSnapshot);
        const { rows } = await store.query(
          'MATCH (p:Project) MATCH (z:Zone) RETURN p.investment / 1000000000, z.confidence / 2, z.x / 4',
        );
        expect(rows).toEqual([[5, 0.5, 0.25]]);
      });

      it('sums nothing to 0', async () => {
        await write(smallSnapshot);
        const { columns, rows } = await store.query(
          'MATCH (n:Zone) RETURN n.name AS name, sum(n.investment), sum(n.x) AS x ORDER BY name',
        );
        expect(columns).toEqual(['name', 'sum(n.investment)', 'x']);
        expect(rows).toEqual([['云岭高新技术产业开发区', 0, 1]]);
      });

      it('gives nodes, relationships and paths with our ids', async () => {
        await write(smallSnapshot);
        const { columns, rows } = await store.query(
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
        await write(smallSnapshot);
        const { rows } = await store.query('MATCH ()-[r:PARTNERS_WITH]-() RETURN DISTINCT r');
        expect(rows).toEqual([[smallSnapshot.relationships.find(({ type }) => type === 'PARTNERS_WITH')]]);
      });

      it('says when the limit cut the rows', async () => {
        const ask = (limit: number) => store.query('UNWIND range(1, 5) AS i RETURN i', {}, { limit });
        expect(await ask(3)).toEqual({ columns: ['i'], rows: [[1], [2], [3]], truncated: true });
        expect((await ask(5)).truncated).toBe(false);
        expect((await ask(0)).rows).toEqual([]);
      });

      it('finds Chinese names and aliases by full text', async () => {
        await write(smallSnapshot);
        const search = async (text: string) => {
          const { rows } = await store.query(
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
      beforeEach(() => write(smallSnapshot));
      afterEach(async () => {
        expect(await store.read()).toEqual(smallSnapshot);
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
        await expect(store.query(statement)).rejects.toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
      });

      it('may write about writing', async () => {
        expect(await value("'LOAD CSV, CREATE (n) SET n.x = 1'")).toBe('LOAD CSV, CREATE (n) SET n.x = 1');
        expect(await value('"\\nSetProperty (n) LoadCsv"')).toContain('SetProperty');
      });

      it.each(['MATCH (n) RETRUN n', 'MATCH (n RETURN n', 'RETURN x', 'RETURN $nothing', ''])(
        'is told what is wrong with %j',
        async (statement) => {
          await expect(store.query(statement)).rejects.toThrow(expect.objectContaining({ code: 'QUERY' }));
        },
      );

      it('writes with leave', async () => {
        await store.query('CREATE (:Note {id: $id})', { id: 'n' }, { write: true });
        expect((await store.query('MATCH (n:Note) RETURN n.id')).rows).toEqual([['n']]);
        await store.query('MATCH (n:Note) DELETE n', {}, { write: true });
        expect((await store.query('MATCH (n:Note) RETURN n')).rows).toEqual([]);
      });
    });

    afterAll(async () => {
      await under.reset();
    });
  });
}
