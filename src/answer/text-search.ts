import { setImmediate } from 'node:timers/promises';
import type { TextsAnswer } from '../contract/texts.ts';
import type { Change, NodeRecord } from '../model/snapshot.ts';
import type { Whole } from './catalogue.ts';
import { TextMarks } from './text-marks.ts';
import { bestOf, type FoldedArticle, foldArticle, toTextHit, toWords } from './text-match.ts';

/** Articles that are told of a question at most: of words that more have, those of the newest so many. */
const MOST = 5000;

/** Articles marked before other work gets its turn. */
const MARKED_AT_ONCE = 200;

/** An article's text as texts are compared. */
interface Marked extends Omit<FoldedArticle, 'article'> {
  readonly id: string;
}

/**
 * The words of articles, for questions of one word or several: marks tell which articles are looked at, and of those the folded
 * text is. It is made from the graph in memory, which is read in any case: an article takes as long as a look at its letters.
 */
export class TextIndex {
  private readonly catalogue: Whole;
  private readonly marks = new TextMarks();
  private readonly columns = new Map<string, number>();
  private readonly marked: (Marked | undefined)[] = [];
  private readonly unmarked = new Set<string>();
  /** Columns that articles have left. */
  private readonly free: number[] = [];
  /** The columns of all articles, the newest first. */
  private order = new Uint32Array();
  private warming: Promise<void> | undefined;

  constructor(catalogue: Whole) {
    this.catalogue = catalogue;
    for (const { id } of catalogue.articles) this.unmarked.add(id);
  }

  /** Takes in a change that the catalogue has taken in. */
  follow({ deleteNodes, upsertNodes }: Change): void {
    for (const { id } of deleteNodes) {
      this.unmark(id);
      this.unmarked.delete(id);
    }
    for (const { id, labels } of upsertNodes) if (labels.includes('Article')) this.unmarked.add(id);
  }

  /** Make the marks now, some at a time, so that other work gets its turn. */
  warm(): Promise<void> {
    this.warming ??= this.markAll().finally(() => {
      this.warming = undefined;
    });
    return this.warming;
  }

  /**
   * The articles that hold all words, the best first: those whose title does, then those in which most of the words stand in one
   * sentence, then the newest. Words of one character are passed over beside others.
   */
  async find(question: string, limit: number): Promise<TextsAnswer> {
    const words = toWords(question);
    if (words.length === 0) return { hits: [], total: 0 };
    await this.warm();
    const found = this.articlesWith(words);
    const hits = bestOf(found, words, limit).map((article) => toTextHit(article, words));
    return { hits, total: found.length };
  }

  private articlesWith(words: readonly string[]): FoldedArticle[] {
    const found: FoldedArticle[] = [];
    const mayHold = this.marks.holding(words);
    for (const column of this.order) {
      if (!mayHold(column)) continue;
      const one = this.marked[column];
      if (one === undefined || !words.every((word) => one.folded.includes(word))) continue;
      const article = this.catalogue.findNode(one.id);
      if (article !== undefined) found.push({ ...one, article });
      if (found.length === MOST) break;
    }
    return found;
  }

  private async markAll(): Promise<void> {
    if (this.unmarked.size === 0) return;
    while (this.unmarked.size > 0) {
      let left = MARKED_AT_ONCE;
      for (const id of this.unmarked) {
        this.unmarked.delete(id);
        this.unmark(id);
        const article = this.catalogue.findNode(id);
        if (article !== undefined) this.mark(article);
        if (--left === 0) break;
      }
      await setImmediate();
    }
    const published = new Map(this.catalogue.publications.map((one) => [one.id, one.published]));
    const dayOf = (column: number) => published.get(this.marked[column]?.id ?? '') ?? '';
    const columns = [...this.columns.values()].map((column) => ({ column, day: dayOf(column) }));
    columns.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
    this.order = Uint32Array.from(columns, ({ column }) => column);
  }

  private mark(article: NodeRecord): void {
    const column = this.free.pop() ?? this.marked.length;
    const texts = foldArticle(article);
    this.marks.set(column, texts.folded);
    this.marked[column] = { ...texts, id: article.id };
    this.columns.set(article.id, column);
  }

  private unmark(id: string): void {
    const column = this.columns.get(id);
    if (column === undefined) return;
    this.columns.delete(id);
    this.marks.clear(column);
    this.marked[column] = undefined;
    this.free.push(column);
  }
}
