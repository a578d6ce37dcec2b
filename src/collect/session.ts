import { storedDocuments } from '../graph/build/stored.ts';
import { diffSnapshots, isEmptyChange } from '../graph/diff.ts';
import { arrange } from '../graph/picture/arrange.ts';
import { Picture } from '../graph/picture/picture.ts';
import type { RawDocument } from '../model/article.ts';
import { present } from '../model/assert.ts';
import { hashDocument } from '../model/document.ts';
import type { Judgement, Overruled } from '../model/judgement.ts';
import type { Progress } from '../model/progress.ts';
import type { Doubt } from '../model/resolution.ts';
import type { Change, NodeRecord, Snapshot } from '../model/snapshot.ts';
import { answersOf, completed } from './answers.ts';
import { correctedOtherwise, readAsJudged, withdrawn } from './as-judged.ts';
import { formerOf, replacedBy, toChange } from './change.ts';
import { Collection, type CollectionTurn } from './collection.ts';
import { createDocumentExtractor, type DocumentExtractor } from './extracting.ts';
import type { FileShelf } from './file-shelf.ts';
import { eachOnce } from './incoming.ts';
import { leavingOf } from './leaving.ts';
import type { SessionOptions } from './options.ts';
import type { BuildReport } from './report.ts';

const SMALL = 20_000;
// A picture with more new entities than this is measured anew as a whole.
const MOST_DRIFT = 0.05;

type Document = Pick<RawDocument, 'id' | 'source'>;

/**
 * A collection that stays open: it reads its store once, and afterwards a change costs what it touches. Changes go one after
 * the other. Only for a store that nobody else writes to meanwhile; `reset` after somebody did.
 */
export class Session {
  private readonly options: SessionOptions;
  private collection: Collection | undefined;
  /** What the store holds: as a whole where it is small or just read, else by its picture alone. */
  private before: Snapshot | undefined;
  private picture: Picture | undefined;
  /** Records of `before` whose numbers the store holds in another kind than the schema says: the first change writes them anew. */
  private mistyped: ReadonlySet<string> = new Set();
  private turn: Promise<unknown> = Promise.resolve();
  /** Whether `before` is what the collection gives: then a change need not be told by comparing whole graphs. */
  private settled = false;
  private readonly extract: DocumentExtractor;

  /** The judgements in whose light the collection was read. */
  private judged: readonly Judgement[] = [];
  private prepared = false;
  private listener: SessionOptions['onProgress'];
  private readonly small: number;
  private shelf: SessionOptions['shelf'];

  /** Up to `small` records the whole graph is arranged anew after each change; above, what is new gets a place and measures. */
  constructor(options: SessionOptions, small = SMALL) {
    this.options = options;
    this.small = small;
    this.shelf = options.shelf;
    this.extract = createDocumentExtractor({ ...options, onProgress: this.tell });
    if (this.shelf?.isFilled !== true) return;
    this.judged = this.judgements();
    this.openKept(this.shelf);
    this.settled = true;
  }

