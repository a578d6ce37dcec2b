import { CollectionGraph } from '../graph/build/collection-graph.ts';
import type { RecordChanges } from '../graph/build/record-table.ts';
import { Gazetteer } from '../knowledge/gazetteer.ts';
import type { Extraction, RawDocument } from '../model/article.ts';
import { present } from '../model/assert.ts';
import { hashDocument } from '../model/document.ts';
import type { Judgement, Overruled } from '../model/judgement.ts';
import { type Doubt, documentId, type ExtractedDocument, type Merge } from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import { IN_MEMORY, type Shelf, type Table } from '../model/table.ts';
import { type Amendments, amend, toAmendments } from '../resolve/amend.ts';
import { type FirmWords, toFirmWords } from '../resolve/firm-words.ts';
import { partFirms } from '../resolve/firms.ts';
import { JudgedPairs } from '../resolve/judged.ts';
import { reach } from '../resolve/reach.ts';
import { findEntity, viewOf } from '../resolve/reference.ts';
import { StoryIndex } from '../resolve/reprint.ts';
import { Resolver } from '../resolve/resolver.ts';
import { partWorks } from '../resolve/works.ts';

/** A change of what a collection is made of: ids of documents that leave, documents that come, and the judgements that stand now. */
export interface CollectionChange {
  readonly gone?: readonly string[];
  readonly come?: readonly ExtractedDocument[];
  readonly judgements?: readonly Judgement[];
}

/** The records that are not as they were, by id. */
export interface CollectionTurn {
  readonly nodes: RecordChanges<NodeRecord>;
  readonly relationships: RecordChanges<RelationshipRecord>;
}

interface Held {
  readonly raw: RawDocument;
  /** What the document says, and that as far as nobody judged it wrong. */
  readonly extraction: Extraction;
  readonly amended: Extraction;
}

/** A document by what tells it from others: its id, its source, a hash of all that is read of it, and its name in the collection. */
export interface Listed {
  readonly id: string;
  readonly source: string;
  readonly hash: string;
  readonly document: string;
}

/** A document that was kept; what judgements make of it is worked out when it is asked for. */
class KeptDocument implements Held {
  readonly raw: RawDocument;
  readonly extraction: Extraction;
  private readonly amendments: Amendments;
  private known: Extraction | undefined;

  constructor(raw: RawDocument, extraction: Extraction, amendments: Amendments) {
    this.raw = raw;
    this.extraction = extraction;
    this.amendments = amendments;
  }

  get amended(): Extraction {
    this.known ??= amend(this.extraction, this.raw.text, this.amendments);
    return this.known;
  }
}

/**
 * The stages that see all documents together, in their order: stories, judgements, resolution, graph. Kept as documents come and
 * go; a change costs what it touches, and the graph is that of the documents and judgements alone, whatever came before.
 */
export class Collection {
  private readonly held: Table<Held>;
  private readonly rawIds: Table<Listed>;
  /** The document of each article. */
  private readonly documentOf: Table<string>;
  private readonly stories: StoryIndex;
  private readonly firms: FirmWords;
  private readonly resolver: Resolver;
  private readonly graph: CollectionGraph;
  private judgements: readonly Judgement[] = [];
  private amendments: Amendments = toAmendments([]);

  /** `judged`: the judgements that stood when the shelf was kept; without, it is an empty one. */
  constructor(seeds: Seeds, shelf: Shelf = IN_MEMORY, judged?: readonly Judgement[]) {
    this.firms = toFirmWords(seeds);
    const storyOf = (article: string) => this.stories.storyOf(article);
    const heldIn = (id: string) => present(this.held.get(id), `document ${id}`);
    this.held = shelf.table<Held>('held', {
      pack: ({ raw, extraction }) => [raw, extraction],
      unpack: ([raw, extraction]: readonly [RawDocument, Extraction]) =>
        new KeptDocument(raw, extraction, this.amendments),
    });
    this.rawIds = shelf.table('listed');
    this.documentOf = shelf.table('articles');
    this.stories = new StoryIndex(shelf, (article) => {
      const { raw, extraction } = heldIn(present(this.documentOf.get(article), `article ${article}`));
      const part = extraction.articles.find(({ id }) => id === article);
      return { part: present(part, `article ${article}`), source: raw.text };
    });
    if (judged !== undefined) {
      this.judgements = judged;
      this.amendments = toAmendments(judged);
    }
    this.resolver = new Resolver(new Gazetteer(seeds.divisions), seeds.zones, this.firms, {
      shelf,
      extractionOf: (id) => this.held.get(id)?.amended,
      storyOf,
      pairs: judged && new JudgedPairs(judged),
    });
    this.graph = new CollectionGraph(
      seeds,
      {
        idOf: ({ document, entity }) => this.resolver.idOf(document, entity),
        find: (id) => this.resolver.find(id),
        entityOf: ({ document, entity }) => {
          const view = this.resolver.viewOf(document);
          return view && findEntity(view, entity);
        },
        storyOf,
        documentOf: (id) => {
          const { raw, amended } = heldIn(id);
          return { raw, extraction: amended };
        },
      },
      shelf,
      judged !== undefined,
    );
  }

