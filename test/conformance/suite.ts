import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { YuantuError } from '../../src/model/errors.ts';
import type { Parameters, Store } from '../../src/store/store.ts';
import { type Case, cases, type Outcome, toRows } from './cases.ts';
import { conformanceGraph } from './graph.ts';

const SEARCH =
  "CALL db.index.fulltext.queryNodes('names', '晨星') YIELD node MATCH (node:Company) RETURN node.id AS id";
const CLEAR = 'MATCH (n) DETACH DELETE n';

/** Asks a store every query of the suite. `current` gives the store once the tests run; it is emptied. */
export function describeConformance(current: () => Store): void {
  const fill = async (): Promise<void> => {
    await current().query(CLEAR, {}, { write: true });
    await current().apply(diffSnapshots({ nodes: [], relationships: [] }, conformanceGraph));
  };
  const ask = async (statement: string, parameters: Parameters, write = false): Promise<Outcome> => {
    try {
      const { rows } = await current().query(statement, parameters, { write });
      return { rows: toRows(statement, rows) };
    } catch (error) {
      if (error instanceof YuantuError) return { error: error.code };
      throw error;
    }
  };
  const expectedOf = ({ embedded, expected }: Case): Outcome =>
    current().kind === 'grafeo' ? (embedded ?? expected) : expected;
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);

  beforeAll(async () => {
    await current().prepare();
    await fill();
    // The full-text index of a server follows the data a little later.
    while (((await ask(SEARCH, {})) as { rows?: unknown[] }).rows?.length !== 2) await sleep(100);
  });

  for (const [group, members] of groups)
    describe(group, () => {
      it.each(members.map((one) => [one.statement, one] as const))('%s', async (_, one) => {
        const write = one.group === 'writes';
        try {
          expect(await ask(one.statement, one.parameters, write)).toEqual(expectedOf(one));
          if (one.after !== undefined)
            expect(await ask(one.after.statement, {}, write)).toEqual(one.after.expected);
          if (one.instead !== undefined)
            expect(await ask(one.instead, one.parameters)).toEqual({ ...one.expected, ...reordered(one) });
        } finally {
          if (write) await fill();
        }
      });
    });
}

/** The rows expected, in the order that the other statement gives them. */
function reordered({ instead = '', expected }: Case): Partial<Outcome> {
  return 'rows' in expected
    ? {
        rows: toRows(
          instead,
          expected.rows.map((row) => JSON.parse(row) as string[]),
        ),
      }
    : {};
}
