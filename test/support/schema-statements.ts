import { ENTITY_TYPES, type EntityType } from '../../src/model/entity.ts';
import {
  BASES,
  type Base,
  basesOf,
  type Label,
  labelsOf,
  type PropertySchemas,
  propertiesOf,
  propertiesThat,
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../src/model/schema.ts';

const AGAIN = 'May be run again.';
const isFloat = ({ kind }: { readonly kind: string }) => kind === 'float';

/** The statements under `cypher/` that the schema alone decides, by their names: the files hold just these texts. */
export function schemaStatements(): Map<string, string> {
  const types: (readonly EntityType[])[] = [...ENTITY_TYPES.map((type) => [type]), ['Official', 'Executive']];
  return new Map([
    ...types.map((some) => [`write/merge-${some.join('-').toLowerCase()}`, mergeEntity(some)] as const),
    ['write/merge-article', mergeNode('Article')],
    ['write/merge-fact', mergeNode('Fact')],
    ...RELATIONSHIP_TYPES.flatMap((type) => {
      const file = type.toLowerCase().replaceAll('_', '-');
      return [
        [`write/merge-${file}`, mergeRelationship(type)],
        [`write/neo4j/delete-${file}`, deleteRelationship(type)],
        [`schema/neo4j/${file}-id`, relationshipId(type)],
      ] as const;
    }),
    ['read/relationships', readRelationships()],
    ...(['grafeo', 'neo4j'] as const).flatMap((store) => [
      [`check/${store}/mistyped-nodes`, mistyped(store, 'nodes')] as const,
      [`check/${store}/mistyped-relationships`, mistyped(store, 'relationships')] as const,
    ]),
  ]);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

function mergeEntity(types: readonly EntityType[]): string {
  const labels = ['Person', ...ENTITY_TYPES].filter((one) => labelsOf(types).includes(one as Label));
  const others = ['Person', ...ENTITY_TYPES].filter((one) => !labels.includes(one));
  return mergeNode('Entity', labels, [`SET n:${labels.join(':')}`, `REMOVE n:${others.join(':')}`]);
}

function mergeNode(base: Base, labels: readonly string[] = [], more: readonly string[] = []): string {
  const floats = propertiesThat(isFloat, propertiesOf(base));
  const set = ['SET n = row.properties', ...floats.map((name) => `  n.${name} = toFloat(row.${name})`)];
  const [first = '', ...rest] = set.join(',\n').split('\n');
  return lines(
    `// Write nodes :${[base, ...labels].join(':')}. Parameters: rows, a list of {${['id', 'properties', ...floats].join(', ')}}, ids not repeated within it.`,
    `// Columns: written, a count. Properties become exactly the row's${floats.length > 0 ? ', those repeated beside them as floats' : ''}. ${AGAIN}`,
    'UNWIND $rows AS row',
    `MERGE (n:${base} {id: row.id})`,
    ...[`ON CREATE ${first}`, ...rest],
    ...[`ON MATCH ${first}`, ...rest],
    ...more,
    'RETURN count(*) AS written',
  );
}

function mergeRelationship(type: RelationshipType): string {
  const [from, to] = basesOf(type);
  const { properties } = RELATIONSHIPS[type];
  const set = Object.entries(properties)
    .filter(([name]) => name !== 'id')
    .map(([name, { kind }]) => `r.${name} = ${kind === 'float' ? `toFloat(row.${name})` : `row.${name}`}`)
    .join(',\n  ');
  return lines(
    `// Write relationships (:${from})-[:${type}]->(:${to}). Parameters: rows, a list of {id, from, to${set === '' ? '' : ', and the properties below'}}.`,
    `// Columns: written, a count; less than the rows when an end is missing. A property that a row lacks is taken away. ${AGAIN}`,
    'UNWIND $rows AS row',
    `MATCH (a:${from} {id: row.from})`,
    `MATCH (b:${to} {id: row.to})`,
    `MERGE (a)-[r:${type} {id: row.id}]->(b)`,
    ...(set === '' ? [] : [`SET ${set}`]),
    'RETURN count(*) AS written',
  );
}

function deleteRelationship(type: RelationshipType): string {
  return lines(
    `// Delete relationships ${type}. Parameters: ids. Those that are gone already are passed over: may be run again.`,
    'UNWIND $ids AS id',
    `MATCH ()-[r:${type} {id: id}]->()`,
    'DELETE r',
  );
}

function relationshipId(type: RelationshipType): string {
  return lines(
    `// One relationship ${type} an id. ${AGAIN}`,
    `CREATE CONSTRAINT ${type.toLowerCase()}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
  );
}

function readRelationships(): string {
  return lines(
    '// Every relationship of the graph. Columns: id, type, from, to, properties.',
    `MATCH (a)-[r:${RELATIONSHIP_TYPES.join('|')}]->(b)`,
    'RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties',
  );
}

/** How each store says that a value is not of a kind. Grafeo has no word for kinds: half of the next odd number is the number itself only where both are integers. */
const IS_NOT = {
  grafeo: {
    float: (value: string) => `(2 * abs(${value}) + 1) / 2 = abs(${value})`,
    integer: (value: string) => `(2 * abs(${value}) + 1) / 2 > abs(${value})`,
  },
  neo4j: {
    float: (value: string) => `${value} IS NOT :: FLOAT`,
    integer: (value: string) => `${value} IS NOT :: INTEGER`,
  },
} as const;

function mistyped(store: 'grafeo' | 'neo4j', what: 'nodes' | 'relationships'): string {
  const isNodes = what === 'nodes';
  const holders = isNodes
    ? BASES.map(propertiesOf)
    : Object.values(RELATIONSHIPS).map((one) => one.properties);
  const all: PropertySchemas = Object.assign({}, ...holders);
  const variable = isNodes ? 'n' : 'r';
  const wrong = Object.entries(all).flatMap(([name, { kind }]) =>
    kind === 'float' || kind === 'integer' ? [IS_NOT[store][kind](`${variable}.${name}`)] : [],
  );
  return lines(
    `// ${isNodes ? 'Nodes' : 'Relationships'} with an integer where the schema has a float, or a float where it has an integer. Columns: id.`,
    ...(isNodes
      ? ['MATCH (n)', `WHERE (${BASES.map((base) => `n:${base}`).join(' OR ')}) AND (`]
      : [`MATCH ()-[r:${RELATIONSHIP_TYPES.join('|')}]->()`, 'WHERE (']),
    `  ${wrong.join('\n  OR ')}`,
    ')',
    `RETURN ${variable}.id AS id`,
  );
}
