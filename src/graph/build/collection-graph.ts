import { present } from '../../model/assert.ts';
import type { Entity } from '../../model/entity.ts';
import type { Relation } from '../../model/relation.ts';
import {
  documentId,
  type ExtractedDocument,
  type Member,
  type ResolvedEntity,
} from '../../model/resolution.ts';
import type { Seeds } from '../../model/seeds.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../../model/snapshot.ts';
import { AS_LIST, IN_MEMORY, type Shelf, type Table } from '../../model/table.ts';
import { toArticles, toReprints } from './article.ts';
import { type Bond, Bonds } from './bonds.ts';
import { type Contribution, toFacts, toTies } from './contribution.ts';
import { toEntity } from './entity.ts';
import { Hierarchy, type Placed } from './hierarchy.ts';
import { compareText } from './locate.ts';
import { type KeptContribution, type Own, packOwn, summaryOf, unpackOwn } from './own.ts';
import { toPosts } from './post.ts';
import { type RecordChanges, RecordTable } from './record-table.ts';
import { sortById } from './records.ts';
import { type Said, type Tie, tieId, toRelation, toTie } from './relation.ts';

/** Documents that leave and come (one that changed does both), and what became of the entities. */
export interface GraphChange {
  readonly gone: readonly string[];
  readonly come: readonly ExtractedDocument[];
  readonly removed: ReadonlySet<string>;
  readonly changed: readonly ResolvedEntity[];
  readonly moved: ReadonlySet<string>;
}

/** What the graph asks of the resolution. */
export interface Lookups {
  /** The entity of the collection that an entity of a document belongs to. */
  readonly idOf: (member: Member) => string | undefined;
  readonly find: (id: string) => ResolvedEntity | undefined;
  /** What the document says of a member. */
  readonly entityOf: (member: Member) => Entity | undefined;
  readonly storyOf: (article: string) => string;
  /** A document of which something was kept. */
  readonly documentOf?: (id: string) => ExtractedDocument | undefined;
}

/**
 * The graph of a collection, in the data model of `cypher/README.md`, kept as documents come and go: entities, articles and
 * facts, the seven relations with their evidence, and what ties entities and facts to articles. Positions and measures come
 * later. Offsets count in the article's own text.
 */
export class CollectionGraph {
  private readonly nodes: RecordTable<NodeRecord>;
  private readonly relationships: RecordTable<RelationshipRecord>;
  private readonly documents: Table<ExtractedDocument>;
  /** Those that this change replaces or takes away. */
  private readonly former = new Map<string, ExtractedDocument>();
  /** Ids of the records that a document's articles account for. */
  private readonly owned: Table<readonly string[]>;
  /** What each document says of an entity, by the entity's id. */
  private readonly contributions: Table<readonly Own[]>;
  /** Those that this change ended and began. */
  private gone: Contribution[] = [];
  private come: Contribution[] = [];
  private readonly bonds: Bonds;
  /** The ids of the relationships of posts at each body. */
  private readonly postIds: Table<Set<string>>;
  /** Entities that the lists of divisions and zones know. */
  private readonly placed: Table<Placed>;
  private isReplaced = false;
  private readonly lookups: Lookups;
  private readonly hierarchy: Hierarchy;

  /** `isKept`: whether the shelf holds a graph, of which only what changes will be told. */
  constructor(seeds: Seeds, lookups: Lookups, shelf: Shelf = IN_MEMORY, isKept = false) {
    this.hierarchy = new Hierarchy(seeds);
    this.lookups = lookups;
    this.documents = shelf.table<ExtractedDocument>('documents', {
      pack: () => 0,
      unpack: (_: number, id) => present(lookups.documentOf?.(id), `document ${id}`),
    });
    const documentOf = (id: string) =>
      present(this.former.get(id) ?? this.documents.get(id), `document ${id}`);
    this.owned = shelf.table('owned');
    this.contributions = shelf.table<readonly Own[]>('contributions', {
      pack: (all) => all.map(packOwn),
      unpack: (all: readonly KeptContribution[], id) => all.map((one) => unpackOwn(id, one, documentOf)),
    });
    this.bonds = new Bonds(shelf);
    this.postIds = shelf.table('post-ids', AS_LIST);
    this.placed = shelf.table<Placed>('placed', {
      pack: ({ id, type, division, origin }) => ({ id, type, division, origin }),
      unpack: (plain: Placed) => plain,
    });
    const under = isKept ? this.overPlaced() : undefined;
    this.nodes = new RecordTable(
      shelf.table<NodeRecord>('nodes'),
      () => toFacts(this.allContributions()),
      under?.nodes,
    );
    this.relationships = new RecordTable(
      shelf.table<RelationshipRecord>('relationships'),
      () => toTies(this.allContributions()),
      under?.relationships,
    );
  }

