import type { SegmentedDocument } from '../../model/article.ts';
import { present } from '../../model/assert.ts';
import type { EntityType } from '../../model/entity.ts';
import type { LinkedEntity } from '../../model/linked.ts';
import type { Mention } from '../../model/mention.ts';
import { firstFrom, lowest } from '../../model/nearby.ts';
import type { RelationType } from '../../model/relation.ts';
import { commonWord, type Span, type Token } from '../../model/span.ts';

/** A mention with its entity, by index. */
export interface Placed extends Mention {
  readonly entity: number;
  /** The index of the sentence that it stands in. */
  readonly sentence: number;
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
export class LinkedDocument {
  readonly text: string;
  readonly document: SegmentedDocument;
  readonly entities: readonly LinkedEntity[];
  readonly placed: readonly Placed[];
  /** The mentions of each entity, in text order. */
  readonly placesOf: readonly (readonly Placed[])[];
  private readonly byType = new Map<EntityType, Placed[]>();
  private readonly mainZones: readonly (number | undefined)[];
  private readonly mainPlaces: readonly (number | undefined)[];
  private readonly marks = new Map<string, number[]>();
  private words: Words | undefined;

  constructor(document: SegmentedDocument, entities: readonly LinkedEntity[]) {
    this.text = document.text;
    this.document = document;
    this.entities = entities;
    this.placed = entities
      .flatMap(({ mentions }, entity) =>
        mentions.map((m): Placed => ({ ...m, entity, sentence: this.sentence(m.start).index })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const placesOf: Placed[][] = entities.map(() => []);
    for (const mention of this.placed) {
      placesOf[mention.entity]?.push(mention);
      const like = this.byType.get(mention.type);
      if (like) like.push(mention);
      else this.byType.set(mention.type, [mention]);
    }
    this.placesOf = placesOf;
    this.mainZones = this.mostMentioned('Zone');
    this.mainPlaces = this.mostMentioned('Place');
  }

  type(entity: number): EntityType {
    return this.entity(entity).type;
  }

  entity(entity: number): LinkedEntity {
    return present(this.entities[entity], `entity ${entity} of the document`);
  }

  /** The names of an entity, the chosen one first. */
  formsOf(entity: number): readonly string[] {
    return this.entity(entity).forms;
  }

  /** The mentions of an entity, in text order. */
  mentionsOf(entity: number): readonly Placed[] {
    return present(this.placesOf[entity], `entity ${entity} of the document`);
  }

  /** The mentions of a type, in text order. */
  ofType(type: EntityType): readonly Placed[] {
    return this.byType.get(type) ?? [];
  }

  /** The mentions that begin within a span, in text order; of some types only, where given. */
  within(span: Span, ...types: readonly EntityType[]): Placed[] {
    const [only] = types;
    const among = types.length === 1 && only ? this.ofType(only) : this.placed;
    const found: Placed[] = [];
    for (let i = firstFrom(among, span.start); i < among.length; i++) {
      const mention = among[i];
      if (!mention || mention.start >= span.end) break;
      if (among !== this.placed || types.length === 0 || types.includes(mention.type)) found.push(mention);
    }
    return found;
  }

  /** The first mention of a type that begins within a span. */
  firstWithin({ start, end }: Span, type: EntityType): Placed | undefined {
    const among = this.ofType(type);
    const first = among[firstFrom(among, start)];
    return first && first.start < end ? first : undefined;
  }

  /** How many mentions of a type begin within a span. */
  count({ start, end }: Span, type: EntityType): number {
    return countWithin(this.ofType(type), start, end);
  }

  /** How many mentions of an entity begin within a span. */
  countOf({ start, end }: Span, entity: number): number {
    return countWithin(this.mentionsOf(entity), start, end);
  }

  /** The words that tell something within [start, end), as features hold them: at most so many from the front and from the back. */
  wordsIn(start: number, end: number, front: number, back: number): string[] {
    this.words ??= wordsOf(this.document.tokens);
    const { texts, starts, ends } = this.words;
    const from = lowest(starts.length, (i) => (starts[i] as number) >= start);
    const to = lowest(ends.length, (i) => (ends[i] as number) > end);
    if (to - from <= Math.max(front, back)) return texts.slice(from, Math.max(from, to));
    return [...texts.slice(from, from + front), ...texts.slice(to - back, to)];
  }

  /** How often a mark stands within a span. */
  countMarks(mark: string, { start, end }: Span): number {
    const places = this.placesOfMark(mark);
    return Math.max(0, firstAt(places, end) - firstAt(places, start));
  }

  /** Where a mark last stands before an offset; -1 if nowhere. */
  markBefore(mark: string, offset: number): number {
    const places = this.placesOfMark(mark);
    return places[firstAt(places, offset) - 1] ?? -1;
  }

  /** Where a mark next stands from an offset on; the end of the text if nowhere. */
  markFrom(mark: string, offset: number): number {
    const places = this.placesOfMark(mark);
    return places[firstAt(places, offset)] ?? this.text.length;
  }

  private placesOfMark(mark: string): readonly number[] {
    let places = this.marks.get(mark);
    if (!places) {
      places = [];
      for (let i = this.text.indexOf(mark); i >= 0; i = this.text.indexOf(mark, i + 1)) places.push(i);
      this.marks.set(mark, places);
    }
    return places;
  }

  /** The article that a sentence stands in. */
  articleOf(sentence: number): number {
    return present(this.document.sentences[sentence], `sentence ${sentence}`).article;
  }

  /** The sentence around an offset, as a span. */
  sentence(offset: number): Span & { readonly article: number; readonly index: number } {
    const { sentences } = this.document;
    const index = Math.max(0, lowest(sentences.length, (i) => (sentences[i] as Span).start > offset) - 1);
    const { start, end, article } = present(sentences[index], 'a sentence of the document');
    return { start, end, article, index };
  }

  /** The last mention of a type that ends at or before an offset, within so many sentences. */
  lastBefore(offset: number, sentences: number, type: EntityType): Placed | undefined {
    const here = this.sentence(Math.max(0, offset - 1));
    const first = this.document.sentences[Math.max(0, here.index - sentences)];
    const from = present(first, 'a sentence in front').start;
    const among = this.ofType(type);
    for (let i = firstFrom(among, offset) - 1; i >= 0; i--) {
      const mention = among[i];
      if (!mention || mention.start < from) break;
      if (mention.end <= offset) return mention;
    }
    return undefined;
  }

  /** The zone that an article is about, if it is about one. */
  zoneOf(article: number): number | undefined {
    return this.mainZones[article] ?? (this.document.articles.length > 1 ? this.mainZones[0] : undefined);
  }

  /** The place that an article speaks of most. */
  placeOf(article: number): number | undefined {
    return this.mainPlaces[article] ?? this.mainPlaces[0];
  }

  /** For each article the entity of a type that it speaks of most, its first sentences weighing more. */
  private mostMentioned(type: EntityType): (number | undefined)[] {
    const scores = this.document.articles.map(() => new Map<number, number>());
    for (const mention of this.ofType(type)) {
      const article = scores[this.articleOf(mention.sentence)];
      const lead = mention.sentence < 3 ? 1.5 : 1;
      article?.set(mention.entity, (article.get(mention.entity) ?? 0) + lead);
    }
    return scores.map((of) => [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]);
  }
}

/** The words of a document that features may hold, in text order. */
interface Words {
  readonly texts: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function wordsOf(tokens: readonly Token[]): Words {
  const telling = tokens.filter((token) => /[\p{L}、,(]/u.test(token.text));
  return {
    texts: telling.map(commonWord),
    starts: Int32Array.from(telling, ({ start }) => start),
    ends: Int32Array.from(telling, ({ end }) => end),
  };
}

/** The first of places in text order at or behind an offset. */
function firstAt(places: readonly number[], offset: number): number {
  return lowest(places.length, (i) => (places[i] as number) >= offset);
}

function countWithin(mentions: readonly Placed[], start: number, end: number): number {
  return Math.max(0, firstFrom(mentions, end) - firstFrom(mentions, start));
}

/** The smallest run of text that holds both spans. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
