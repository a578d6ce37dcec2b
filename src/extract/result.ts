import type { Extraction, RawDocument } from '../model/article.ts';

/** A line of `yuantu extract -`: what the document says, with the document, so that a build can take it in place of the text. */
export type ResultLine = Extraction &
  RawDocument['metadata'] &
  Pick<RawDocument, 'text'> & {
    readonly id: string;
    /** What read it: another extractor may read otherwise. */
    readonly extractor: string;
  };

/** What a document says, as a line that is also the document. */
export function toResultLine(raw: RawDocument, extraction: Extraction, extractor: string): string {
  const line: ResultLine = { ...extraction, id: raw.doc, text: raw.text, ...raw.metadata, extractor };
  return `${JSON.stringify(line)}\n`;
}

export function isResultLine(value: unknown): value is ResultLine {
  const { id, text, extractor, entities, relations } = (value ?? {}) as Partial<ResultLine>;
  const isText = [id, text, extractor].every((one) => typeof one === 'string');
  return isText && Array.isArray(entities) && Array.isArray(relations);
}

/** What a document says, its articles under the ids that they have in its source. */
export function underSource(
  { id }: RawDocument,
  { doc, articles, entities, relations }: Extraction,
): Extraction {
  const named = articles.map((article, i) => ({ ...article, id: i === 0 ? id : `${id}#${i + 1}` }));
  return { doc, articles: named, entities, relations };
}
