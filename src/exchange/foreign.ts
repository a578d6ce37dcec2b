import { PROPERTIES, RELATIONSHIPS, type RelationshipType } from '../model/schema.ts';
import type { Properties, PropertyValue, Snapshot } from '../model/snapshot.ts';
import { fromJsonText } from './column.ts';

/** A column of nodes or of relationships that cannot be kept, and how many records have it. */
export interface ForeignColumn {
  readonly of: 'node' | 'relationship';
  readonly name: string;
  readonly records: number;
}

/**
 * A graph that another program rewrote, as one of ours: lists and numbers that it made text of are such again. Columns that it added
 * stay on nodes as they are; on relationships, which carry what the schema says and no more, and where they have no plain name, they
 * are left out, and told.
 */
export function toOurs({ nodes, relationships }: Snapshot): {
  readonly snapshot: Snapshot;
  readonly foreign: readonly ForeignColumn[];
} {
  const counts = new Map<string, ForeignColumn>();
  const keep = (
    properties: Properties,
    of: ForeignColumn['of'],
    isKnown: (name: string) => boolean,
  ): Properties => {
    const kept: Record<string, PropertyValue> = {};
    for (const [name, value] of Object.entries(properties)) {
      if (isKnown(name)) kept[name] = typed(name, value);
      else {
        const { records } = counts.get(`${of} ${name}`) ?? { records: 0 };
        counts.set(`${of} ${name}`, { of, name, records: records + 1 });
      }
    }
    return kept;
  };
  const snapshot = {
    nodes: nodes.map((node) => ({ ...node, properties: keep(node.properties, 'node', isPlainName) })),
    relationships: relationships.map((one) => {
      // Of what type it is, is checked later.
      const { properties: known } = RELATIONSHIPS[one.type as RelationshipType] ?? { properties: PROPERTIES };
      const properties = keep(one.properties, 'relationship', (name) => Object.hasOwn(known, name));
      return { ...one, properties };
    }),
  };
  return { snapshot, foreign: [...counts.values()] };
}

/** Whether a property may be called so. */
export const isPlainName = (name: string): boolean => /^[A-Za-z]\w*$/u.test(name);

/** A value of the kind that the schema says, where a text holds one. */
function typed(name: string, value: PropertyValue): PropertyValue {
  const known = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  const mayBe = known !== undefined && (known.isList || known.kind === 'scalar');
  return mayBe && typeof value === 'string' ? fromJsonText(value) : value;
}
