import type { ArticleReference, EntityReference } from '../contract/reference.ts';
import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import { openingOf } from '../names/heading.ts';
import { textOf } from './properties.ts';

const ENTITY_TYPE_SET: ReadonlySet<string> = new Set(ENTITY_TYPES);

/** The entity type of a node: its property, or the label that is a type. */
export function typeOf(node: NodeRecord): EntityType {
  const type = textOf(node.properties, 'type') ?? node.labels.find((label) => ENTITY_TYPE_SET.has(label));
  return type as EntityType;
}

export function nameOf(node: NodeRecord): string {
  return textOf(node.properties, 'name') ?? node.id;
}

export function toEntityReference(node: NodeRecord): EntityReference {
  return { id: node.id, type: typeOf(node), name: nameOf(node) };
}

export function toArticleReference(node: NodeRecord): ArticleReference {
  const reference: Record<string, string> = { id: node.id };
  for (const key of ['title', 'outlet', 'published', 'url']) {
    const value = textOf(node.properties, key);
    if (value !== undefined) reference[key] = value;
  }
  const opening = reference.title === undefined ? openingOf(node) : undefined;
  if (opening !== undefined) reference.opening = opening;
  return reference as unknown as ArticleReference;
}

/** A span as the graph writes it, such as `300-360`; undefined when it is none. */
export function toSpan(written: string | undefined): Span | undefined {
  const match = /^(\d+)-(\d+)$/.exec(written ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}
