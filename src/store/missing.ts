import { YuantuError } from '../model/errors.ts';
import { BASES, type Base, basesOf } from '../model/schema.ts';
import type { Change } from '../model/snapshot.ts';
import { baseOf } from './batch.ts';

const LOOK_UP: Readonly<Record<Base, string>> = {
  Entity: 'read/found-entities',
  Article: 'read/found-articles',
  Fact: 'read/found-facts',
};

const AT_ONCE = 5000;

/**
 * Makes sure that both ends of every relationship to be written will be there: in the change, or in the store and not going.
 *
 * `find` runs a statement under `cypher/read` over `ids` and gives those that the store has.
 *
 * @throws {YuantuError} STORE naming the first relationship without an end: nothing has been written then.
 */
export async function checkEnds(
  change: Change,
  find: (statement: string, ids: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  const coming = new Set(change.upsertNodes.map(({ id, labels }) => `${baseOf(labels)} ${id}`));
  const going = new Set(change.deleteNodes.map(({ id, labels }) => `${baseOf(labels)} ${id}`));
  const asked = new Map<Base, Set<string>>(BASES.map((base) => [base, new Set()]));
  const missing = new Set<string>();
  for (const { type, from, to } of change.upsertRelationships) {
    const [fromBase, toBase] = basesOf(type);
    for (const [base, id] of [
      [fromBase, from],
      [toBase, to],
    ] as const) {
      const key = `${base} ${id}`;
      if (coming.has(key)) continue;
      if (going.has(key)) missing.add(key);
      else asked.get(base)?.add(id);
    }
  }
  for (const [base, set] of asked) {
    const ids = [...set];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const found = new Set(await find(LOOK_UP[base], some));
      for (const id of some) if (!found.has(id)) missing.add(`${base} ${id}`);
    }
  }
  if (missing.size > 0) complain(change, missing);
}

function complain(change: Change, missing: ReadonlySet<string>): never {
  for (const { id, type, from, to } of change.upsertRelationships) {
    const [fromBase, toBase] = basesOf(type);
    const key = [`${fromBase} ${from}`, `${toBase} ${to}`].find((one) => missing.has(one));
    if (key !== undefined)
      throw new YuantuError(
        'STORE',
        `Relationship ${id} (${from})-[:${type}]->(${to}) lacks its end ${key}, which is neither in the store nor in the change (${missing.size} missing in all); nothing was written. Write the nodes first, or build anew.`,
      );
  }
  throw new YuantuError('INTERNAL', 'An end is missing of a relationship that is not in the change.');
}
