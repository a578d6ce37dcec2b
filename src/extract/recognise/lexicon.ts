import type { Mention } from '../../model/mention.ts';
import type { LexiconEntry } from '../../model/seeds.ts';
import type { TextView } from './text-view.ts';

/**
 * Find the names that the user watches, wherever a word begins with them.
 *
 * They weigh less than a longer name that the text itself makes sure: 晨星 never cuts 晨星科技有限公司 in two.
 */
export function recogniseLexicon(view: TextView, lexicon: readonly LexiconEntry[]): Mention[] {
  return lexicon.flatMap(({ name, type, aliases }) =>
    [name, ...aliases].flatMap((form) =>
      view.find(form).map((start): Mention => {
        return { start, end: start + form.length, type, form, rule: 'lexicon', confidence: 0.9 };
      }),
    ),
  );
}
