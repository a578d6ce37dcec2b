import { isZonePart, zoneSize } from '../../names/zone.ts';
import type { LinkedDocument } from './linked-document.ts';

/** A part that names no zone is paired with so many of them, wherever they stand. */
const MOST_ZONES = 200;

/** Whether the name of one entity begins with that of another. */
export function isHeaded(linked: LinkedDocument, named: number, head: number): boolean {
  const heads = linked.formsOf(head);
  const forms = linked.formsOf(named);
  return forms.some((form) => heads.some((name) => isHead(name, form)));
}

function isHead(name: string, form: string): boolean {
  return form.startsWith(name) && form.length > name.length + 1;
}

/** Whether a zone is by its class a part of something: a 组团. */
export function isPart(linked: LinkedDocument, zone: number): boolean {
  return linked.formsOf(zone).some(isZonePart);
}

/** What the names of a document's zones tell of which is part of which. */
export class ZoneNames {
  private readonly linked: LinkedDocument;
  private readonly sizes = new Map<number, number>();
  private readonly zones: readonly number[];

  constructor(linked: LinkedDocument) {
    this.linked = linked;
    this.zones = linked.entities.flatMap(({ type }, i) => (type === 'Zone' ? [i] : []));
  }

  /** Whether a zone may be part of another by their sizes: never a larger in a smaller one, nor one 组团 in another. */
  mayHold(outer: number, inner: number): boolean {
    return (
      this.sizeOf(outer) <= this.sizeOf(inner) && !(isPart(this.linked, outer) && isPart(this.linked, inner))
    );
  }

  /** The pairs of which one is part of the other by its name alone: it begins with the other's name, or is a 组团. */
  parts(): (readonly [part: number, whole: number])[] {
    const named = new Map<string, number[]>();
    for (const zone of this.zones)
      for (const form of this.linked.formsOf(zone)) named.set(form, [...(named.get(form) ?? []), zone]);
    return this.zones.flatMap((zone) => {
      const heads = this.linked
        .formsOf(zone)
        .flatMap((form) => Array.from(form, (_, length) => named.get(form.slice(0, length)) ?? []).flat());
      const wholes = isPart(this.linked, zone) ? this.zones.slice(0, MOST_ZONES) : [];
      return [...heads, ...wholes].map((whole) => [zone, whole] as const);
    });
  }

  private sizeOf(zone: number): number {
    let size = this.sizes.get(zone);
    if (size === undefined) {
      size = Math.min(...this.linked.formsOf(zone).map(zoneSize));
      this.sizes.set(zone, size);
    }
    return size;
  }
}
