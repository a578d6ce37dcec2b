/** What a figure about a zone, a place, a company or a project measures. */
export const MEASURES = [
  'gdp',
  'output',
  'valueAdded',
  'revenue',
  'profit',
  'fixedInvestment',
  'fiscalRevenue',
  'tax',
  'trade',
  'exports',
  'imports',
  'foreignInvestment',
  'signedProjects',
  'startedProjects',
  'completedProjects',
  'projects',
  'signedInvestment',
  'companies',
  'largeCompanies',
  'highTechCompanies',
  'jobs',
  'area',
  'capacity',
] as const;

export type Measure = (typeof MEASURES)[number];

/** How a number stands to the truth, where it is not said to be exact. */
export const BOUNDS = ['about', 'atLeast', 'atMost'] as const;

export type Bound = (typeof BOUNDS)[number];

/**
 * A figure: `value` in whole units (yuan, persons, square metres, what `unit` says), absent where only growth is said.
 *
 * `growth` is in percent, year on year, negative for a fall; `period` is ISO text as exact as said (`2023`, `2024-05`, `2024-Q1`,
 * `2024-H1`, `2024-01/2024-05`); `planned` tells what is to be from what is; `product` is what a capacity makes.
 */
export interface Indicator {
  readonly name: Measure;
  readonly value?: number;
  readonly unit: string;
  readonly growth?: number;
  readonly period?: string;
  readonly planned: boolean;
  readonly bound?: Bound;
  readonly product?: string;
}

/** Whether the name of a fact is that of a measure. */
export function isMeasure(name: string): name is Measure {
  return MEASURES.some((measure) => measure === name);
}
