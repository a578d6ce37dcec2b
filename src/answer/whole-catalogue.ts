import type { Counts } from '../contract/graph.ts';
import type { LitName } from '../contract/reference.ts';
import type { EntityType } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type { RelationType } from '../model/relation.ts';
import { isRelationType } from '../model/schema.ts';
import type { Change, NodeRecord, RelationshipRecord, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import type {
  Catalogue,
  Covered,
  DoubtfulPage,
  FormerPage,
  PageOf,
  PageWish,
  Publication,
  ToldOf,
  Whole,
} from './catalogue.ts';
import { coveredBy } from './covered.ts';
import { foldedForms, formsOf, wasForm } from './forms.ts';
import type { Touched } from './history.ts';
import { spansOf, toNames } from './lit-names.ts';
import { known, listOf, numberOf, textOf } from './properties.ts';
import { GroupedRecords, pageOf, SortedRecords } from './records.ts';
import { toArticleReference, typeOf } from './reference.ts';
import { snapshotAsOf } from './snapshot-as-of.ts';
import { tally } from './tally.ts';
import { changeOf } from './weight.ts';

/**
 * The whole graph in memory, indexed for questions, which follows what is written to the store. Lists stay as they were given;
 * what is looked up is as of the last change, so take all that belongs together before waiting for anything.
 */
export class WholeCatalogue implements Whole {
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

  get snapshot(): Snapshot {
    return { nodes: this.allNodes.list(), relationships: this.allRelationships.list() };
  }

  asOf(day: string): WholeCatalogue {
    return new WholeCatalogue(snapshotAsOf(this, day));
  }

  get counts(): Counts {
    const { entities, relations, articles } = this;
    return { entities: entities.length, relations: relations.length, articles: articles.length };
  }

  get dated(): Catalogue['dated'] {
    const dates = this.articles.flatMap(({ properties }) => textOf(properties, 'published') ?? []).sort();
    return known({ count: dates.length, first: dates[0], last: dates.at(-1) });
  }

  get types(): ReadonlyMap<EntityType, number> {
    return tally(this.entities.map(typeOf));
  }

  get communities(): ReadonlyMap<number, number> {
    return tally(this.entities.map(communityOf));
  }

  get entities(): readonly NodeRecord[] {
    return this.entityList.list();
  }

  get relations(): readonly RelationshipRecord[] {
    return this.relationList.list();
  }

  get articles(): readonly NodeRecord[] {
    return this.articleList.list();
  }

  get publications(): readonly Publication[] {
    return this.articles.map((one) => {
      const { id, published = '', outlet = '' } = toArticleReference(one);
      return { id, published, outlet };
    });
  }

  get covered(): Covered {
    return coveredBy(this);
  }

  heaviestOf(seats: ReadonlyMap<number, number>): readonly string[] {
    const members = new Map([...seats.keys()].map((community) => [community, [] as NodeRecord[]]));
    for (const entity of this.entities) members.get(communityOf(entity))?.push(entity);
    const weight = ({ id }: NodeRecord) => this.countRelationsOf(id);
    return [...members].flatMap(([community, own]) =>
      own
        .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
        .slice(0, seats.get(community))
        .map(({ id }) => id),
    );
  }

  entitiesOf(type: EntityType): readonly NodeRecord[] {
    return this.entities.filter(({ labels }) => labels.includes(type));
  }

  called(forms: readonly string[]): readonly NodeRecord[] {
    const wanted = new Set(forms);
    return this.entities.filter((node) => foldedForms(node).some((form) => wanted.has(form)));
  }

  named(names: readonly string[]): readonly NodeRecord[] {
    const wanted = new Set(names);
    return this.entities.filter((node) => formsOf(node).some((form) => wanted.has(form)));
  }

  formerly({ id }: { readonly id: string }): FormerPage {
    return { found: this.entities.filter((node) => wasForm(node, id)) };
  }

  relationsThatAre(type: RelationType): readonly RelationshipRecord[] {
    return this.relations.filter((one) => one.type === type);
  }

  articlesOf(story: string): readonly NodeRecord[] {
    return this.articles.filter(({ properties }) => textOf(properties, 'story') === story);
  }

  pageOfEntities(wish: PageWish): PageOf<NodeRecord> {
    return pageOf(this.entities, wish, ({ labels }, type) => labels.includes(type));
  }

  pageOfRelations(wish: PageWish): PageOf<RelationshipRecord> {
    return pageOf(this.relations, wish, (one, type) => one.type === type);
  }

  pageOfArticles({ limit, after }: PageWish): PageOf<NodeRecord> {
    return pageOf(this.articles, { limit, after }, () => true);
  }

  doubtful({ limit, offset }: { readonly limit: number; readonly offset: number }): DoubtfulPage {
    const all = this.relations
      .flatMap((relation) => changeOf(this, relation) ?? [])
      .sort((a, b) => b.change - a.change || (a.relation < b.relation ? -1 : 1));
    return { rows: all.slice(offset, offset + limit), total: all.length };
  }

  toldBy(articles: readonly string[]): ToldOf {
    const telling = new Set<unknown>(articles);
    const isTold = ({ id }: NodeRecord) =>
      this.mentions.of(id).some(({ from }) => telling.has(from)) ||
      this.factsOf(id).some(({ properties }) => telling.has(properties.article));
    const tells = ({ properties }: RelationshipRecord) =>
      listOf(properties, 'articles').some((article) => telling.has(article));
    const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
    return { entities: idsOf(this.entities.filter(isTold)), relations: idsOf(this.relations.filter(tells)) };
  }

  relationsOf(id: string): readonly RelationshipRecord[] {
    return this.relationsByEnd.of(id);
  }

  countRelationsOf(id: string): number {
    return this.relationsByEnd.of(id).length;
  }

  relationsAmong(ids: ReadonlySet<string>): readonly RelationshipRecord[] {
    const begun = [...ids].flatMap((id) =>
      this.relationsOf(id).filter(({ from, to }) => from === id && ids.has(to)),
    );
    return begun.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  factsOf(id: string): readonly NodeRecord[] {
    return this.factLinks.of(id).flatMap(({ to }) => this.nodesById.get(to) ?? []);
  }

  factDatesOf(id: string): readonly string[] {
    const dates = this.factsOf(id).flatMap(({ properties }) => textOf(properties, 'date') ?? []);
    return [...new Set(dates)].sort();
  }

  namesIn(article: string): readonly LitName[] {
    const names = this.names.get(article) ?? this.findNames(article);
    this.names.set(article, names);
    return names;
  }

  namesOf(id: string, article: string): readonly LitName[] {
    return this.namesIn(article).filter(({ entity }) => entity.id === id);
  }

  /** How many entities an article names. */
  countNamedIn(article: string): number {
    return this.mentions.of(article).filter((mention) => spansOf(mention).length > 0).length;
  }

  mentionsOf(entity: string): ReadonlyMap<string, readonly Span[]> {
    return new Map(this.mentions.of(entity).map((mention) => [mention.from, spansOf(mention)]));
  }

  findNode(id: string | undefined): NodeRecord | undefined {
    return id === undefined ? undefined : this.nodesById.get(id);
  }

  getEntity(id: string): NodeRecord {
    return this.getNode(id, 'Entity');
  }

  getArticle(id: string): NodeRecord {
    return this.getNode(id, 'Article');
  }

  findRelation(id: string): RelationshipRecord | undefined {
    return this.relationList.find(id);
  }

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
    return toNames(this.mentions.of(article), (id) => this.nodesById.get(id));
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

const communityOf = ({ properties }: NodeRecord): number => numberOf(properties, 'community') ?? -1;
