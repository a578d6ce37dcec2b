import type { IndicatorRow } from '../../src/contract/entity.ts';
import type { ProjectRow } from '../../src/contract/profile.ts';
import { WORDS } from '../words/languages.ts';
import type { Locale } from '../words/words.ts';
import { formatForeign, formatYuan } from './format.ts';

type Amount = Pick<IndicatorRow, 'value' | 'unit' | 'bound'>;

/** A figure as people say it: 312亿元, 10 GWh, 428 家, 12 km². Without a value it is empty. */
export function formatFigure({ value, unit, bound }: Amount, locale: Locale): string {
  if (value === undefined) return '';
  const words = WORDS[locale].ledger;
  const said = amountOf(value, unit, locale);
  return bound === undefined ? said : words.figureBounds[bound](said);
}

/** A growth in percent with its sign: +15.2%, −3%. */
export function formatGrowth(growth: number): string {
  return `${growth < 0 ? '−' : '+'}${plain(Math.abs(growth))}%`;
}

/** What a project makes, each with its product: 动力电池 10 GWh. */
export function formatCapacity(capacity: ProjectRow['capacity'], locale: Locale): string {
  const words = WORDS[locale].ledger;
  return (capacity ?? [])
    .map(({ value, unit, product, planned }) =>
      [product, formatFigure({ value, unit }, locale), planned ? `(${words.planned})` : '']
        .filter(Boolean)
        .join(' '),
    )
    .join('; ');
}

const SQUARE_KILOMETRE = 1e6;

function amountOf(value: number, unit: string, locale: Locale): string {
  if (unit === 'CNY') return value < 0 ? `−${formatYuan(-value, locale)}` : formatYuan(value, locale);
  if (/^[A-Z]{3}$/.test(unit)) return formatForeign(value, unit, locale);
  if (unit === 'count' || unit === '') return large(value, locale);
  if (unit === 'm2')
    return value >= SQUARE_KILOMETRE
      ? `${plain(value / SQUARE_KILOMETRE)} km²`
      : `${large(value, locale)} m²`;
  return `${large(value, locale)} ${WORDS[locale].ledger.units[unit] ?? unit}`;
}

/** A large number as the language counts: 3万, 30,000. */
function large(value: number, locale: Locale): string {
  if (locale === 'en') return plain(value);
  if (value >= 1e8) return `${plain(value / 1e8)}亿`;
  return value >= 1e4 ? `${plain(value / 1e4)}万` : plain(value);
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
