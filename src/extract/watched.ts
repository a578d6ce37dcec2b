import type { Mention } from '../model/mention.ts';
import type { LexiconEntry } from '../model/seeds.ts';
import { contains } from '../model/span.ts';
import { SpanIndex } from '../model/span-index.ts';
import { mayBegin } from './encode/name.ts';

/** Find the names that the user watches, wherever they stand. */
export function findWatched(text: string, lexicon: readonly LexiconEntry[]): Mention[] {
  return lexicon.flatMap(({ name, type, aliases }) =>
    [name, ...aliases].flatMap((form) => {
      const found: Mention[] = [];
      for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
        found.push({ start, end: start + form.length, type, form, rule: 'lexicon', confidence: 0.9 });
      return found;
    }),
  );
}

/**
 * Put the names that the user watches among those that the model found, with the user's type.
 *
 * A watched name wins over what it overlaps, but for a longer name that holds it: 晨星 never cuts 晨星科技有限公司 in two. What the
 * model says of the very same span, a post, stays. The result is in text order, longer before shorter at the same start.
 */
export function putWatched(found: readonly Mention[], watched: readonly Mention[]): Mention[] {
  if (watched.length === 0) return [...found];
  const types = new Map(watched.map(({ form, type }) => [form, type]));
  const index = new SpanIndex<Mention>();
  const kept = new Set<Mention>();
  const keep = (mention: Mention): void => {
    kept.add(mention);
    index.add(mention);
  };
  for (const { title, titleSpan, ...mention } of found) {
    const type = types.get(mention.form) ?? mention.type;
    const isPerson = type === 'Official' || type === 'Executive';
    keep({
      ...mention,
      type,
      ...(isPerson && title !== undefined ? { title } : {}),
      ...(isPerson && titleSpan !== undefined ? { titleSpan } : {}),
    });
  }
  for (const mention of [...watched].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const touched = index.touching(mention.start, mention.end).filter((other) => kept.has(other));
    const same = touched.find(({ start, end }) => start === mention.start && end === mention.end);
    const holders = touched.filter((other) => other !== same && contains(other, mention));
    if (holders.some((other) => other.rule === mention.rule || !mayBegin(mention, other))) continue;
    for (const other of touched)
      if (!holders.includes(other) && !(contains(mention, other) && mayBegin(other, mention)))
        kept.delete(other);
    keep(same === undefined ? mention : { ...same, rule: mention.rule, confidence: mention.confidence });
  }
  return [...kept].sort((a, b) => a.start - b.start || b.end - a.end);
}
