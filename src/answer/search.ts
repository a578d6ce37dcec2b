import { setImmediate } from 'node:timers/promises';
import type { SearchAnswer } from '../contract/list.ts';
import type { Change, NodeRecord } from '../model/snapshot.ts';
import {
  compareMatches,
  type Entry,
  isLatin,
  type Match,
  matchEntry,
  spellingOf,
  toEntry,
  toHit,
  wordsOf,
} from './match.ts';
import { TopList } from './top.ts';
import type { WholeCatalogue } from './whole-catalogue.ts';

/** Names spelt before other work gets its turn. */
const SPELT_AT_ONCE = 200;

/**
 * An index over names, aliases and titles, which follows a catalogue: what a change does not rename keeps its spelling.
 *
 * A question matches a form that it equals, begins or lies in, after folding; one in Latin letters also by pinyin or initials
 * from the start of a syllable. Several words must all match the same entry. Relations count a little; ties go to the shorter
 * name. A question in Latin letters waits until all names are spelt.
 */
export class SearchIndex {
  private readonly catalogue: WholeCatalogue;
  private readonly entries = new Map<string, Entry>();
  private readonly unspelt: Entry[] = [];
  private warming: Promise<void> | undefined;

  constructor(catalogue: WholeCatalogue) {
    this.catalogue = catalogue;
    for (const node of [...catalogue.entities, ...catalogue.articles]) this.enter(node);
  }

  /** Takes in a change that the catalogue has taken in. */
  follow({ deleteNodes, upsertNodes }: Change): void {
    for (const { id } of deleteNodes) this.entries.delete(id);
    for (const node of upsertNodes)
      if (node.labels.includes('Entity') || node.labels.includes('Article')) this.enter(node);
  }

  /** The best hits first. An empty question has none. */
  async find(question: string, limit: number): Promise<SearchAnswer> {
    const words = wordsOf(question);
    if (words.length === 0) return { hits: [], total: 0 };
    if (words.some(isLatin)) await this.warm();
    const best = new TopList<Match>(limit, compareMatches);
    let total = 0;
    for (const entry of this.entries.values()) {
      const match = matchEntry(entry, words, this.countOf);
      if (match === undefined) continue;
      total++;
      best.add(match);
    }
    return { hits: best.list().map((match) => toHit(this.catalogue, match)), total };
  }

  /** Make the spellings now, a few at a time, so that other work gets its turn. */
  warm(): Promise<void> {
    this.warming ??= this.spellAll().finally(() => {
      this.warming = undefined;
    });
    return this.warming;
  }

  private enter(node: NodeRecord): void {
    const entry = toEntry(node, this.entries.get(node.id));
    this.entries.set(node.id, entry);
    if (entry.forms.some(({ spelling }) => spelling === undefined)) this.unspelt.push(entry);
  }

  private async spellAll(): Promise<void> {
    while (this.unspelt.length > 0) {
      for (const { forms, type } of this.unspelt.splice(-SPELT_AT_ONCE))
        for (const form of forms) spellingOf(form, type);
      await setImmediate();
    }
  }

  /** The relations of an entity, the entities that an article names. */
  private readonly countOf = ({ id, type }: Entry): number =>
    type === 'Article' ? this.catalogue.countNamedIn(id) : this.catalogue.countRelationsOf(id);
}
