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
import { toArticles, toReprints } from './article.ts';
import { type Contribution, summarise, toFacts, toTies } from './contribution.ts';
import { toEntity } from './entity.ts';
import { Hierarchy } from './hierarchy.ts';
import { compareText } from './locate.ts';
import { toPosts } from './post.ts';
import { type RecordChanges, RecordTable } from './record-table.ts';
import { sortById } from './records.ts';
import { type Said, type Tie, tieId, toRelation, toTie, toTold } from './relation.ts';

/** Documents that leave and come (one that changed does both), and what became of the entities. */
export interface GraphChange {
  readonly gone: readonly string[];
  readonly come: readonly ExtractedDocument[];
  readonly removed: ReadonlySet<string>;
  readonly changed: readonly ResolvedEntity[];
  readonly moved: ReadonlySet<string>;
}

/** A relation with what documents say of it, in no order; nothing any more only until the change is taken in. */
interface Bond {
  readonly tie: Tie;
  said: Said[];
}

/** What the graph asks of the resolution. */
export interface Lookups {
  /** The entity of the collection that an entity of a document belongs to. */
  readonly idOf: (member: Member) => string | undefined;
  readonly find: (id: string) => ResolvedEntity | undefined;
  /** What the document says of a member. */
  readonly entityOf: (member: Member) => Entity | undefined;
  readonly storyOf: (article: string) => string;
}

/**
 * The graph of a collection, in the data model of `cypher/README.md`, kept as documents come and go: entities, articles and
 * facts, the seven relations with their evidence, and what ties entities and facts to articles. Positions and measures come
 * later. Offsets count in the article's own text.
 */
export class CollectionGraph {
  private readonly nodes = new RecordTable<NodeRecord>(() => toFacts(this.allContributions()));
  private readonly relationships = new RecordTable<RelationshipRecord>(() => toTies(this.allContributions()));
  private readonly documents = new Map<string, ExtractedDocument>();
  /** Ids of the records that a document's articles account for. */
  private readonly owned = new Map<string, readonly string[]>();
  /** What each document says of an entity, by the entity's id. */
  private readonly contributions = new Map<string, readonly Contribution[]>();
  /** Those that this change ended and began. */
  private gone: Contribution[] = [];
  private come: Contribution[] = [];
  private readonly relations = new Map<string, Bond>();
  /** What is said of posts at each body, and the ids of their relationships. */
  private readonly posts = new Map<string, Set<Bond>>();
  private readonly postIds = new Map<string, ReadonlySet<string>>();
  /** The relations that each document tells. */
  private readonly told = new Map<string, readonly Bond[]>();
  /** Entities that the lists of divisions and zones know. */
  private readonly placed = new Map<string, ResolvedEntity>();
  private isReplaced = false;
  private readonly lookups: Lookups;
  private readonly hierarchy: Hierarchy;

  constructor(seeds: Seeds, lookups: Lookups) {
    this.hierarchy = new Hierarchy(seeds);
    this.lookups = lookups;
  }

  /** Takes a change in; the records that are not as they were. */
  update(change: GraphChange): {
    readonly nodes: RecordChanges<NodeRecord>;
    readonly relationships: RecordChanges<RelationshipRecord>;
  } {
    for (const id of change.gone) {
      this.drop(this.owned.get(id) ?? []);
      this.owned.delete(id);
      this.documents.delete(id);
    }
    for (const document of change.come) this.addDocument(document);

    const stirred = new Set<Bond>();
    const come = change.come.map(({ extraction }) => documentId(extraction));
    const anew = new Set([...change.gone, ...come, ...change.moved]);
    for (const id of anew) this.unsay(id, stirred);
    for (const id of anew) this.say(id, stirred);

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
    return {
      nodes: this.nodes.takeChanges(toFacts(gone), toFacts(begun)),
      relationships: this.relationships.takeChanges(toTies(gone), toTies(begun)),
    };
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

  /** Takes out what a document says of relations. */
  private unsay(document: string, stirred: Set<Bond>): void {
    for (const bond of this.told.get(document) ?? []) {
      bond.said = bond.said.filter((said) => documentOf(said) !== document);
      stirred.add(bond);
    }
    this.told.delete(document);
  }

  /** Takes in what a document says. A thing's relation to itself, as resolution may leave it, says nothing. */
  private say(id: string, stirred: Set<Bond>): void {
    const document = this.documents.get(id);
    if (document === undefined) return;
    const bonds = new Set<Bond>();
    for (const relation of document.extraction.relations) {
      const tie = this.tieOf(id, relation);
      if (tie === undefined) continue;
      const bond = this.bind(tie, { relation, document });
      bonds.add(bond);
      stirred.add(bond);
    }
    if (bonds.size > 0) this.told.set(id, [...bonds]);
  }

  private tieOf(document: string, { from, type, to }: Relation): Tie | undefined {
    const [a, b] = [from, to].map((entity) => this.lookups.idOf({ document, entity }));
    return a === undefined || b === undefined || a === b ? undefined : toTie(type, a, b);
  }

  private bind(tie: Tie, said: Said): Bond {
    const key = keyOf(tie);
    const known = this.relations.get(key);
    if (known !== undefined) {
      known.said.push(said);
      return known;
    }
    const bond: Bond = { tie, said: [said] };
    this.relations.set(key, bond);
    if (tie.type === 'HOLDS_POST') this.posts.set(tie.to, (this.posts.get(tie.to) ?? new Set()).add(bond));
    return bond;
  }

  private writeRelation({ tie, said }: Bond): void {
    if (said.length > 0) {
      const record = toRelation(tie, said.map(toTold), this.lookups.storyOf);
      this.relationships.set(record.id, record);
    } else {
      this.relations.delete(keyOf(tie));
      this.relationships.delete(tieId(tie));
    }
  }

  /** Writes the posts at a body: who follows whom there tells until when each was held. */
  private writePosts(body: string): void {
    const tenures = [...(this.posts.get(body) ?? [])].filter((bond) => {
      if (bond.said.length > 0) return true;
      this.posts.get(body)?.delete(bond);
      this.relations.delete(keyOf(bond.tie));
      return false;
    });
    const records = toPosts(
      tenures
        .sort((a, b) => compareText(a.tie.from, b.tie.from))
        .map(({ tie, said }) => ({ tie, told: said.map(toTold) })),
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
      (this.contributions.get(entity.id) ?? []).map((contribution) => [
        documentOf(contribution),
        contribution,
      ]),
    );
    const contributions: Contribution[] = [];
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
      const contribution = { id: entity.id, document, entities: entities.slice() };
      this.come.push(contribution);
      contributions.push(contribution);
    }
    for (const contribution of before.values()) this.gone.push(contribution);
    // What grew item by item keeps room for more; a slice does not.
    this.contributions.set(entity.id, contributions.slice());
    this.nodes.set(entity.id, toEntity(entity, contributions.map(summarise), this.lookups.storyOf));
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
    const entities = [...this.placed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { nodes, relationships } = this.hierarchy.over(entities);
    this.nodes.underlay(nodes);
    this.relationships.underlay(relationships);
    this.isReplaced = false;
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

function documentOf({ document }: { readonly document: ExtractedDocument }): string {
  return documentId(document.extraction);
}

function keyOf({ type, from, to }: Tie): string {
  return [type, from, to].join(' ');
}