  /** Has documents at hand as they are, before what they say is forgotten. */
  recall(documents: Iterable<string>): void {
    for (const id of documents) this.documents.get(id);
  }

  /** The node of an entity or an article. */
  find(id: string): NodeRecord | undefined {
    return this.nodes.get(id);
  }

  /** The facts that documents tell of an entity. */
  factsOf(entity: string): NodeRecord[] {
    return [...toFacts(this.contributions.get(entity) ?? [])];
  }

  /** Takes a change in; the records that are not as they were. */
  update(change: GraphChange): {
    readonly nodes: RecordChanges<NodeRecord>;
    readonly relationships: RecordChanges<RelationshipRecord>;
  } {
    for (const id of change.gone) {
      const document = this.documents.get(id);
      if (document !== undefined) this.former.set(id, document);
      this.drop(this.owned.get(id) ?? []);
      this.owned.delete(id);
      this.documents.delete(id);
    }
    for (const document of change.come) this.addDocument(document);

    const stirred = new Set<Bond>();
    const come = change.come.map(({ extraction }) => documentId(extraction));
    const anew = new Set([...change.gone, ...come, ...change.moved]);
    for (const id of anew) for (const bond of this.bonds.unsay(id)) stirred.add(bond);
    for (const id of anew) for (const bond of this.bonds.say(id, this.tiesOf(id))) stirred.add(bond);

    for (const id of change.removed) this.dropEntity(id);
    const rewritten = new Map(change.changed.map((entity) => [entity.id, entity]));
    for (const id of this.entitiesIn(come)) {
      const entity = this.lookups.find(id);
      if (entity !== undefined) rewritten.set(id, entity);
    }
    for (const entity of rewritten.values()) this.writeEntity(entity, anew);
    const bodies = new Set<string>();
    for (const bond of stirred)
      if (bond.tie.type === 'HOLDS_POST') bodies.add(bond.tie.to);
      else this.writeRelation(bond);
    for (const body of bodies) this.writePosts(body);
    if (this.isReplaced) this.writeHierarchy();
    const { gone, come: begun } = this;
    [this.gone, this.come] = [[], []];
    const changes = {
      nodes: this.nodes.takeChanges(toFacts(gone), toFacts(begun)),
      relationships: this.relationships.takeChanges(toTies(gone), toTies(begun)),
    };
    this.former.clear();
    return changes;
  }

  /** The whole graph, sorted by id. */
  snapshot(): Snapshot {
    return sortById({ nodes: [...this.nodes.values()], relationships: [...this.relationships.values()] });
  }

  private addDocument(document: ExtractedDocument): void {
    const id = documentId(document.extraction);
    this.documents.set(id, document);
    const nodes = toArticles(document, this.lookups.storyOf);
    const reprints = toReprints(document, this.lookups.storyOf);
    for (const node of nodes) this.nodes.set(node.id, node);
    for (const one of reprints) this.relationships.set(one.id, one);
    this.owned.set(
      id,
      [...nodes, ...reprints].map((record) => record.id),
    );
  }

  private *allContributions(): Generator<Contribution> {
    for (const contributions of this.contributions.values()) yield* contributions;
  }

  /** What a document says of relations. A thing's relation to itself, as resolution may leave it, says nothing. */
  private tiesOf(id: string): (readonly [Tie, Said])[] {
    const document = this.documents.get(id);
    return (document?.extraction.relations ?? []).flatMap((relation) => {
      const tie = this.tieOf(id, relation);
      return tie === undefined || document === undefined ? [] : [[tie, { relation, document }] as const];
    });
  }

