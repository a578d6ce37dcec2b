import type { IndicatorRow } from '../contract/entity.ts';
import { BOUNDS, isMeasure, MEASURES } from '../model/indicator.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { toSentence } from './passage.ts';
import { known, numberOf, textOf } from './properties.ts';
import { toArticleReference, toSpan } from './reference.ts';

/** The figures that articles tell of an entity, by measure, product and period; what is planned behind what is. */
export function toIndicators(catalogue: Outlook, id: string): IndicatorRow[] {
  return catalogue
    .factsOf(id)
    .flatMap((fact) => toRow(catalogue, fact) ?? [])
    .sort(
      (a, b) =>
        MEASURES.indexOf(a.name) - MEASURES.indexOf(b.name) ||
        compare(a.product, b.product) ||
        Number(a.planned) - Number(b.planned) ||
        compare(a.period ?? a.article.published, b.period ?? b.article.published) ||
        compare(a.id, b.id),
    );
}

function toRow(catalogue: Outlook, { id, properties }: NodeRecord): IndicatorRow | undefined {
  const name = textOf(properties, 'name') ?? '';
  const article = catalogue.findNode(textOf(properties, 'article'));
  if (!isMeasure(name) || !article) return undefined;
  const span = toSpan(textOf(properties, 'span')) ?? { start: 0, end: 0 };
  const bound = textOf(properties, 'bound');
  return known({
    id,
    ...span,
    name,
    value: numberOf(properties, 'value'),
    unit: textOf(properties, 'unit') ?? '',
    growth: numberOf(properties, 'growth'),
    period: textOf(properties, 'period'),
    planned: properties.planned === true,
    bound: BOUNDS.find((each) => each === bound),
    product: textOf(properties, 'product'),
    quote: textOf(properties, 'quote') ?? '',
    passage: toSentence(article, span),
    confidence: numberOf(properties, 'confidence'),
    article: toArticleReference(article),
  });
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
