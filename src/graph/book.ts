import type { Relation } from '../model/relation.ts';
import { documentId, type ExtractedDocument, type Member, type ResolvedEntity } from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import { toArticles, toReprints } from './article.ts';
import { type Share, toEntity } from './entity.ts';
import { toHierarchy } from './hierarchy.ts';
import { Ledger } from './ledger.ts';
import { sortById } from './records.ts';
import { type Said, toRelation, toRelationKey } from './relation.ts';

/** Documents that leave and come (one that changed does both), and what became of the entities. */
export interface BookChange {
  readonly gone: readonly string[];
  readonly come: readonly ExtractedDocument[];
  readonly removed: ReadonlySet<string>;
  readonly changed: readonly ResolvedEntity[];
  readonly moved: ReadonlySet<string>;
}

/** What the book asks of the resolution. */
export interface Answers {
  /** The entity of the collection that an entity of a document belongs to. */
  readonly idOf: (member: Member) => string | undefined;
  readonly find: (id: string) => ResolvedEntity | undefined;
  /** The share of a document's entity. */
  readonly shareOf: (member: Member) => Share | undefined;
  readonly storyOf: (article: string) => string;
}

/** What changed, by id: the record before and now; absent where there was or is none. */
export interface Turn<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * The graph of a collection, in the data model of `cypher/README.md`, kept as documents come and go: entities, articles and
 * facts, the seven relations with their evidence, and what ties entities and facts to articles. Positions and measures come
 * later. Offsets count in the article's own text.
 */
export class GraphBook {
  private readonly nodes = new Ledger<NodeRecord>();
  private readonly relationships = new Ledger<RelationshipRecord>();
  private readonly documents = new Map<string, ExtractedDocument>();
  /** Ids of the records that a document's articles, or an entity, account for. */
  private readonly owned = new Map<string, readonly string[]>();
  private readonly relations = new Map<string, Map<string, Said[]>>();
  private readonly said = new Map<string, readonly string[]>();
  /** Entities that the lists of divisions and zones know. */
  private readonly placed = new Map<string, ResolvedEntity>();
  private hierarchy: readonly string[] = [];
  private readonly answers: Answers;
  private readonly seeds: Seeds;

  constructor(seeds: Seeds, answers: Answers) {
    this.seeds = seeds;
    this.answers = answers;
  }

  /** Takes a change in; the records that are not as they were. */
  update(change: BookChange): {
    readonly nodes: ReadonlyMap<string, Turn<NodeRecord>>;
    readonly relationships: ReadonlyMap<string, Turn<RelationshipRecord>>;
  } {
    this.drop(this.hierarchy);
    for (const id of change.gone) {
      this.drop(this.owned.get(`article ${id}`) ?? []);
      this.owned.delete(`article ${id}`);
      this.documents.delete(id);
    }
    for (const document of change.come) this.addDocument(document);

    const stirred = new Set<string>();
    const come = change.come.map(({ extraction }) => documentId(extraction));
    for (const id of new Set([...change.gone, ...come, ...change.moved])) this.unsay(id, stirred);
    for (const id of new Set([...come, ...change.moved])) this.say(id, stirred);

    for (const id of change.removed) this.dropEntity(id);
    const rewritten = new Map(change.changed.map((entity) => [entity.id, entity]));
    for (const id of this.entitiesIn(come)) {
      const entity = this.answers.find(id);
      if (entity !== undefined) rewritten.set(id, entity);
    }
    for (const entity of rewritten.values()) this.writeEntity(entity);
    for (const key of stirred) this.writeRelation(key);
    this.writeHierarchy();
    return { nodes: this.nodes.turn(), relationships: this.relationships.turn() };
  }

  /** The whole graph, sorted by id. */
  snapshot(): Snapshot {
    return sortById({ nodes: [...this.nodes.values()], relationships: [...this.relationships.values()] });
  }

  private addDocument(document: ExtractedDocument): void {
    const id = documentId(document.extraction);
    this.documents.set(id, document);
    const nodes = toArticles(document, this.answers.storyOf);
    const reprints = toReprints(document, this.answers.storyOf);
    for (const node of nodes) this.nodes.set(node.id, node);
    for (const one of reprints) this.relationships.set(one.id, one);
    this.owned.set(
      `article ${id}`,
      [...nodes, ...reprints].map((record) => record.id),
    );
  }

  /** Takes out what a document says of relations. */
  private unsay(document: string, stirred: Set<string>): void {
    for (const key of this.said.get(document) ?? []) {
      this.relations.get(key)?.delete(document);
      if (this.relations.get(key)?.size === 0) this.relations.delete(key);
      stirred.add(key);
    }
    this.said.delete(document);
  }

  /** Takes in what a document says. A thing's relation to itself, as resolution may leave it, says nothing. */
  private say(id: string, stirred: Set<string>): void {
    const document = this.documents.get(id);
    if (document === undefined) return;
    const keys = new Set<string>();
    for (const relation of document.extraction.relations) {
      const key = this.keyOf(id, relation);
      if (key === undefined) continue;
      const by = this.relations.get(key) ?? new Map<string, Said[]>();
      this.relations.set(key, by);
      by.set(id, [...(by.get(id) ?? []), { relation, document }]);
      keys.add(key);
      stirred.add(key);
    }
    if (keys.size > 0) this.said.set(id, [...keys]);
  }

  private keyOf(document: string, { from, type, to }: Relation): string | undefined {
    const [a, b] = [from, to].map((entity) => this.answers.idOf({ document, entity }));
    return a === undefined || b === undefined || a === b ? undefined : toRelationKey(type, a, b);
  }

  private writeRelation(key: string): void {
    const by = this.relations.get(key);
    const record = toRelation(key, by === undefined ? [] : sorted(by), this.answers.storyOf);
    if (by === undefined) this.relationships.delete(record.id);
    else this.relationships.set(record.id, record);
  }

  private entitiesIn(documents: readonly string[]): Set<string> {
    const ids = documents.flatMap((document) =>
      (this.documents.get(document)?.extraction.entities ?? []).flatMap(
        ({ id }) => this.answers.idOf({ document, entity: id }) ?? [],
      ),
    );
    return new Set(ids);
  }

  private writeEntity(entity: ResolvedEntity): void {
    this.dropEntity(entity.id);
    const shares = entity.members.flatMap((member) => this.answers.shareOf(member) ?? []);
    const { nodes, relationships } = toEntity(entity, shares, this.answers.storyOf);
    for (const node of nodes) this.nodes.set(node.id, node);
    for (const one of relationships) this.relationships.set(one.id, one);
    this.owned.set(
      entity.id,
      [...nodes, ...relationships].map(({ id }) => id),
    );
    if (entity.division !== undefined) this.placed.set(entity.id, entity);
  }

  private dropEntity(id: string): void {
    this.drop(this.owned.get(id) ?? []);
    this.owned.delete(id);
    this.placed.delete(id);
  }

  private drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.nodes.delete(id);
      this.relationships.delete(id);
    }
  }

  /** What articles say comes first: a list only fills in. */
  private writeHierarchy(): void {
    const entities = [...this.placed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { nodes, relationships } = toHierarchy(entities, this.seeds);
    const added = nodes.filter(({ id }) => !this.nodes.has(id));
    const tied = relationships.filter(({ id }) => !this.relationships.has(id));
    for (const node of added) this.nodes.set(node.id, node);
    for (const one of tied) this.relationships.set(one.id, one);
    this.hierarchy = [...added, ...tied].map(({ id }) => id);
  }
}

function sorted(by: ReadonlyMap<string, readonly Said[]>): Said[] {
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, said]) => said);
}
