import type { ArticleMetadata, RawDocument } from '../model/article.ts';
import type { ArticleJudgement, Judgement, JudgementLine } from '../model/judgement.ts';
import type { DocumentExtractor } from './extracting.ts';

/** The ids of documents that people took back. */
export function withdrawn(judgements: readonly Judgement[]): Set<string> {
  return new Set(onArticles(judgements).flatMap((one) => (one.property === undefined ? [one.article] : [])));
}

/** What people know of documents beside their texts, by id. What is unknown after all is no matter of reading. */
export function corrections(judgements: readonly Judgement[]): Map<string, ArticleMetadata> {
  const known = new Map<string, ArticleMetadata>();
  for (const { article, property, right } of onArticles(judgements))
    if (property !== undefined && right !== undefined)
      known.set(article, { ...known.get(article), [property]: right });
  return known;
}

/** The ids of documents of which people know something else now than before. */
export function correctedOtherwise(before: readonly Judgement[], now: readonly Judgement[]): string[] {
  const [old, known] = [corrections(before), corrections(now)];
  return [...new Set([...old.keys(), ...known.keys()])].filter(
    (id) => JSON.stringify(old.get(id)) !== JSON.stringify(known.get(id)),
  );
}

/** Reads documents in the light of what people know of them: a date of its article is one of 今年5月. They come as they were given. */
export function readAsJudged(
  extract: DocumentExtractor,
  judgements: readonly Judgement[],
): DocumentExtractor {
  const gone = withdrawn(judgements);
  const known = corrections(judgements);
  return async (documents) => {
    const given = new Map(documents.map((one) => [one.id, one]));
    const { come, rejected } = await extract(
      documents.flatMap((one) => (gone.has(one.id) ? [] : [withMetadata(one, known.get(one.id))])),
    );
    return { come: come.map((one) => ({ ...one, raw: given.get(one.raw.id) ?? one.raw })), rejected };
  };
}

/** The documents that an undo brings again. */
export function restored(lines: readonly JudgementLine[], undone: ReadonlySet<string>): RawDocument[] {
  return lines.flatMap((line) =>
    line.say === 'article' && line.kept !== undefined && undone.has(line.id)
      ? [{ id: line.article, ...line.kept }]
      : [],
  );
}

function withMetadata(raw: RawDocument, known: ArticleMetadata | undefined): RawDocument {
  return known === undefined ? raw : { ...raw, metadata: { ...raw.metadata, ...known } };
}

function onArticles(judgements: readonly Judgement[]): ArticleJudgement[] {
  return judgements.filter((one) => one.say === 'article');
}
