import type { Statement } from '../../src/contract/profile.ts';
import { WORDS } from '../words/languages.ts';
import type { Locale } from '../words/words.ts';

const YI = 1e8;
const WAN = 1e4;

const digits = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });

/** A sum of money from yuan: 5150000000 is 51.5亿元, or ¥5.15 billion. */
export function formatYuan(yuan: number, locale: Locale): string {
  if (locale === 'zh') {
    if (yuan >= YI) return `${digits(yuan / YI)}亿元`;
    return yuan >= WAN ? `${digits(yuan / WAN)}万元` : `${digits(yuan)}元`;
  }
  if (yuan >= 1e9) return `¥${digits(yuan / 1e9)} billion`;
  return yuan >= 1e6 ? `¥${digits(yuan / 1e6)} million` : `¥${digits(yuan)}`;
}

/** A property or fact as people read it: sums with their unit, states by name, shares in per cent. */
export function formatValue(name: string, value: unknown, locale: Locale): string {
  if (name === 'investment' && typeof value === 'number') return formatYuan(value, locale);
  if (name === 'confidence' && typeof value === 'number') return `${Math.round(value * 100)}%`;
  if (typeof value === 'number') return digits(value);
  return WORDS[locale].values[String(value)] ?? String(value);
}

/** What a fact states: a value as above; a range, a bound and a sum in other money as people say them. */
export function formatFact(
  {
    name,
    value,
    min,
    max,
    bound,
    currency,
  }: Pick<Statement, 'name' | 'value' | 'min' | 'max' | 'bound' | 'currency'>,
  locale: Locale,
): string {
  const money = (sum: number) =>
    currency === undefined ? formatYuan(sum, locale) : formatForeign(sum, currency, locale);
  const words = WORDS[locale];
  if (typeof value === 'string') {
    const said = formatValue(name, value, locale);
    return name === 'due' ? words.ledger.due(said) : said;
  }
  const ends = [...new Set([value ?? min, value ?? max])].flatMap((end) =>
    end === undefined ? [] : [money(end)],
  );
  const said = ends.join('–');
  return bound === undefined ? said : words.bounds[bound](said);
}

/** A sum of money of another country: 3.5亿美元, or 350 million US dollars. */
export function formatForeign(sum: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(sum);
}

/** Title, or what stands in its place: the first words, or the file's name. */
export function titleOf(article: {
  readonly id: string;
  readonly title?: string;
  readonly opening?: string;
}): string {
  return article.title ?? article.opening ?? article.id.split('/').at(-1) ?? article.id;
}
