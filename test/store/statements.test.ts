import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { getStatement, hasStatement, listStatements, readText } from '../../src/store/statements.ts';
import { schemaStatements } from '../support/schema-statements.ts';

const FOLDERS = [
  'schema',
  'schema/neo4j',
  'schema/grafeo',
  'write',
  'write/neo4j',
  'write/grafeo',
  'read',
  'read/neo4j',
  'read/grafeo',
  'load',
  'check',
  'check/grafeo',
  'check/neo4j',
];
const names = FOLDERS.flatMap((folder) => [...listStatements(folder)]);
const decided = schemaStatements();

describe('the statements under cypher/', () => {
  it.each(names)('%s is one statement without comments', (name) => {
    const text = getStatement(name);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\/\/|;/);
  });

  // After a change of the schema: npx vitest run --project fast test/store/statements.test.ts -u
  it.each([...decided])('%s is what the schema asks for', async (name, text) => {
    const file = fileURLToPath(new URL(`../../cypher/${name}.cypher`, import.meta.url));
    await expect(text).toMatchFileSnapshot(file);
  });

  it('merge nothing that the schema has not', () => {
    const merging = listStatements('write').filter((name) => readText(name).includes('MERGE'));
    expect(merging.filter((name) => !decided.has(name))).toEqual([]);
  });

  it('take no label or type from outside', () => {
    for (const name of names) expect(getStatement(name)).not.toMatch(/:\$|\$\{/);
  });

  it('are not there by any other name', () => {
    expect(hasStatement('write/merge-love')).toBe(false);
    expect(() => getStatement('write/merge-love')).toThrow(/write\/merge-love/);
  });
});
