import { YuantuError } from '../model/errors.ts';
import { LABELS, mayHold, PROPERTIES, RELATIONSHIP_TYPES } from '../model/schema.ts';
import type { Properties, Snapshot } from '../model/snapshot.ts';
import { isPlainName } from './foreign.ts';

/**
 * Refuses a graph that is not of the schema: other labels or types, an end that is not there, a property of another kind. Nodes
 * may carry further properties.
 *
 * @throws {YuantuError} INPUT, naming the first record that is wrong.
 */
export function checkSnapshot({ nodes, relationships }: Snapshot): void {
  const ids = new Set<string>();
  for (const { id, labels, properties } of nodes) {
    const unknown = labels.find((label) => !isAmong(LABELS, label));
    if (unknown !== undefined || labels.length === 0)
      refuse(`node "${id}" has the label "${unknown ?? ''}"; expected ${LABELS.join(', ')}`);
    if (ids.has(id)) refuse(`node "${id}" is there twice`);
    ids.add(id);
    checkProperties(id, properties);
  }
  const seen = new Set<string>();
  for (const { id, type, from, to, properties } of relationships) {
    if (!isAmong(RELATIONSHIP_TYPES, type))
      refuse(`relationship "${id}" has the type "${type}"; expected ${RELATIONSHIP_TYPES.join(', ')}`);
    if (seen.has(id)) refuse(`relationship "${id}" is there twice`);
    seen.add(id);
    for (const end of [from, to])
      if (!ids.has(end)) refuse(`relationship "${id}" ends at "${end}", which is not in the file`);
    checkProperties(id, properties);
  }
}

function isAmong(list: readonly string[], one: string): boolean {
  return list.includes(one);
}

function checkProperties(id: string, properties: Properties): void {
  const wrong = Object.keys(properties).find((name) => !isPlainName(name));
  if (wrong !== undefined)
    refuse(
      `"${id}" has a property "${wrong}"; expected Latin letters, digits and underscores, a letter first`,
    );
  for (const [name, value] of Object.entries(properties)) {
    const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (property === undefined || mayHold(property, value)) continue;
    const expected = property.isList ? `a list of ${property.kind}` : property.kind;
    refuse(`"${id}" has ${JSON.stringify(value)} for its ${name}; expected ${expected}`);
  }
}

function refuse(message: string): never {
  throw new YuantuError('INPUT', message);
}
