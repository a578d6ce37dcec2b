import type { Total } from '../../src/contract/profile.ts';
import { WORDS } from '../words/languages.ts';
import type { Locale } from '../words/words.ts';
import { formatForeign, formatYuan } from './format.ts';

/** What stands beside a total: the least and the most where projects have ranges or bounds, and foreign money, which is never converted. */
export function totalNotes({ least, most, ranged, foreign }: Total, locale: Locale): string[] {
  const words = WORDS[locale].ledger;
  const yuan = (sum: number) => formatYuan(sum, locale);
  return [
    ...(ranged > 0 ? [words.between(yuan(least), most === undefined ? undefined : yuan(most))] : []),
    ...foreign.map(({ currency, counted, least: from, most: to }) => {
      const money = (sum: number) => formatForeign(sum, currency, locale);
      const sum =
        to === from ? money(from) : words.between(money(from), to === undefined ? undefined : money(to));
      return words.foreign(sum, counted);
    }),
  ];
}
