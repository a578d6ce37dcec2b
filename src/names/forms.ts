import type { NodeRecord } from '../model/snapshot.ts';
import { headingOf } from './heading.ts';

/** What an entity or an article may be found by. */
export interface NamedForm {
  readonly text: string;
  readonly by: 'name' | 'alias' | 'title';
}

/** The name of an entity and its aliases, the title of an article or its first words; what has none goes by its id. */
export function formsOf(node: NodeRecord): NamedForm[] {
  const { id, labels, properties } = node;
  const { name, aliases } = properties;
  if (labels.includes('Article')) return [{ text: headingOf(node), by: 'title' }];
  const own = textIn(name) ?? id;
  const others = Array.isArray(aliases) ? aliases.filter((alias) => alias !== own) : [];
  return [{ text: own, by: 'name' }, ...others.map((text) => ({ text, by: 'alias' as const }))];
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