  /** The documents, in no order. */
  *documents(): Generator<RawDocument> {
    for (const { raw } of this.held.values()) yield raw;
  }

  /** What tells documents apart, in no order. */
  listed(): Iterable<Listed> {
    return this.rawIds.values();
  }

  findListed(rawId: string): Listed | undefined {
    return this.rawIds.get(rawId);
  }

  find(rawId: string): RawDocument | undefined {
    const id = this.rawIds.get(rawId)?.document;
    return id === undefined ? undefined : this.held.get(id)?.raw;
  }

  /** The node of an entity or an article, without what `arrange` adds. */
  findNode(id: string): NodeRecord | undefined {
    return this.graph.find(id);
  }

  /** The facts that documents tell of an entity. */
  factsOf(entity: string): NodeRecord[] {
    return this.graph.factsOf(entity);
  }

  /** The entity that an entity of a document belongs to. */
  idOf(document: string, entity: string): string | undefined {
    return this.resolver.idOf(document, entity);
  }

  /** Pairs of entities of which a person should say whether they are one, the most doubtful first. */
  doubts(): Doubt[] {
    return this.resolver.doubts();
  }

  /** Judgements that give way to others, because articles tie together what they name. */
  overruled(): Overruled[] {
    return this.resolver.overruled();
  }

  /**
   * A judgement in the words of every article that it is about.
   *
   * @throws {YuantuError} NOT_FOUND when no article tells what is judged.
   */
  reach(judgement: Judgement): readonly Judgement[] {
    const sayings = [...this.held].map(([id, { raw, extraction, amended }]) => ({
      raw,
      extraction,
      amended,
      idOf: (entity: string) => this.resolver.idOf(id, entity),
    }));
    return reach(judgement, sayings);
  }

  /** The forms that brought the names of an entity together. */
  mergesOf(id: string): readonly Merge[] {
    return this.resolver.find(id)?.merges ?? [];
  }

  /** The whole graph, sorted by id, without what `arrange` adds. */
  snapshot(): Snapshot {
    return this.graph.snapshot();
  }

  update({ gone = [], come = [], judgements }: CollectionChange): CollectionTurn {
    const leaving = new Set<string>();
    for (const rawId of [...gone, ...come.map(({ raw }) => raw.id)]) {
      const id = this.rawIds.get(rawId)?.document;
      if (id !== undefined) leaving.add(id);
    }
    const judged = judgements !== undefined && !sameJudgements(judgements, this.judgements);
    if (judged) {
      this.judgements = judgements;
      this.amendments = toAmendments(judgements);
    }
    const changed = new Map<string, Held>();
    if (judged)
      for (const [id, held] of this.held) {
        const amended = amend(held.extraction, held.raw.text, this.amendments);
        const same = amended === held.amended || JSON.stringify(amended) === JSON.stringify(held.amended);
        if (!same && !leaving.has(id))
          changed.set(id, { raw: held.raw, extraction: held.extraction, amended });
      }
    for (const { raw, extraction: read } of come) {
      const extraction = partWorks(partFirms(read, raw.text, this.firms));
      changed.set(documentId(extraction), {
        raw,
        extraction,
        amended: amend(extraction, raw.text, this.amendments),
      });
    }
    const articlesOf = (ids: Iterable<string>) =>
      [...ids].flatMap((id) => this.held.get(id)?.extraction.articles.map((part) => part.id) ?? []);
    const retold = this.stories.update(
      articlesOf(leaving),
      come.flatMap(({ raw, extraction }) => extraction.articles.map((part) => ({ part, source: raw.text }))),
    );
    for (const article of retold) {
      const id = this.documentOf.get(article);
      const held = id === undefined || leaving.has(id) ? undefined : this.held.get(id);
      if (id !== undefined && held !== undefined && !changed.has(id)) changed.set(id, held);
    }
    for (const id of changed.keys()) if (this.held.has(id)) leaving.add(id);
    this.resolver.recall(leaving);
    this.graph.recall(leaving);
    for (const id of leaving) this.forget(id);
    for (const [id, held] of changed) this.hold(id, held);

    const views = [...changed.values()].map(({ amended }) =>
      viewOf(amended, (article) => this.stories.storyOf(article), this.resolver.divisions),
    );
    const resolution = this.resolver.update({
      gone: [...leaving],
      come: views,
      ...(judged ? { pairs: new JudgedPairs(this.judgements) } : {}),
    });
    const documents = [...changed.values()].map(({ raw, amended }) => ({ raw, extraction: amended }));
    return this.graph.update({ gone: [...leaving], come: documents, ...resolution });
  }

  private hold(id: string, held: Held): void {
    this.held.set(id, held);
    const { raw, extraction } = held;
    this.rawIds.set(raw.id, { id: raw.id, source: raw.source, hash: hashDocument(raw), document: id });
    for (const part of extraction.articles) this.documentOf.set(part.id, id);
  }

  private forget(id: string): void {
    const { raw, extraction } = present(this.held.get(id), `document ${id}`);
    for (const part of extraction.articles) this.documentOf.delete(part.id);
    this.rawIds.delete(raw.id);
    this.held.delete(id);
  }
}

function sameJudgements(a: readonly Judgement[], b: readonly Judgement[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);
}
