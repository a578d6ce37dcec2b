import { hashId } from '../model/id.ts';
import type { Relation, RelationType } from '../model/relation.ts';
import type { ExtractedDocument, Stories } from '../model/resolution.ts';
import type { RelationshipRecord } from '../model/snapshot.ts';
import { highest } from './entity.ts';
import { byPlace, compareText, type Located, locate, toSpanText } from './locate.ts';
import { newest, seen } from './newest.ts';
import { known } from './records.ts';

interface Said {
  readonly relation: Relation;
  readonly document: ExtractedDocument;
}

/** Relations of all documents between the entities of the collection: one for each type and pair of ends. */
export class RelationBook {
  private readonly said = new Map<
    string,
    { readonly type: RelationType; readonly from: string; readonly to: string; readonly by: Said[] }
  >();
  private readonly stories: Stories;

  constructor(stories: Stories) {
    this.stories = stories;
  }

  /** Takes in what a document says. A thing's relation to itself, as resolution may leave it, says nothing. */
  merge(relation: Relation, document: ExtractedDocument, from: string, to: string): void {
    if (from === to) return;
    const { type } = relation;
    const [a, b] = type === 'PARTNERS_WITH' && to < from ? [to, from] : [from, to];
    const id = hashId(type, a, b);
    const entry = this.said.get(id) ?? { type, from: a, to: b, by: [] };
    if (entry.by.length === 0) this.said.set(id, entry);
    entry.by.push({ relation, document });
  }

  has(type: RelationType, from: string, to: string): boolean {
    return this.said.has(hashId(type, from, to));
  }

  records(): RelationshipRecord[] {
    return [...this.said].map(([id, { type, from, to, by }]) => {
      const evidence = distinct(
        by.flatMap(({ relation, document }) =>
          relation.evidence.map((piece) => ({ ...locate(document, piece), rule: piece.rule })),
        ),
      );
      const title = newest(
        by.flatMap(({ relation, document }) => {
          const [first] = relation.evidence;
          const value = relation.attrs.title;
          const published = first && locate(document, first).article.published;
          return value === undefined ? [] : [{ value, published, document: document.raw.id }];
        }),
        (a, b) => a.length - b.length || compareText(a, b),
      );
      return {
        id,
        type,
        from,
        to,
        properties: known({
          articles: evidence.map((e) => e.article.id),
          spans: evidence.map(toSpanText),
          quotes: evidence.map((e) => e.quote),
          rules: evidence.map((e) => e.rule),
          count: evidence.length,
          stories: new Set(evidence.map((e) => this.stories[e.article.id] ?? e.article.id)).size,
          confidence: highest(by.map((s) => s.relation.confidence)),
          ...seen(evidence.map((e) => e.article.published)),
          origin: 'article',
          title,
        }),
      };
    });
  }
}

type Piece = Located & { readonly rule: string };

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
