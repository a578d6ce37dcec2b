import type { Citation, CitationsAnswer } from '../contract/citation.ts';
import { YuantuError } from '../model/errors.ts';
import type { NodeRecord, RelationshipRecord } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import { toBibTex, toCsl, toMarkdown, toText } from './citation-forms.ts';
import { articleText, byDate, sentenceAround } from './passage.ts';
import { known, listOf, textOf } from './properties.ts';
import { toArticleReference, toSpan } from './reference.ts';

/**
 * What something of the graph rests on, in every form of a citation: a fact its words, a relation each piece of its evidence, an
 * entity the sentence of each article that names it first there, an article itself, or the words at `span` of it.
 *
 * @throws {YuantuError} NOT_FOUND for an id that nothing has; INPUT for a span that is not in the article.
 */
export function toCitationsAnswer(catalogue: Catalogue, id: string, span?: string): CitationsAnswer {
  const items = toCitations(catalogue, id, span);
  return {
    items,
    text: items.map(toText).join('\n'),
    markdown: items.map(toMarkdown).join('\n\n'),
    csl: items.map(toCsl),
    bibtex: items.map(toBibTex).join('\n\n'),
  };
}

function toCitations(catalogue: Catalogue, id: string, span: string | undefined): Citation[] {
  const node = catalogue.findNode(id);
  if (node?.labels.includes('Article')) return [ofArticle(node, toSpan(span))];
  if (node?.labels.includes('Fact')) return ofFact(catalogue, node);
  if (node) return ofEntity(catalogue, node);
  const relation = catalogue.findRelation(id);
  if (relation) return ofRelation(catalogue, relation);
  throw new YuantuError('NOT_FOUND', `nothing in the graph has the id ${id}`);
}

function ofArticle(article: NodeRecord, span: Span | undefined): Citation {
  if (span === undefined) return { quote: '', article: authored(article) };
  const text = articleText(article);
  if (span.end > text.length || span.start >= span.end)
    throw new YuantuError(
      'INPUT',
      `the article has ${text.length} characters; ${span.start}-${span.end} is no part of it`,
    );
  return { quote: text.slice(span.start, span.end), article: authored(article), span };
}

function ofFact(catalogue: Catalogue, { properties }: NodeRecord): Citation[] {
  const article = catalogue.findNode(textOf(properties, 'article'));
  const span = toSpan(textOf(properties, 'span'));
  return [
    known({
      quote: textOf(properties, 'quote') ?? '',
      article: article && authored(article),
      span,
    }),
  ];
}

function ofRelation(catalogue: Catalogue, { properties }: RelationshipRecord): Citation[] {
  const [articles, spans] = [listOf(properties, 'articles'), listOf(properties, 'spans')];
  return listOf(properties, 'quotes').map((quote, at) => {
    const article = catalogue.findNode(articles[at]);
    return known({ quote, article: article && authored(article), span: toSpan(spans[at]) });
  });
}

function ofEntity(catalogue: Catalogue, { id }: NodeRecord): Citation[] {
  const places = catalogue.mentionsOf(id);
  return [...places.keys()]
    .flatMap((article) => catalogue.findNode(article) ?? [])
    .sort(byDate)
    .flatMap((article) => {
      const first = places.get(article.id)?.[0];
      return first ? [ofArticle(article, sentenceAround(articleText(article), first))] : [];
    });
}

function authored(article: NodeRecord): NonNullable<Citation['article']> {
  return known({ ...toArticleReference(article), author: textOf(article.properties, 'author') });
}
