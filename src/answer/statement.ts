import type { EventRow, Statement } from '../contract/profile.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { toSentence } from './passage.ts';
import { known, textOf } from './properties.ts';
import { toArticleReference, toEntityReference, toSpan } from './reference.ts';

/** What the articles state of an entity, each with its place; the newest first, those without a date last. */
export function toStatements(catalogue: Catalogue, id: string): Statement[] {
  const statements = catalogue.factsOf(id).flatMap(({ properties }): Statement[] => {
    const article = catalogue.findNode(textOf(properties, 'article'));
    const { value } = properties;
    if (!article || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const reference = toArticleReference(article);
    const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
    return [
      known({
        ...span,
        name: textOf(properties, 'name') ?? '',
        value,
        date: textOf(properties, 'date') ?? reference.published,
        quote: textOf(properties, 'quote') ?? '',
        passage: toSentence(article, span),
        article: reference,
      }),
    ];
  });
  return statements.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}

/** Dated statements about entities, the oldest first; what several articles say alike of a day counts once. */
export function toEvents(catalogue: Catalogue, members: readonly NodeRecord[]): EventRow[] {
  const seen = new Set<string>();
  return members
    .flatMap((node) =>
      toStatements(catalogue, node.id).flatMap((statement) => {
        const key = JSON.stringify([node.id, statement.name, statement.value, statement.date]);
        if (statement.date === undefined || statement.name === 'investment' || seen.has(key)) return [];
        seen.add(key);
        return [{ ...statement, about: toEntityReference(node) }];
      }),
    )
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
