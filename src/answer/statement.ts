import type { EventRow, Statement } from '../contract/profile.ts';
import { OF_PHASE, SUM_BOUNDS } from '../model/entity.ts';
import { isMeasure } from '../model/indicator.ts';
import type { NodeRecord, Properties } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { toSentence } from './passage.ts';
import { known, numberOf, textOf } from './properties.ts';
import { toArticleReference, toEntityReference, toSpan } from './reference.ts';

/** What an article states, without the sentence that it stands in. */
export type Claim = Omit<Statement, 'passage'>;

/** What the articles state of an entity but for its figures, each with its place; the newest first, those without a date last. */
export function toStatements(catalogue: Outlook, id: string): Statement[] {
  return claimsOf(catalogue, id).map(({ claim, article }) => {
    const { start, end } = claim;
    return { ...claim, passage: toSentence(article, { start, end }) };
  });
}

/** The same without the sentences: no text is looked at. */
export function toClaims(catalogue: Outlook, id: string): Claim[] {
  return claimsOf(catalogue, id).map(({ claim }) => claim);
}

function claimsOf(catalogue: Outlook, id: string) {
  const claims = catalogue.factsOf(id).flatMap(({ properties }) => {
    const article = catalogue.findNode(textOf(properties, 'article'));
    const stated = statedOf(properties);
    const name = textOf(properties, 'name') ?? '';
    if (!article || stated === undefined || isMeasure(name)) return [];
    const reference = toArticleReference(article);
    const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
    const claim: Claim = known({
      ...span,
      name,
      ...stated,
      date: textOf(properties, 'date') ?? reference.published,
      isOfPhase: properties.rule === OF_PHASE ? true : undefined,
      quote: textOf(properties, 'quote') ?? '',
      article: reference,
    });
    return [{ claim, article }];
  });
  return claims.sort((a, b) => ((a.claim.date ?? '') < (b.claim.date ?? '') ? 1 : -1));
}

/** What a fact states; undefined where it states nothing. */
export function statedOf(
  properties: Properties,
): Pick<Statement, 'value' | 'min' | 'max' | 'bound' | 'currency'> | undefined {
  const { value, bound } = properties;
  const stated = known({
    value: typeof value === 'string' || typeof value === 'number' ? value : undefined,
    min: numberOf(properties, 'min'),
    max: numberOf(properties, 'max'),
    bound: SUM_BOUNDS.find((one) => one === bound),
    currency: textOf(properties, 'currency'),
  });
  return stated.value === undefined && stated.min === undefined && stated.max === undefined
    ? undefined
    : stated;
}

/** The value of what can be compared with others of its name: one value, and a sum in yuan. */
export function comparedValue({
  value,
  currency,
}: Pick<Statement, 'value' | 'currency'>): string | number | undefined {
  return currency === undefined ? value : undefined;
}

/** Dated statements about entities, the oldest first; what several articles say alike of a day counts once. */
export function toEvents(catalogue: Outlook, members: readonly NodeRecord[]): EventRow[] {
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
