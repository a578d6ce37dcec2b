import type { EntityType } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';
import { normaliseCharacter } from '../clean/normalise.ts';
import { toSimplified } from '../clean/script.ts';
import type { Annotation } from './annotation.ts';

/** A place of the cleaned text that holds a name of an annotated thing. */
export interface Occurrence extends Span {
  readonly id: string;
  readonly type: EntityType;
}

/** A text without blanks, and where each character of it stood. */
export class Squeezed {
  readonly text: string;
  private readonly whole: string;
  private readonly places: Int32Array;

  constructor(whole: string) {
    const kept: number[] = [];
    for (let i = 0; i < whole.length; i++) if (whole[i] !== ' ') kept.push(i);
    this.whole = whole;
    this.text = kept.map((i) => whole[i]).join('');
    this.places = Int32Array.from(kept);
  }

  /** Every place where `words` stand, whatever blanks are between them. */
  find(words: string): Span[] {
    const found: Span[] = [];
    const wanted = normaliseForm(words);
    for (let at = wanted ? this.text.indexOf(wanted) : -1; at >= 0; at = this.text.indexOf(wanted, at + 1))
      found.push({ start: this.places[at] ?? 0, end: (this.places[at + wanted.length - 1] ?? 0) + 1 });
    return found;
  }

  /** The words from `start` to `end` of the whole text, without blanks. */
  between(start: number, end: number): string {
    return this.whole.slice(start, end).replaceAll(' ', '');
  }
}

/** Words as cleaning writes them, without blanks. */
export function normaliseForm(words: string): string {
  return toSimplified(Array.from(words, normaliseCharacter).join('').replace(/\s+/gu, ''));
}

const OFFICE = /(?:局|厅|委|办|政府|委员会|办公室|法院|检察院|支队|大队|中队|部|人大|政协|工会|妇联)$/u;
const PHASE = 3;

/**
 * Which occurrences of annotated names are mentions, and which are left open.
 *
 * A name inside a longer annotated name names nothing by itself, but for the builder that heads a project's name, the zone or place
 * that heads its own office's, and each link of an address.
 */
export function sortOccurrences(
  { entities }: Annotation,
  squeezed: Squeezed,
): { mentions: Occurrence[]; open: Span[] } {
  const forms = new Map(
    entities.map(({ id, name, aliases = [] }) => [id, [...new Set([name, ...aliases].map(normaliseForm))]]),
  );
  const all = entities.flatMap(({ id, type }) => {
    const spans = new Map<string, Occurrence>();
    for (const form of forms.get(id) ?? [])
      for (const span of squeezed.find(form)) spans.set(`${span.start} ${span.end}`, { ...span, id, type });
    return [...spans.values()];
  });
  const mentions: Occurrence[] = [];
  const held: Occurrence[] = [];
  for (const inner of all) {
    const holders = all.filter(
      (outer) =>
        outer.start <= inner.start &&
        inner.end <= outer.end &&
        outer.end - outer.start > inner.end - inner.start,
    );
    const alone = holders.every(
      (outer) =>
        outer.start === inner.start &&
        standsAlone(inner, outer, squeezed.between(inner.end, outer.end), forms.get(outer.id) ?? []),
    );
    if (alone) mentions.push(inner);
    else held.push(inner);
  }
  // What is annotated stands somewhere: a thing that only longer names hold is named there.
  const free = new Set(mentions.map(({ id }) => id));
  mentions.push(...held.filter(({ id }) => !free.has(id)));
  const open = held.filter(({ id }) => free.has(id)).map(({ start, end }) => ({ start, end }));
  return { mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end), open };
}

function standsAlone(inner: Occurrence, outer: Occurrence, rest: string, forms: readonly string[]): boolean {
  if (inner.id === outer.id) return false;
  const area = inner.type === 'Zone' || inner.type === 'Place';
  if (inner.type === 'Company') return outer.type === 'Project' && rest.length >= PHASE;
  if (area && outer.type === 'Organization') return OFFICE.test(rest);
  return area && (outer.type === 'Zone' || outer.type === 'Place') && forms.includes(rest);
}
