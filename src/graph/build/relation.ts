import type { ArticlePart } from '../../model/article.ts';
import { hashId } from '../../model/id.ts';
import type { PostAttributes, Relation, RelationType } from '../../model/relation.ts';
import { documentId, type ExtractedDocument } from '../../model/resolution.ts';
import type { RelationshipRecord } from '../../model/snapshot.ts';
import type { StoryOf } from './article.ts';
import { highest } from './contribution.ts';
import { byPlace, compareText, type Located, locate, toSpanText } from './locate.ts';
import { newest, seen } from './newest.ts';
import { known } from './records.ts';

/** What one document says of a relation. */
export interface Said {
  readonly relation: Relation;
  readonly document: ExtractedDocument;
}

/** What one document says of a relation, by the document's name in the collection. */
export interface Saying {
  readonly document: string;
  readonly told: Told;
}

/** Works out what is told whenever that is asked for: of all relations it would take as much room again. */
export class SayingOf implements Saying {
  private readonly said: Said;

  constructor(said: Said) {
    this.said = said;
  }

  get document(): string {
    return documentId(this.said.document.extraction);
  }

  get told(): Told {
    return toTold(this.said);
  }
}

/** The same as plain data: of the article that a piece of evidence stands in only what is asked for. */
export function toPlain({ document, told }: Saying): Saying {
  const evidence = told.evidence.map(({ article: { id, published }, ...piece }) => ({
    ...piece,
    article: { id, ...(published === undefined ? {} : { published }) },
  }));
  return { document, told: { ...told, evidence } };
}

/** The same by itself, without the document: what is needed of it to bring all documents together. */
export interface Told {
  readonly attrs: PostAttributes;
  readonly confidence: number;
  /** The document's id. */
  readonly document: string;
  /** Where its evidence begins in the document. */
  readonly at: number;
  /** In the order in which the document has it. */
  readonly evidence: readonly Piece[];
}

type Piece = Located<Pick<ArticlePart, 'id' | 'published'>> & { readonly rule: string };

export function toTold({ relation: { attrs, confidence, evidence }, document }: Said): Told {
  return {
    attrs,
    confidence,
    document: document.raw.id,
    at: evidence[0]?.start ?? 0,
    evidence: evidence.map((piece) => ({ rule: piece.rule, ...locate(document, piece) })),
  };
}

/** The day of the article that tells it first. */
export function dayOf({ evidence: [first] }: Told): string | undefined {
  return first?.article.published;
}

/** A relation between two entities of the collection, by their ids; a partnership begins at the smaller. */
export interface Tie {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
}

export function toTie(type: RelationType, from: string, to: string): Tie {
  return type === 'PARTNERS_WITH' && to < from ? { type, from: to, to: from } : { type, from, to };
}

export function tieId({ type, from, to }: Tie): string {
  return hashId(type, from, to);
}

/** The relationship of a tie with the evidence of all documents, which come in any order. */
export function toRelation(tie: Tie, by: readonly Told[], storyOf: StoryOf): RelationshipRecord {
  const { type, from, to } = tie;
  const evidence = distinct(by.flatMap((told) => told.evidence));
  const title = newest(
    by.flatMap((told) => {
      const value = told.attrs.title;
      return value === undefined ? [] : [{ value, date: dayOf(told), document: told.document }];
    }),
    (a, b) => a.length - b.length || compareText(a, b),
  );
  return {
    id: tieId(tie),
    type,
    from,
    to,
    properties: known({
      articles: evidence.map((e) => e.article.id),
      spans: evidence.map(toSpanText),
      quotes: evidence.map((e) => e.quote),
      rules: evidence.map((e) => e.rule),
      count: evidence.length,
      stories: new Set(evidence.map((e) => storyOf(e.article.id))).size,
      confidence: highest(by.map((told) => told.confidence)),
      ...seen(evidence.map((e) => e.article.published)),
      origin: 'article',
      title,
    }),
  };
}

/** Each piece of evidence once, by article and place; where two rules found one, the first in order stands. */
function distinct(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => byPlace(a, b) || compareText(a.rule, b.rule));
  return sorted.filter((piece, i) => {
    const before = sorted[i - 1];
    return before === undefined || byPlace(before, piece) !== 0;
  });
}

/** A relation that a public list tells: its one quote is file and row, and no article says it. */
export function toSeedRelation(
  type: RelationType,
  from: string,
  to: string,
  origin: string,
): RelationshipRecord {
  return {
    id: hashId(type, from, to),
    type,
    from,
    to,
    properties: known({
      quotes: [origin],
      rules: ['seed'],
      count: 1,
      stories: 0,
      confidence: 1,
      origin: 'seed',
    }),
  };
}
