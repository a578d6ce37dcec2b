import type { EvidenceRow, RelationAnswer } from '../contract/entity.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import type { Outlook } from './catalogue.ts';
import { articleText, sentenceAround, toPassage } from './passage.ts';
import { known, listOf, numberOf, textOf } from './properties.ts';
import { toArticleReference, toEntityReference, toSpan } from './reference.ts';

/**
 * A relation with every piece of evidence behind it, in the store's order: the article, the quote in its sentence, and both
 * ends where the sentence names them.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toRelationAnswer(catalogue: Outlook, id: string): RelationAnswer {
  const relation = catalogue.getRelation(id);
  const { properties } = relation;
  const evidence = toEvidence(catalogue, relation);
  return known({
    id,
    type: relation.type as RelationAnswer['type'],
    from: toEntityReference(catalogue.getEntity(relation.from)),
    to: toEntityReference(catalogue.getEntity(relation.to)),
    title: textOf(properties, 'title'),
    count: numberOf(properties, 'count') ?? evidence.length,
    stories: numberOf(properties, 'stories'),
    confidence: numberOf(properties, 'confidence'),
    firstSeen: textOf(properties, 'firstSeen'),
    lastSeen: textOf(properties, 'lastSeen'),
    origin: textOf(properties, 'origin'),
    evidence,
  });
}

/** What a relation rests on, in the store's order. */
export function toEvidence(catalogue: Outlook, { from, to, properties }: RelationshipRecord): EvidenceRow[] {
  const [articles, spans, rules] = [
    listOf(properties, 'articles'),
    listOf(properties, 'spans'),
    listOf(properties, 'rules'),
  ];
  return listOf(properties, 'quotes').map((quote, index): EvidenceRow => {
    const rule = rules[index] ?? '';
    const article = catalogue.findNode(articles[index]);
    const span = toSpan(spans[index]);
    if (!article || !span) return { quote, rule };
    const sentence = sentenceAround(articleText(article), span);
    const ends = catalogue.namesIn(article.id).filter(({ entity }) => entity.id === from || entity.id === to);
    const passage = toPassage(article, sentence, [span], ends);
    return { quote, rule, article: toArticleReference(article), span, passage };
  });
}
