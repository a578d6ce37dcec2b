import { describe, expect, it } from 'vitest';
import { LABELS, PROPERTIES, RELATIONSHIP_TYPES } from '../../../../src/model/schema.ts';
import { completionsAt } from '../../../../web/panels/console/completion.ts';

describe('completion in the console', () => {
  const labels = (text: string) => completionsAt(text)?.completions.map(({ label }) => label) ?? [];

  it.each([
    ['MATCH (c:Com', 'Company'],
    ['MATCH (c:Company)-[r:INV', 'INVESTS_IN'],
    ['MATCH (c)-[:LOCATED_IN|PA', 'PART_OF'],
    ['MATCH (c) WHERE c.na', 'name'],
    ['MATCH (c {na', 'name'],
    ['MATCH (company) RET', 'RETURN'],
    ['MATCH (company) RETURN com', 'company'],
  ])('offers for %s what may stand there', (text, expected) => {
    expect(labels(text)).toContain(expected);
  });

  it('offers nothing inside a text', () => {
    expect(labels("WHERE c.name = '宜春:")).toEqual([]);
  });

  it('offers every label, type and property of the schema', () => {
    expect(labels('MATCH (n:')).toEqual(LABELS);
    expect(labels('MATCH ()-[r:')).toEqual(RELATIONSHIP_TYPES);
    expect(labels('RETURN n.')).toEqual(Object.keys(PROPERTIES));
  });
});
