import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rewrite } from '../../src/store/grafeo/dialect/rewrite.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { cases } from './cases.ts';
import { describeConformance } from './suite.ts';
import { withTables } from './table.ts';

const GUIDE = fileURLToPath(new URL('../../cypher/', import.meta.url));

describe('the conformance queries on the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-conformance-'));
  let store: Store;
  beforeAll(async () => {
    store = await openStore(`grafeo:${join(folder, 'graph')}`);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describeConformance(() => store);
});

describe('the suite', () => {
  it('has no query twice', () => {
    const all = cases.map(({ statement, parameters }) => statement + JSON.stringify(parameters));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(430); // As cypher/README.md and docs/stores.md say.
  });

  it('names every difference, and names no other', () => {
    const wrong = cases.filter(({ embedded, says }) => (embedded === undefined) !== (says === undefined));
    expect(wrong.map(({ statement }) => statement)).toEqual([]);
  });

  it('shows as put in other words only what is, and is answered alike', () => {
    for (const { put, statement, parameters, embedded } of cases)
      if (put !== undefined) {
        expect(rewrite(statement, parameters)).not.toBe(statement);
        expect([statement, embedded]).toEqual([statement, undefined]);
      }
  });

  // After a change: npx vitest run --project fast test/conformance -u
  it.each([
    ['README.md', 0],
    ['README.zh.md', 1],
  ] as const)('makes the tables in cypher/%s', async (name, language) => {
    const document = readFileSync(GUIDE + name, 'utf8');
    await expect(withTables(document, language)).toMatchFileSnapshot(GUIDE + name);
  });
});
