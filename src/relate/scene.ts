import type { SegmentedDocument } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { Mention } from '../model/mention.ts';
import type { RelationType } from '../model/relation.ts';
import type { Span, Token } from '../model/span.ts';

/** A mention with the index of its entity. */
export interface Placed extends Mention {
  readonly entity: number;
}

/** A relation between two entities of the document by index; `span` is the run of sentences that says it, in the cleaned text. */
export interface Link {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly span: Span;
  readonly rule: string;
  readonly confidence: number;
  readonly title?: string;
}

/** A link that a rule points out; how far to believe it, the model says. */
export type Hint = Omit<Link, 'confidence'>;

/** The document as the relation rules see it: who is mentioned where, and what each article is about. */
export class Scene {
  readonly text: string;
  readonly document: SegmentedDocument;
  readonly entities: readonly LinkedEntity[];
  readonly placed: readonly Placed[];
  private readonly mainZones: readonly (number | undefined)[];
  private readonly mainPlaces: readonly (number | undefined)[];

  constructor(document: SegmentedDocument, entities: readonly LinkedEntity[]) {
    this.text = document.text;
    this.document = document;
    this.entities = entities;
    this.placed = entities
      .flatMap(({ mentions }, entity) => mentions.map((m): Placed => ({ ...m, entity })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    this.mainZones = document.articles.map((_, i) => this.mostMentioned('Zone', i));
    this.mainPlaces = document.articles.map((_, i) => this.mostMentioned('Place', i));
  }

  type(entity: number): EntityType {
    return this.entities[entity]?.type ?? 'Place';
  }

  /** The mentions that begin within a span, in text order; of some types only, where given. */
  within(span: Span, ...types: readonly EntityType[]): Placed[] {
    const found: Placed[] = [];
    for (let i = this.firstFrom(span.start); i < this.placed.length; i++) {
      const mention = this.placed[i];
      if (!mention || mention.start >= span.end) break;
      if (types.length === 0 || types.includes(mention.type)) found.push(mention);
    }
    return found;
  }

  /** The words that lie within [start, end). */
  tokensIn(start: number, end: number): Token[] {
    const { tokens } = this.document;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: Token[] = [];
    for (let token = tokens[low]; token && token.end <= end; token = tokens[++low]) found.push(token);
    return found;
  }

  /** The sentence around an offset, as a span. */
  sentence(offset: number): Span & { readonly article: number; readonly index: number } {
    const { sentences } = this.document;
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const found = sentences[low];
    return { start: found?.start ?? 0, end: found?.end ?? 0, article: found?.article ?? 0, index: low };
  }

  /** The last mention of some types that ends at or before an offset, within so many sentences. */
  lastBefore(offset: number, sentences: number, ...types: readonly EntityType[]): Placed | undefined {
    const here = this.sentence(Math.max(0, offset - 1));
    const from = this.document.sentences[Math.max(0, here.index - sentences)]?.start ?? 0;
    return this.within({ start: from, end: offset }, ...types).findLast((m) => m.end <= offset);
  }

  /** The zone that an article is about, if it is about one. */
  zoneOf(article: number): number | undefined {
    return this.mainZones[article] ?? (this.document.articles.length > 1 ? this.mainZones[0] : undefined);
  }

  /** The place that an article speaks of most. */
  placeOf(article: number): number | undefined {
    return this.mainPlaces[article] ?? this.mainPlaces[0];
  }

  private mostMentioned(type: EntityType, article: number): number | undefined {
    const scores = new Map<number, number>();
    for (const mention of this.placed) {
      if (mention.type !== type) continue;
      const sentence = this.sentence(mention.start);
      if (sentence.article !== article) continue;
      const lead = sentence.index < 3 ? 1.5 : 1;
      scores.set(mention.entity, (scores.get(mention.entity) ?? 0) + lead);
    }
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.placed[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The smallest run of text that holds both spans. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