  private tieOf(document: string, { from, type, to }: Relation): Tie | undefined {
    const [a, b] = [from, to].map((entity) => this.lookups.idOf({ document, entity }));
    return a === undefined || b === undefined || a === b ? undefined : toTie(type, a, b);
  }

  private writeRelation(bond: Bond): void {
    const { tie, said } = bond;
    if (said.length > 0) {
      const record = toRelation(
        tie,
        said.map(({ told }) => told),
        this.lookups.storyOf,
      );
      this.relationships.set(record.id, record);
    } else {
      this.bonds.drop(bond);
      this.relationships.delete(tieId(tie));
    }
  }

  /** Writes the posts at a body: who follows whom there tells until when each was held. */
  private writePosts(body: string): void {
    const records = toPosts(
      [...this.bonds.postsAt(body)]
        .sort((a, b) => compareText(a.tie.from, b.tie.from))
        .map(({ tie, said }) => ({ tie, told: said.map((one) => one.told) })),
      this.lookups.storyOf,
    );
    const ids = new Set(records.map(({ id }) => id));
    for (const id of this.postIds.get(body) ?? []) if (!ids.has(id)) this.relationships.delete(id);
    for (const record of records) this.relationships.set(record.id, record);
    if (ids.size > 0) this.postIds.set(body, ids);
    else this.postIds.delete(body);
  }

  private entitiesIn(documents: readonly string[]): Set<string> {
    const ids = documents.flatMap((document) =>
      (this.documents.get(document)?.extraction.entities ?? []).flatMap(
        ({ id }) => this.lookups.idOf({ document, entity: id }) ?? [],
      ),
    );
    return new Set(ids);
  }

  /** Writes an entity; of documents that are not in `anew` it says what it said before. */
  private writeEntity(entity: ResolvedEntity, anew: ReadonlySet<string>): void {
    const before = new Map(
      (this.contributions.get(entity.id) ?? []).map((contribution) => [contribution.by, contribution]),
    );
    const contributions: Own[] = [];
    for (const [id, members] of byDocument(entity.members)) {
      const kept = anew.has(id) ? undefined : before.get(id);
      if (kept !== undefined) {
        before.delete(id);
        contributions.push(kept);
        continue;
      }
      const document = this.documents.get(id);
      const entities = members.flatMap((member) => this.lookups.entityOf(member) ?? []);
      if (document === undefined || entities.length === 0) continue;
      const contribution = { id: entity.id, by: id, document, entities: entities.slice() };
      this.come.push(contribution);
      contributions.push(contribution);
    }
    for (const contribution of before.values()) this.gone.push(contribution);
    // What grew item by item keeps room for more; a slice does not.
    this.contributions.set(entity.id, contributions.slice());
    this.nodes.set(entity.id, toEntity(entity, contributions.map(summaryOf), this.lookups.storyOf));
    this.place(entity.id, entity.division === undefined ? undefined : entity);
  }

  private dropEntity(id: string): void {
    for (const contribution of this.contributions.get(id) ?? []) this.gone.push(contribution);
    this.contributions.delete(id);
    this.nodes.delete(id);
    this.place(id, undefined);
  }

  private place(id: string, entity: ResolvedEntity | undefined): void {
    const old = this.placed.get(id);
    if (old?.division !== entity?.division || old?.origin !== entity?.origin || old?.type !== entity?.type)
      this.isReplaced = true;
    if (entity === undefined) this.placed.delete(id);
    else this.placed.set(id, entity);
  }

  private drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.nodes.delete(id);
      this.relationships.delete(id);
    }
  }

  /** What articles say comes first: a list only fills in. */
  private writeHierarchy(): void {
    const { nodes, relationships } = this.overPlaced();
    this.nodes.underlay(nodes);
    this.relationships.underlay(relationships);
    this.isReplaced = false;
  }

  private overPlaced() {
    return this.hierarchy.over([...this.placed.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
}

/** The members of an entity, which come in the order of their documents. */
function byDocument(members: readonly Member[]): Map<string, Member[]> {
  const lists = new Map<string, Member[]>();
  for (const member of members) {
    const list = lists.get(member.document);
    if (list === undefined) lists.set(member.document, [member]);
    else list.push(member);
  }
  return lists;
}
