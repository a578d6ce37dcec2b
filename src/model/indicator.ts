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

/** What a measure is called. */
export const MEASURE_NAMES: Readonly<Record<Measure, { readonly en: string; readonly zh: string }>> = {
  gdp: { en: 'GDP', zh: '地区生产总值' },
  output: { en: 'Industrial output', zh: '工业总产值' },
  valueAdded: { en: 'Value added', zh: '工业增加值' },
  revenue: { en: 'Revenue', zh: '营业收入' },
  profit: { en: 'Profit', zh: '利润' },
  fixedInvestment: { en: 'Fixed-asset investment', zh: '固定资产投资' },
  fiscalRevenue: { en: 'Fiscal revenue', zh: '财政收入' },
  tax: { en: 'Tax', zh: '税收' },
  trade: { en: 'Foreign trade', zh: '进出口总额' },
  exports: { en: 'Exports', zh: '出口' },
  imports: { en: 'Imports', zh: '进口' },
  foreignInvestment: { en: 'Foreign investment used', zh: '实际利用外资' },
  signedProjects: { en: 'Projects signed', zh: '签约项目' },
  startedProjects: { en: 'Projects started', zh: '开工项目' },
  completedProjects: { en: 'Projects completed', zh: '竣工投产项目' },
  projects: { en: 'Projects', zh: '在建与储备项目' },
  signedInvestment: { en: 'Investment signed together', zh: '签约总额' },
  companies: { en: 'Companies', zh: '企业数' },
  largeCompanies: { en: 'Companies above designated size', zh: '规上企业数' },
  highTechCompanies: { en: 'High-tech companies', zh: '高新技术企业数' },
  jobs: { en: 'Jobs', zh: '从业人员' },
  area: { en: 'Area', zh: '面积' },
  capacity: { en: 'Capacity', zh: '产能' },
};

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
