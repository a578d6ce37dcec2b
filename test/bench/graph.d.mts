import type { Snapshot } from '../../src/model/snapshot.ts';

export function makeGraph(entities: number, relations: number): Snapshot;
