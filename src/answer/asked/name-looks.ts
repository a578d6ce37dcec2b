import type { NodeRecord } from '../../model/snapshot.ts';
import { type Rows, toNode, toNodes } from '../../store/records.ts';
import type { FormerPage } from '../catalogue.ts';
import { FOLDING, wasForm } from '../forms.ts';
import { byKey, type Look } from './look.ts';

/** Where to look for entities by what they go by. */

/** Entities whose names are gone through at a time. */
const AT_ONCE = 5000;

const from = (name: string): string => `read/neo4j/${name}`;

/** By folded forms as JSON. */
export const CALLED = entities((key) => ({
  statement: from('entities-called'),
  parameters: { forms: JSON.parse(key) as string[], spaces: [...FOLDING.spaces] },
}));

/** By names as JSON. */
export const NAMED = entities((key) => ({
  statement: from('entities-named'),
  parameters: { names: JSON.parse(key) as string[] },
}));

/** By an id and what to go on after as JSON; of the names that were read only those that made the id are kept. */
export const FORMERLY = byKey<FormerPage>(
  (key) => {
    const { after } = JSON.parse(key) as { readonly after: string };
    return [{ statement: from('page-of-names'), parameters: { after, limit: AT_ONCE } }];
  },
  ([rows = []], key) => {
    const { id } = JSON.parse(key) as { readonly id: string };
    const found = rows.map(toNode).filter((node) => wasForm(node, id));
    return rows.length < AT_ONCE ? { found } : { found, next: lastId(rows) };
  },
  { found: [] },
);

function lastId(rows: Rows): string {
  return String(rows.at(-1)?.[0]);
}

function entities(
  toQuestion: (key: string) => ReturnType<Parameters<typeof byKey>[0]>[number],
): Look<readonly NodeRecord[]> {
  return byKey(
    (key) => [toQuestion(key)],
    ([rows = []]) => toNodes(rows),
    [],
  );
}