  /** Reads the store and brings its graph up to date, if that has not been done: the next change is then quick. */
  open(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.settled) await this.rewrite([], []);
    });
  }

  /** Forgets everything: the next change reads the store anew. */
  reset(): void {
    this.collection = undefined;
    this.before = undefined;
    this.picture = undefined;
    this.mistyped = new Set();
    this.settled = false;
    this.shelf = undefined;
  }

  /**
   * Makes `documents` the whole content of the sources named, and leaves other sources as they are; so too what could not be
   * looked at, by what its ids begin with, and documents that are the `same` as they were, by their ids.
   */
  mirror(
    sources: ReadonlySet<string>,
    documents: readonly RawDocument[],
    unseen: readonly string[] = [],
    same: readonly string[] = [],
  ): Promise<BuildReport> {
    return this.inTurn(async () => {
      const incoming = new Set([...documents.map(({ id }) => id), ...same]);
      const isGone = ({ id, source }: Document) =>
        sources.has(source) && !incoming.has(id) && !unseen.some((start) => id.startsWith(start));
      const gone = [...(await this.listed())].filter(isGone);
      const report = await this.put(gone, documents);
      return { ...report, unchanged: report.unchanged + same.length };
    });
  }

  /** The documents of a source that the store holds. */
  documentsOf(source: string): Promise<RawDocument[]> {
    return this.inTurn(async () => (await this.documents()).filter((one) => one.source === source));
  }

  /** Adds documents, each in the place of one with its id; `onProgress` hears of this addition alone. */
  add(documents: readonly RawDocument[], onProgress?: SessionOptions['onProgress']): Promise<BuildReport> {
    return this.inTurn(async () => {
      this.listener = onProgress;
      try {
        return await this.put([], documents);
      } finally {
        this.listener = undefined;
      }
    });
  }

  /**
   * Takes documents or a whole source back. An article of a file that holds several takes the file's others with it.
   *
   * @throws {YuantuError} NOT_FOUND when an article or the source is not in the store.
   */
  remove(what: { readonly articles: readonly string[] } | { readonly source: string }): Promise<BuildReport> {
    return this.inTurn(async () => this.put(leavingOf(await this.listed(), what), []));
  }

  /** Takes in judgements that were recorded since. */
  judge(): Promise<BuildReport> {
    return this.inTurn(() => this.put([], []));
  }

  /** Pairs of entities that a person should judge, the most doubtful first. */
  doubts(): Promise<Doubt[]> {
    return this.inTurn(async () => (await this.opened()).doubts());
  }

  /** Judgements that give way to others, because articles tie together what they name. */
  overruled(): Promise<Overruled[]> {
    return this.inTurn(async () => (await this.opened()).overruled());
  }

  /**
   * A judgement in the words of every article that it is about.
   *
   * @throws {YuantuError} NOT_FOUND when no article tells what is judged.
   */
  reach(judgement: Judgement): Promise<readonly Judgement[]> {
    return this.inTurn(async () => (await this.opened()).reach(judgement));
  }

  /** The collection, with what the store holds. */
  private async opened(): Promise<Collection> {
    if (this.collection === undefined) {
      const judgements = this.judgements();
      const { come } = await readAsJudged(this.extract, judgements)(await this.documents());
      this.collection = new Collection(this.options.seeds, this.shelf);
      this.collection.update({ come, judgements });
      this.judged = judgements;
    }
    return this.collection;
  }

  private async documents(): Promise<RawDocument[]> {
    if (this.collection !== undefined) return [...this.collection.documents()];
    if (this.before === undefined) {
      const { store } = this.options;
      this.before = await store.read();
      this.mistyped = new Set(await store.listMistyped());
    }
    return storedDocuments(this.before);
  }

  private async listed(): Promise<Iterable<Document>> {
    return this.collection?.listed() ?? this.documents();
  }

  private async put(gone: readonly Document[], documents: readonly RawDocument[]): Promise<BuildReport> {
    const { incoming, rejected } = eachOnce(documents);
    const known = await this.hashes();
    const away = withdrawn(this.judgements());
    const come = [...incoming.values()].filter((d) => !away.has(d.id) && known(d.id) !== hashDocument(d));
    const isChange = new Set(come.flatMap(({ id }) => (known(id) === undefined ? [] : [id])));
    const { rejected: unread, ...written } = await this.rewrite(gone, come);
    const broken = new Set(unread.map(({ place }) => place));
    const read = come.filter(({ id }) => !broken.has(id));
    const changed = read.filter(({ id }) => isChange.has(id)).length;
    return {
      added: read.length - changed,
      changed,
      removed: gone.length,
      unchanged: incoming.size - come.length,
      rejected: [...rejected, ...unread],
      ...written,
    };
  }

  /** The hash of each document that is there, by its id. */
  private async hashes(): Promise<(id: string) => string | undefined> {
    const { collection } = this;
    if (collection !== undefined) return (id) => collection.findListed(id)?.hash;
    const stored = new Map((await this.documents()).map((one) => [one.id, hashDocument(one)]));
    return (id) => stored.get(id);
  }

  private async rewrite(gone: readonly Document[], come: readonly RawDocument[]) {
    const { change, replaced, rejected } = await this.takeIn(gone, come);
    return this.orReset(async () => {
      await this.unload();
      this.options.signal?.throwIfAborted();
      await this.write(change);
      const collection = present(this.collection, 'a collection');
      if ((this.picture?.drift ?? 0) > MOST_DRIFT) await this.redraw(collection);
      const answers = answersOf(collection, this.before, this.picture);
      if (this.options.dryRun === true) this.reset();
      return { change, replaced, rejected, ...answers, keep: () => this.keep() };
    });
  }

  /** Takes a change into the collection and the picture: what the store is to be told, what that replaces, and what was set aside. */
  private async takeIn(gone: readonly Document[], come: readonly RawDocument[]) {
    const judgements = this.judgements();
    // What was kept knows what documents say in the light of the judgements of then.
    if (this.shelf?.isFilled && JSON.stringify(judgements) !== JSON.stringify(this.judged)) this.reset();
    const fresh = this.collection === undefined;
    const leaving = new Set([...gone.map(({ id }) => id), ...withdrawn(judgements)]);
    const replaced = new Set(come.map(({ id }) => id));
    const all = fresh
      ? [...(await this.documents()).filter(({ id }) => !leaving.has(id) && !replaced.has(id)), ...come]
      : [
          ...come,
          ...correctedOtherwise(this.judged, judgements)
            .flatMap((id) => this.collection?.find(id) ?? [])
            .filter(({ id }) => !leaving.has(id) && !replaced.has(id)),
        ];
    const { come: extracted, rejected } = await readAsJudged(this.extract, judgements)(all);
    // A new version that cannot be read takes the old one away: its text is in the source no more.
    for (const { place } of rejected) leaving.add(place);
    this.tell({ step: 'resolve', done: 0, total: 1 });
    return this.orReset(async () => {
      const collection = this.collection ?? new Collection(this.options.seeds, this.shelf);
      this.collection = collection;
      const turn = collection.update({ gone: [...leaving], come: extracted, judgements });
      this.judged = judgements;
      this.tell({ step: 'graph', done: 0, total: 1 });
      const followed = this.follow(collection, turn);
      this.options.signal?.throwIfAborted();
      return { ...followed, rejected };
    });
  }

  /** What ends half-way leaves nothing that could be gone on from. */
  private async orReset<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.reset();
      throw error;
    }
  }

  private judgements(): readonly Judgement[] {
    return this.options.judgements?.() ?? [];
  }

  private follow(collection: Collection, turn: CollectionTurn): { change: Change; replaced: Snapshot } {
    const { before } = this;
    if (before !== undefined && this.picture === undefined) {
      if (!this.isLarge(before) || !this.settled) {
        const after = arrange(collection.snapshot(), before);
        this.before = after;
        this.settled = true;
        const change = diffSnapshots(before, after, this.mistyped);
        this.mistyped = new Set();
        return { change, replaced: replacedBy(before, change) };
      }
      this.picture = new Picture(before.nodes, before.relationships);
      this.before = undefined;
    }
    const picture = this.picture as Picture;
    const nodes = [...turn.nodes].map(([, one]) => one);
    const relationships = [...turn.relationships].map(([, one]) => one);
    const complete = (node: NodeRecord) => picture.complete(node);
    const replaced = formerOf(nodes, relationships, complete);
    picture.follow(turn.nodes, turn.relationships);
    return { change: toChange(nodes, relationships, complete), replaced };
  }

  /** Keeps what a large collection knows. A picture that is new beside a filled shelf is not there. */
  private async keep(): Promise<string | undefined> {
    const { shelf, before } = this;
    if (shelf === undefined || (shelf.isFilled && before !== undefined)) return undefined;
    if (before !== undefined && !this.isLarge(before)) return undefined;
    if (before !== undefined) this.picture = new Picture(before.nodes, before.relationships, shelf);
    this.before = undefined;
    return shelf.keep();
  }

  /** Keeps what a large collection knows before all of it is written, so that then only the records are in memory. */
  private async unload(): Promise<void> {
    const { shelf, before, options } = this;
    if (shelf === undefined || shelf.isFilled || before === undefined) return;
    if (options.dryRun === true || !this.isLarge(before)) return;
    this.picture = new Picture(before.nodes, before.relationships, shelf);
    const isUnloaded = await shelf.unload();
    if (isUnloaded) this.openKept(shelf);
    if (isUnloaded) this.before = undefined;
    else this.picture = undefined;
  }

  private openKept(shelf: FileShelf): void {
    this.collection = new Collection(this.options.seeds, shelf, this.judged);
    this.picture = new Picture([], [], shelf);
  }

  private isLarge({ nodes, relationships }: Snapshot): boolean {
    return nodes.length + relationships.length > this.small;
  }

  private async redraw(collection: Collection): Promise<void> {
    const before = completed(collection, this.picture);
    const after = arrange(before, before);
    await this.write(diffSnapshots(before, after));
    this.before = after;
    this.picture = undefined;
  }

  private async write(change: Change): Promise<void> {
    const { store, dryRun } = this.options;
    if (dryRun !== true && !isEmptyChange(change)) {
      this.tell({ step: 'write', done: 0, total: 1 });
      if (!this.prepared) await store.prepare();
      this.prepared = true;
      await store.apply(change);
    }
    this.tell({ step: 'write', done: 1, total: 1 });
  }

  private readonly tell = (progress: Progress): void => {
    this.options.onProgress?.(progress);
    this.listener?.(progress);
  };

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }
}
