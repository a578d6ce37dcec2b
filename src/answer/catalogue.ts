import type { LitName } from '../contract/reference.ts';
import { YuantuError } from '../model/errors.ts';
import { isRelationType } from '../model/schema.ts';
import type { Change, NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import type { Touched } from './history.ts';
import { listOf } from './properties.ts';
import { GroupedRecords, SortedRecords } from './records.ts';
import { toEntityReference, toSpan } from './reference.ts';

/**
 * The graph, indexed for questions, which follows what is written to the store. Lists stay as they were given; what is looked
 * up is as of the last change, so take all that belongs together before waiting for anything.
 */
export class Catalogue {
  private readonly nodesById: Map<string, NodeRecord>;
  private readonly allNodes: SortedRecords<NodeRecord>;
  private readonly allRelationships: SortedRecords<RelationshipRecord>;
  private readonly entityList: SortedRecords<NodeRecord>;
  private readonly relationList: SortedRecords<RelationshipRecord>;
  private readonly articleList: SortedRecords<NodeRecord>;
  private readonly relationsByEnd: GroupedRecords<RelationshipRecord>;
  private readonly factLinks: GroupedRecords<RelationshipRecord>;
  private readonly mentions: GroupedRecords<RelationshipRecord>;
  /** The names of articles that were asked for. */
  private readonly names = new Map<string, readonly LitName[]>();

  constructor({ nodes, relationships }: Snapshot) {
    this.nodesById = new Map(nodes.map((node) => [node.id, node]));
    this.allNodes = new SortedRecords(nodes);
    this.allRelationships = new SortedRecords(relationships);
    this.entityList = new SortedRecords(nodes.filter(isEntity));
    this.articleList = new SortedRecords(nodes.filter(isArticle));
    const relations = relationships.filter((one) => this.isRelation(one));
    this.relationList = new SortedRecords(relations);
    this.relationsByEnd = new GroupedRecords(relations, endsOf);
    this.factLinks = new GroupedRecords(relationships.filter(isFactLink), endsOf);
    this.mentions = new GroupedRecords(relationships.filter(isMention), endsOf);
  }

  /** The whole graph, sorted by id. */
  get snapshot(): Snapshot {
    return { nodes: this.allNodes.list(), relationships: this.allRelationships.list() };
  }

  /** The entities, sorted by id. */
  get entities(): readonly NodeRecord[] {
    return this.entityList.list();
  }

  /** The relations between entities, sorted by id. */
  get relations(): readonly RelationshipRecord[] {
    return this.relationList.list();
  }

  /** The articles, sorted by id. */
  get articles(): readonly NodeRecord[] {
    return this.articleList.list();
  }

  /** The relations of an entity, sorted by id; a loop once. */
  relationsOf(id: string): readonly RelationshipRecord[] {
    return this.relationsByEnd.of(id);
  }

  /** The facts of an entity. */
  factsOf(id: string): readonly NodeRecord[] {
    return this.factLinks.of(id).flatMap(({ to }) => this.nodesById.get(to) ?? []);
  }

  /** The names in an article, in text order, without those inside a longer name of the same entity. */
  namesIn(article: string): readonly LitName[] {
    const names = this.names.get(article) ?? this.findNames(article);
    this.names.set(article, names);
    return names;
  }

  /** How many entities an article names. */
  countNamedIn(article: string): number {
    return this.mentions.of(article).filter((mention) => spansOf(mention).length > 0).length;
  }

  /** The articles that name an entity, with where. */
  mentionsOf(entity: string): ReadonlyMap<string, readonly Span[]> {
    return new Map(this.mentions.of(entity).map((mention) => [mention.from, spansOf(mention)]));
  }

  /** None for what is not known. */
  findNode(id: string | undefined): NodeRecord | undefined {
    return id === undefined ? undefined : this.nodesById.get(id);
  }

  /** @throws {YuantuError} NOT_FOUND */
  getEntity(id: string): NodeRecord {
    return this.getNode(id, 'Entity');
  }

  /** @throws {YuantuError} NOT_FOUND */
  getArticle(id: string): NodeRecord {
    return this.getNode(id, 'Article');
  }

  findRelation(id: string): RelationshipRecord | undefined {
    return this.relationList.find(id);
  }

  /** @throws {YuantuError} NOT_FOUND */
  getRelation(id: string): RelationshipRecord {
    const relation = this.findRelation(id);
    if (!relation) throw new YuantuError('NOT_FOUND', `no relation has the id ${id}`);
    return relation;
  }

  /** Takes in a change that a store has applied, as the store does: what hangs on a node goes with it. */
  follow({ upsertNodes, upsertRelationships, deleteNodes, deleteRelationships }: Change): Touched {
    const touched = { entities: new Set<string>(), relations: new Set<string>(), articles: new Map() };
    const gone = new Set(deleteNodes.map(({ id }) => id));
    const loosened = deleteRelationships.flatMap(({ id }) => this.allRelationships.find(id) ?? []);
    const hanging =
      gone.size === 0
        ? []
        : this.allRelationships.list().filter(({ from, to }) => gone.has(from) || gone.has(to));
    const rewritten = upsertRelationships.flatMap(({ id }) => this.allRelationships.find(id) ?? []);
    for (const one of new Set([...loosened, ...hanging, ...rewritten])) {
      this.touch(one, touched);
      this.untie(one);
    }
    for (const id of gone) {
      const node = this.nodesById.get(id);
      if (node !== undefined) this.forget(node, touched);
    }
    for (const node of upsertNodes) this.hold(node, touched);
    for (const one of upsertRelationships) {
      this.tie(one);
      this.touch(one, touched);
    }
    return touched;
  }

  private hold(node: NodeRecord, touched: TouchedSoFar): void {
    this.noteNode(node, touched);
    this.nodesById.set(node.id, node);
    this.allNodes.set(node);
    if (isEntity(node)) this.entityList.set(node);
    if (isArticle(node)) this.articleList.set(node);
    // An article shows an entity by its name.
    for (const { from } of this.mentions.of(node.id)) this.names.delete(from);
  }

  private forget(node: NodeRecord, touched: TouchedSoFar): void {
    this.noteNode(node, touched);
    for (const list of [this.allNodes, this.entityList, this.articleList]) list.delete(node.id);
    this.nodesById.delete(node.id);
    this.names.delete(node.id);
  }

  private noteNode(node: NodeRecord, { entities, articles }: TouchedSoFar): void {
    if (isEntity(node)) entities.add(node.id);
    if (isArticle(node) && !articles.has(node.id)) articles.set(node.id, this.nodesById.has(node.id));
    for (const { from } of this.factLinks.of(node.id)) entities.add(from);
  }

  private tie(one: RelationshipRecord): void {
    this.allRelationships.set(one);
    for (const group of this.groupsOf(one)) group.add(one);
    if (this.isRelation(one)) this.relationList.set(one);
    if (isMention(one)) this.names.delete(one.from);
  }

  private untie(one: RelationshipRecord): void {
    this.allRelationships.delete(one.id);
    for (const group of this.groupsOf(one)) group.remove(one);
    this.relationList.delete(one.id);
    if (isMention(one)) this.names.delete(one.from);
  }

  private touch(one: RelationshipRecord, { entities, relations }: TouchedSoFar): void {
    if (isFactLink(one)) entities.add(one.from);
    if (!this.isRelation(one)) return;
    relations.add(one.id);
    for (const end of endsOf(one)) entities.add(end);
  }

  private groupsOf(one: RelationshipRecord): readonly GroupedRecords<RelationshipRecord>[] {
    if (isFactLink(one)) return [this.factLinks];
    if (isMention(one)) return [this.mentions];
    return this.isRelation(one) ? [this.relationsByEnd] : [];
  }

  private isRelation({ type, from, to }: RelationshipRecord): boolean {
    return (
      isRelationType(type) && [from, to].every((id) => this.nodesById.get(id)?.labels.includes('Entity'))
    );
  }

  private findNames(article: string): LitName[] {
    const names = this.mentions.of(article).flatMap((mention) => {
      const node = this.nodesById.get(mention.to);
      if (node === undefined) return [];
      const entity = toEntityReference(node);
      return spansOf(mention).map((span) => ({ ...span, entity }));
    });
    return withoutInner(names);
  }

  private getNode(id: string, label: string): NodeRecord {
    const node = this.nodesById.get(id);
    if (!node?.labels.includes(label)) throw new YuantuError('NOT_FOUND', `no ${label} has the id ${id}`);
    return node;
  }
}

interface TouchedSoFar {
  readonly entities: Set<string>;
  readonly relations: Set<string>;
  readonly articles: Map<string, boolean>;
}

const isEntity = ({ labels }: NodeRecord): boolean => labels.includes('Entity');
const isArticle = ({ labels }: NodeRecord): boolean => labels.includes('Article');
const isFactLink = ({ type }: RelationshipRecord): boolean => type === 'HAS_FACT';
const isMention = ({ type }: RelationshipRecord): boolean => type === 'MENTIONS';
const endsOf = ({ from, to }: RelationshipRecord): readonly string[] => (from === to ? [from] : [from, to]);

function spansOf({ properties }: RelationshipRecord): Span[] {
  return listOf(properties, 'spans').flatMap((written) => toSpan(written) ?? []);
}

/** The names in text order, without those inside a longer name of the same entity. */
function withoutInner(names: readonly LitName[]): LitName[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  const reach = new Map<string, number>();
  return sorted.filter(({ end, entity }) => {
    const isInner = end <= (reach.get(entity.id) ?? -1);
    if (!isInner) reach.set(entity.id, end);
    return !isInner;
  });
}
