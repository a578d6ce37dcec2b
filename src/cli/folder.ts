import { dirname } from 'node:path';
import type { Config } from '../config/settings.ts';

/** Where what belongs to a store is kept: beside an embedded one, in `.yuantu` for a server's. */
export function folderOf({ store }: Config): string {
  return store.startsWith('grafeo:') ? dirname(store.slice('grafeo:'.length)) : '.yuantu';
}
