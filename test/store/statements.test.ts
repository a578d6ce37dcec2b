import { describe, expect, it } from 'vitest';
import { RELATION_TYPES } from '../../src/model/relation.ts';
import { LINK_TYPES, NODE_LABELS } from '../../src/model/snapshot.ts';
import { getStatement, hasStatement, listStatements } from '../../src/store/statements.ts';

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
];
const names = FOLDERS.flatMap((folder) => [...listStatements(folder)]);

describe('the statements under cypher/', () => {
  it.each(names)('%s is one statement without comments', (name) => {
    const text = getStatement(name);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\/\/|;/);
  });

  it('are there for every type of relationship, to write and to delete', () => {
    for (const type of [...RELATION_TYPES, ...LINK_TYPES]) {
      const file = type.toLowerCase().replaceAll('_', '-');
      expect(getStatement(`write/merge-${file}`)).toContain(`:${type} {id: row.id}`);
      expect(getStatement(`write/neo4j/delete-${file}`)).toContain(`:${type} {id: id}`);
      expect(getStatement('read/relationships')).toContain(type);
    }
  });

  it('take no label or type from outside', () => {
    for (const name of names) expect(getStatement(name)).not.toMatch(/:\$|\$\{/);
    expect(NODE_LABELS).toContain('Entity');
  });

  it('are not there by any other name', () => {
    expect(hasStatement('write/merge-love')).toBe(false);
    expect(() => getStatement('write/merge-love')).toThrow(/write\/merge-love/);
  });
});
