import { present } from './assert.ts';
import type { EntityType } from './entity.ts';
import type { Mention } from './mention.ts';

/** The mentions of one thing in one document. `forms` are its names, the chosen one first. */
export interface LinkedEntity {
  readonly type: EntityType;
  readonly forms: readonly string[];
  /** In text order, never empty. */
  readonly mentions: readonly Mention[];
}

/** The name chosen for an entity. */
export function nameOf(entity: LinkedEntity): string {
  return present(entity.forms[0], 'the name of an entity');
}
