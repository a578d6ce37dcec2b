import { ENTITY_TYPES } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import { RELATION_TYPES } from '../model/relation.ts';
import { LINK_TYPES, NODE_LABELS, type Properties, type Snapshot } from '../model/snapshot.ts';

const LABELS: ReadonlySet<string> = new Set([...ENTITY_TYPES, ...NODE_LABELS]);
const TYPES: ReadonlySet<string> = new Set([...RELATION_TYPES, ...LINK_TYPES]);

/**
 * Refuses a graph that is not of the data model.
 *
 * @throws {YuantuError} INPUT, naming the first record that is wrong.
 */
export function checkSnapshot({ nodes, relationships }: Snapshot): void {
  const ids = new Set<string>();
  for (const { id, labels, properties } of nodes) {
    const unknown = labels.find((label) => !LABELS.has(label));
    if (unknown !== undefined || labels.length === 0)
      refuse(`node "${id}" has the label "${unknown ?? ''}"; expected ${[...LABELS].join(', ')}`);
    if (ids.has(id)) refuse(`node "${id}" is there twice`);
    ids.add(id);
    checkNames(id, properties);
  }
  const seen = new Set<string>();
  for (const { id, type, from, to, properties } of relationships) {
    if (!TYPES.has(type))
      refuse(`relationship "${id}" has the type "${type}"; expected ${[...TYPES].join(', ')}`);
    if (seen.has(id)) refuse(`relationship "${id}" is there twice`);
    seen.add(id);
    for (const end of [from, to])
      if (!ids.has(end)) refuse(`relationship "${id}" ends at "${end}", which is not in the file`);
    checkNames(id, properties);
  }
}

function checkNames(id: string, properties: Properties): void {
  const wrong = Object.keys(properties).find((name) => !/^[A-Za-z]\w*$/u.test(name));
  if (wrong !== undefined)
    refuse(
      `"${id}" has a property "${wrong}"; expected Latin letters, digits and underscores, a letter first`,
    );
}

function refuse(message: string): never {
  throw new YuantuError('INPUT', message);
}
