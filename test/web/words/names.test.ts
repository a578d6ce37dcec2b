import { describe, expect, it } from 'vitest';
import { NODES, propertiesOf, RELATIONSHIPS, STATUSES } from '../../../src/model/schema.ts';
import { WORDS } from '../../../web/words/languages.ts';

describe.each(['zh', 'en'] as const)('the words in %s', (locale) => {
  const words = WORDS[locale];

  it('are those of the schema for types, relations, properties and states', () => {
    for (const [type, names] of Object.entries(NODES))
      expect(words.types).toHaveProperty(type, names[locale]);
    for (const [type, names] of Object.entries(RELATIONSHIPS))
      expect(words.relations).toHaveProperty(type, names[locale]);
    for (const [name, names] of Object.entries(propertiesOf('Entity')))
      expect(words.property(name)).toBe(names[locale]);
    for (const [state, names] of Object.entries(STATUSES))
      expect(words.values).toHaveProperty(state, names[locale]);
  });

  it('name a milestone, and call by its own name what nobody has named', () => {
    expect(words.property('milestone')).toBe({ zh: '节点', en: 'Milestone' }[locale]);
    expect(words.property('constructor')).toBe('constructor');
  });
});
