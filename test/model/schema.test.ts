import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, PROJECT_STATUSES } from '../../src/model/entity.ts';
import { RELATION_ENDS, RELATION_TYPES } from '../../src/model/relation.ts';
import {
  BASES,
  basesOf,
  DERIVED,
  EVIDENCE,
  getRelationship,
  isRelationType,
  kindOf,
  LABELS,
  type Label,
  labelsOf,
  mayHold,
  NODES,
  PROPERTIES,
  type PropertySchema,
  type PropertySchemas,
  propertiesOf,
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  STATUSES,
} from '../../src/model/schema.ts';
import type { Properties, Snapshot } from '../../src/model/snapshot.ts';
import { goldGraph } from '../support/graph.ts';
import { smallSnapshot } from '../support/stored.ts';

const holders = [...Object.entries(NODES), ...Object.entries(RELATIONSHIPS)];
const sorted = (names: Iterable<string>) => [...names].sort();

describe('the schema', () => {
  it('gives a property one kind wherever it stands', () => {
    const shapeOf = ({ kind, isList }: PropertySchema) => `${isList ? 'list of ' : ''}${kind}`;
    for (const [holder, { properties }] of holders)
      for (const [name, property] of Object.entries(properties))
        expect(`${holder}.${name}: ${shapeOf(property)}`).toBe(
          `${holder}.${name}: ${shapeOf(PROPERTIES[name] as PropertySchema)}`,
        );
  });

  it('names everything in Chinese and in English', () => {
    const named = [
      ...holders.map(([, one]) => one),
      ...Object.values(PROPERTIES),
      ...Object.values(STATUSES),
    ];
    for (const { en, zh } of named) {
      expect(en).toMatch(/^[A-Za-z ]+$/u);
      expect(zh).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  it('lets every node be found by one base, and gives that an id', () => {
    for (const type of ENTITY_TYPES)
      expect(labelsOf([type])).toEqual(expect.arrayContaining(['Entity', type]));
    expect(labelsOf(['Official', 'Executive'])).toEqual(['Entity', 'Executive', 'Official', 'Person']);
    expect(labelsOf(['Zone'])).toEqual(['Entity', 'Zone']);
    for (const base of BASES) expect(propertiesOf(base)).toHaveProperty('id');
    expect(Object.keys(propertiesOf('Entity'))).toEqual(
      expect.arrayContaining(['investment', 'title', 'level']),
    );
  });

  it('lets a relation join what an article may tell, and a place the one above it', () => {
    for (const type of RELATION_TYPES)
      expect(RELATIONSHIPS[type].ends).toEqual(expect.arrayContaining([...RELATION_ENDS[type]]));
    expect(RELATIONSHIPS.LOCATED_IN.ends).toContainEqual({ from: ['Place'], to: ['Place'] });
    expect(RELATIONSHIP_TYPES.filter(isRelationType)).toEqual([...RELATION_TYPES]);
  });

  it.each([
    ['INVESTS_IN', 'Entity', 'Entity'],
    ['MENTIONS', 'Article', 'Entity'],
    ['HAS_FACT', 'Entity', 'Fact'],
    ['REPRINT_OF', 'Article', 'Article'],
  ])('%s leads from %s to %s', (type, from, to) => {
    expect(basesOf(type)).toEqual([from, to]);
  });

  it('knows no other type', () => {
    expect(() => getRelationship('LOVES')).toThrow(/LOVES.*LOCATED_IN/u);
    expect(() => basesOf('constructor')).toThrow(/constructor/u);
    expect(kindOf('constructor')).toBeUndefined();
  });

  it.each([
    ['confidence', 1, true],
    ['confidence', '1', false],
    ['investment', 5_150_000_000, true],
    ['investment', 0.5, false],
    ['published', '2024-05', true],
    ['value', 'signed', true],
    ['value', 12, true],
    ['value', true, false],
    ['aliases', [], true],
    ['aliases', '晨星', false],
    ['name', ['晨星'], false],
  ])('%s may hold %j: %s', (name, value, may) => {
    expect(mayHold(PROPERTIES[name] as PropertySchema, value)).toBe(may);
  });
});

describe('graphs keep to the schema', () => {
  const check = (properties: Properties, known: PropertySchemas, where: string) => {
    for (const [name, value] of Object.entries(properties)) {
      expect(`${where}.${name} ${Object.hasOwn(known, name)}`).toBe(`${where}.${name} true`);
      expect(mayHold(known[name] as PropertySchema, value)).toBe(true);
    }
  };
  const graphs: readonly (readonly [string, Snapshot])[] = [
    ['the labelled articles', goldGraph()],
    ['the sample of the stores', smallSnapshot],
  ];

  it.each(graphs)('%s', (_, { nodes, relationships }) => {
    const labels = new Map(nodes.map((node) => [node.id, node.labels]));
    for (const { id, labels, properties } of nodes) {
      expect(LABELS).toEqual(expect.arrayContaining([...labels]));
      const known = Object.assign({}, ...labels.map((label) => NODES[label as Label].properties));
      check(properties, known, id);
    }
    for (const { id, type, from, to, properties } of relationships) {
      const { ends, properties: known } = getRelationship(type);
      const joins = (row: (typeof ends)[number]) =>
        row.from.some((one) => labels.get(from)?.includes(one)) &&
        row.to.some((one) => labels.get(to)?.includes(one));
      expect(`${id} ${ends.some(joins)}`).toBe(`${id} true`);
      check(properties, known, id);
    }
  });
});

describe.each(['cypher/README.md', 'cypher/README.zh.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const model = text.slice(text.indexOf('\n## '), text.indexOf('```'));
  const rows = model
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').slice(1, 4) as [string, string, string]);
  const words = (cell: string) => [...cell.matchAll(/`(\w+)`/gu)].map(([, word = '']) => word);
  // A state of a project and a property of a figure are one word: planned.
  const values: readonly string[] = [...PROJECT_STATUSES, 'province', 'city', 'county'];
  const told = (cell: string, label?: string) =>
    sorted(words(cell).filter((word) => !values.includes(word) || (label === 'Fact' && word === 'planned')));

  it('tells the properties of every label', () => {
    for (const label of LABELS) {
      const all = Object.keys(NODES[label].properties).filter((name) => !DERIVED.has(name));
      if (all.length === 0) continue;
      const [, , cell = ''] = rows.find(([, labels]) => words(labels)[0] === label) ?? [];
      expect([label, ...told(cell, label)]).toEqual([label, ...sorted(all)]);
    }
  });

  it('tells every type of relationship, with what only it carries', () => {
    const common = Object.keys(RELATIONSHIPS.PART_OF.properties);
    for (const type of RELATIONSHIP_TYPES) {
      const [, , cell = ''] = rows.find(([first]) => words(first)[0] === type) ?? [];
      const own = Object.keys(RELATIONSHIPS[type].properties).filter(
        (name) => name !== 'id' && (!isRelationType(type) || !common.includes(name)),
      );
      expect([type, ...told(cell)]).toEqual([type, ...sorted(own)]);
    }
  });

  it('tells what all relations carry, what is derived, and what is always a float', () => {
    const body = model.slice(model.indexOf('`REPRINT_OF`'));
    const everywhere = new Set(words(body.replaceAll('[i]', '')));
    const floats = Object.keys(PROPERTIES).filter((name) => kindOf(name) === 'float');
    for (const name of [...Object.keys(RELATIONSHIPS.PART_OF.properties), ...EVIDENCE, ...DERIVED, ...floats])
      expect(everywhere).toContain(name);
  });
});
