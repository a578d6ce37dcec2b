import type { Snapshot } from '../../src/model/snapshot.ts';

/** A graph that tells its number in every record, and shares only some ids with the one before. */
export function generation(number: number): Snapshot;
/** The number that every record of a graph tells; 0 for an empty one, NaN for a mixed one. */
export function numberOf(snapshot: Snapshot): number;
