import type { SegmentedDocument } from '../../model/article.ts';
import type { EntityType } from '../../model/entity.ts';
import { type LinkedEntity, nameOf } from '../../model/linked.ts';
import type { Mention } from '../../model/mention.ts';
import { firstFrom, lowest } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** A mention with its entity, by index. */
export interface Placed extends Mention {
  readonly entity: number;
}

/** The document as the rules for facts see it: what is mentioned where. */
export class LinkedDocument {
  readonly text: string;
  readonly document: SegmentedDocument;
  private readonly entities: readonly LinkedEntity[];
  private readonly byType = new Map<EntityType, Placed[]>();
  private readonly marks = new Map<string, number[]>();

  constructor(document: SegmentedDocument, entities: readonly LinkedEntity[]) {
    this.text = document.text;
    this.document = document;
    this.entities = entities;
    const placed = entities
      .flatMap(({ mentions }, entity) => mentions.map((mention): Placed => ({ ...mention, entity })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    for (const mention of placed) {
      const like = this.byType.get(mention.type);
      if (like) like.push(mention);
      else this.byType.set(mention.type, [mention]);
    }
  }

  /** The name chosen for an entity; empty where there is none of that index. */
  nameOf(entity: number): string {
    const one = this.entities[entity];
    return one === undefined ? '' : nameOf(one);
  }

  /** The mentions of a type that begin within a span, in text order. */
  within({ start, end }: Span, type: EntityType): readonly Placed[] {
    const among = this.byType.get(type) ?? [];
    return among.slice(firstFrom(among, start), firstFrom(among, end));
  }

  /** How many mentions of a type begin within a span. */
  count({ start, end }: Span, type: EntityType): number {
    const among = this.byType.get(type) ?? [];
    return Math.max(0, firstFrom(among, end) - firstFrom(among, start));
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
}

/** The first of places in text order at or behind an offset. */
function firstAt(places: readonly number[], offset: number): number {
  return lowest(places.length, (i) => (places[i] as number) >= offset);
}
