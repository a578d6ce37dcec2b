import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { YuantuError } from '../../src/model/errors.ts';
import { kindOf } from '../../src/model/schema.ts';
import type { Change, NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';
import type { Store } from '../../src/store/store.ts';
import { applyChange } from '../support/apply-change.ts';
import { randomStored } from '../support/random-stored.ts';
import { smallSnapshot } from '../support/stored.ts';
import { describeQueries } from './store-query.ts';

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

      describe('kinds of numbers', () => {
        const { nodes, relationships } = smallSnapshot;
        const isNumber = (name: string) => ['float', 'integer'].includes(kindOf(name) ?? '');
        const namesIn = (records: readonly { readonly properties: object }[]) => [
          ...new Set(records.flatMap(({ properties }) => Object.keys(properties)).filter(isNumber)),
        ];
        /** What each number is, by how it divides: an integer gives integers. */
        const kinds = async () => {
          const found: unknown[] = [];
          for (const [pattern, records] of [
            ['(one)', nodes],
            ['()-[one]->()', relationships],
          ] as const)
            for (const name of namesIn(records)) {
              const isFloat = `(2 * abs(one.${name}) + 1) / 2 > abs(one.${name})`;
              const { rows } = await store.query(
                `MATCH ${pattern} WHERE one.${name} IS NOT NULL RETURN one.id AS id, ${isFloat} AS isFloat`,
              );
              found.push(...rows.map(([id, is]) => `${id} ${name} ${is === true ? 'float' : 'integer'}`));
            }
          return found.sort();
        };
        const wanted = [...nodes, ...relationships]
          .flatMap(({ id, properties }) => Object.keys(properties).map((name) => [id, name] as const))
          .filter(([, name]) => isNumber(name))
          .map(([id, name]) => `${id} ${name} ${kindOf(name)}`)
          .sort();

        it('are those of the schema, whole or not', async () => {
          await write(smallSnapshot);
          expect(await kinds()).toEqual(wanted);
          expect(await store.listMistyped()).toEqual([]);
        });

        it('are told and put right where something else wrote others', async () => {
          await write(smallSnapshot);
          for (const statement of [
            "MATCH (n {id: 'official'}) SET n.confidence = 1",
            "MATCH (n {id: 'zone'}) SET n.x = 1, n.y = -2, n.community = 2.0",
            "MATCH (n {id: 'fact'}) SET n.confidence = 1",
            'MATCH ()-[r:INVESTS_IN]->() SET r.confidence = 1',
            'MATCH ()-[r:MENTIONS]->() SET r.count = 1.0',
          ])
            await store.query(statement, {}, { write: true });
          const before = await store.read();
          expect(before).toEqual(smallSnapshot);
          const mistyped = await store.listMistyped();
          const ties = relationships.filter(({ type }) => ['INVESTS_IN', 'MENTIONS'].includes(type));
          expect(mistyped).toEqual(['official', 'zone', 'fact', ...ties.map(({ id }) => id)].sort());
          await store.apply(diffSnapshots(before, smallSnapshot, new Set(mistyped)));
          expect(await store.listMistyped()).toEqual([]);
          expect(await kinds()).toEqual(wanted);
          expect(await store.read()).toEqual(smallSnapshot);
        });
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

    describeQueries(() => store);

    afterAll(async () => {
      await under.reset();
    });
  });
}
