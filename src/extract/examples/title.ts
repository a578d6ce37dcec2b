import type { Document } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Annotation } from './annotation.ts';
import type { Occurrence, Squeezed } from './occurrence.ts';

/** The words of a post, and whose it is. */
export interface TitleSpan extends Span {
  readonly person: string;
}

/** A post stands in the sentence that names its holder, and at most so many characters away. */
const FARTHEST = 40;

/** Where the posts of people are said: for each name of a holder the nearest occurrence of the title, if it is near. */
export function titlesOf(
  gold: Annotation,
  { sentences }: Document,
  squeezed: Squeezed,
  mentions: ReadonlyMap<string, readonly Occurrence[]>,
): TitleSpan[] {
  const found = new Map<string, TitleSpan>();
  const posts = [
    ...gold.relations.map(({ from, attrs }) => [from, attrs?.title] as const),
    ...gold.entities.map(({ id, attrs }) => [id, attrs?.title] as const),
  ];
  for (const [person, title] of posts) {
    if (typeof title !== 'string') continue;
    const places = squeezed.find(title);
    for (const name of mentions.get(person) ?? []) {
      const sentence = sentences.find(({ start, end }) => start <= name.start && name.start < end);
      const nearest = places
        .map((span) => ({
          span,
          gap: span.end <= name.start ? name.start - span.end : span.start - name.end,
        }))
        .filter(
          ({ span, gap }) =>
            gap >= 0 &&
            gap <= FARTHEST &&
            sentence &&
            sentence.start <= span.start &&
            span.end <= sentence.end,
        )
        .sort((a, b) => a.gap - b.gap)[0];
      if (nearest)
        found.set(`${nearest.span.start} ${nearest.span.end} ${person}`, { ...nearest.span, person });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
