import { MEASURE_NAMES } from '../../src/model/indicator.ts';
import { type Names, NODES, propertiesOf, RELATIONSHIPS, STATUSES } from '../../src/model/schema.ts';
import type { Locale, Words } from './words.ts';

/**
 * What the schema calls its labels, relationships, properties of entities, measures and states of projects in a language. `others` names
 * facts that are no property of an entity.
 */
export function namesIn(
  locale: Locale,
  others: Readonly<Record<string, string>>,
): Pick<Words, 'types' | 'relations' | 'property'> & { readonly states: Readonly<Record<string, string>> } {
  const named = <K extends string>(all: Readonly<Record<K, Names>>) =>
    Object.fromEntries(Object.entries<Names>(all).map(([key, names]) => [key, names[locale]])) as Record<
      K,
      string
    >;
  const properties = new Map(
    Object.entries({ ...named(propertiesOf('Entity')), ...named(MEASURE_NAMES), ...others }),
  );
  return {
    types: named(NODES),
    relations: named(RELATIONSHIPS),
    states: named(STATUSES),
    property: (name) => properties.get(name) ?? name,
  };
}
