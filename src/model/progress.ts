export const STEPS = ['read', 'extract', 'resolve', 'graph', 'write'] as const;

/** How far a build is: `done` of `total` articles read or extracted; the other steps count as one. */
export interface Progress {
  readonly step: (typeof STEPS)[number];
  readonly done: number;
  readonly total: number;
}
