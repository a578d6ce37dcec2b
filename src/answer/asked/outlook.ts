import type { Counts } from '../../contract/graph.ts';
import type { LitName } from '../../contract/reference.ts';
import type { EntityType } from '../../model/entity.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import type { Span } from '../../model/span.ts';
import type { Catalogue, Outlook, Publication } from '../catalogue.ts';
import { textOf } from '../properties.ts';
import { type ArticlesThen, entityThen, isInForce, isOf, isTold, postsThen, tieThen } from '../then.ts';
import * as looks from './day-looks.ts';
import { type Findings, onDay } from './look.ts';
import { getNode, getRelation, withEvidence, withLater } from './stand-in.ts';

/**
 * The graph of a database as it was known on a day: the database says which records those are, and of each record that is looked at,
 * what was otherwise then is worked out here, as of a graph in memory.
 */
export class AskedOutlook implements Outlook {
  private readonly now: Catalogue;
  private readonly findings: Findings;
  private readonly day: string;
  private readonly articles: ArticlesThen;
  private allPosts: readonly KnownThen[] | undefined;
  private countedPosts: ReadonlyMap<string, number> | undefined;
  private readonly bodies = new Map<string, ReadonlyMap<string, RelationshipRecord>>();

  constructor(now: Catalogue, findings: Findings, day: string) {
    this.now = now;
    this.findings = findings;
    this.day = day;
    this.articles = {
      get(id) {
        const article = findings.get(looks.BRIEF, id);
        return article !== undefined && isOf(article, day) ? article : undefined;
      },
    };
  }

  get counts(): Counts {
    const counts = this.findings.get(looks.COUNTS, this.day);
    const posts = this.posts.filter(({ isHeld }) => isHeld).length;
    return { ...counts, relations: counts.relations + posts };
  }

  get dated(): Outlook['dated'] {
    return this.findings.get(looks.DATED, this.day);
  }

  get communities(): ReadonlyMap<number, number> {
    return this.findings.get(looks.COMMUNITIES, this.day);
  }

  get entities(): readonly NodeRecord[] {
    return this.entitiesThat(null);
  }

  get relations(): readonly RelationshipRecord[] {
    const begun = this.entities.flatMap(({ id }) => this.relationsOf(id).filter(({ from }) => from === id));
    return begun.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  get publications(): readonly Publication[] {
    return this.findings.get(looks.PUBLICATIONS, this.day);
  }

  heaviestOf(seats: ReadonlyMap<number, number>): readonly string[] {
    const wanted = [...seats].map(([community, many]) => ({ community, seats: many }));
    const ended = this.posts.flatMap(({ id, isHeld }) => (isHeld ? [] : id));
    // Who asks before the posts are known would ask again.
    if (this.findings.isWanting) return [];
    return this.findings.get(looks.HEAVIEST, JSON.stringify({ day: this.day, ended, seats: wanted }));
  }

  entitiesOf(type: EntityType): readonly NodeRecord[] {
    return this.entitiesThat(type);
  }

  relationsOf(id: string): readonly RelationshipRecord[] {
    return this.asThen(this.findings.get(looks.RELATIONS_OF, onDay(this.day, id)));
  }

  countRelationsOf(id: string): number {
    return this.findings.get(looks.TIE_COUNT, onDay(this.day, id)) + (this.postCounts.get(id) ?? 0);
  }

  relationsAmong(ids: ReadonlySet<string>): readonly RelationshipRecord[] {
    const key = JSON.stringify({ day: this.day, ids: [...ids] });
    return this.asThen(this.findings.get(looks.RELATIONS_BETWEEN, key));
  }

  factsOf(id: string): readonly NodeRecord[] {
    return this.now.factsOf(id).filter((fact) => this.isFactOf(fact));
  }

  factDatesOf(id: string): readonly string[] {
    return this.findings.get(looks.FACT_DATES, onDay(this.day, id));
  }

  namesIn(article: string): readonly LitName[] {
    if (this.articles.get(article) === undefined) return [];
    return this.now.namesIn(article).filter(({ entity }) => this.isKnown(entity.id));
  }

  namesOf(entity: string, article: string): readonly LitName[] {
    if (this.articles.get(article) === undefined || !this.isKnown(entity)) return [];
    return this.now.namesOf(entity, article);
  }

  mentionsOf(entity: string): ReadonlyMap<string, readonly Span[]> {
    const all = [...this.now.mentionsOf(entity)];
    return new Map(all.filter(([article]) => this.articles.get(article) !== undefined));
  }

  findNode(id: string | undefined): NodeRecord | undefined {
    const node = this.now.findNode(id);
    if (node === undefined) return undefined;
    if (node.labels.includes('Article')) return isOf(node, this.day) ? node : undefined;
    if (node.labels.includes('Fact')) return this.isFactOf(node) ? node : undefined;
    return isTold(node, this.day) ? this.known(node) : undefined;
  }

  getEntity(id: string): NodeRecord {
    return getNode(this.findNode(id), id, 'Entity', this.findings);
  }

  findRelation(id: string): RelationshipRecord | undefined {
    const relation = this.now.findRelation(id);
    if (relation === undefined || ![relation.from, relation.to].every((end) => this.isKnown(end)))
      return undefined;
    return relation.type === 'HOLDS_POST'
      ? this.postsAt(relation.to, relation).get(id)
      : tieThen(relation, this.articles, this.day);
  }

  getRelation(id: string): RelationshipRecord {
    return getRelation(this.findRelation(id), id, this.findings);
  }

  private asThen(relations: readonly RelationshipRecord[]): RelationshipRecord[] {
    return relations.flatMap((one) => {
      const isPost = one.type === 'HOLDS_POST';
      const then = isPost ? this.postsAt(one.to).get(one.id) : tieThen(one, this.articles, this.day);
      return then === undefined ? [] : withEvidence(then, (wanted) => this.findRelation(wanted));
    });
  }

  /** All posts that were known, in no matter which state, with whether each was in force. */
  private get posts(): readonly KnownThen[] {
    this.allPosts ??= this.findPosts();
    return this.allPosts;
  }

  /** How many posts in force end at each entity; at one that holds a post at itself, once. */
  private get postCounts(): ReadonlyMap<string, number> {
    this.countedPosts ??= countEnds(this.posts);
    return this.countedPosts;
  }

  private findPosts(): readonly KnownThen[] {
    const all = this.findings.get(looks.POSTS, this.day);
    const tied = new Set(all.flatMap(({ post, isTied }) => (isTied ? post.id : [])));
    return postsThen(
      all.map(({ post }) => post),
      this.articles,
      this.day,
    ).map((post) => ({
      id: post.id,
      ends: new Set([post.from, post.to]),
      isHeld: tied.has(post.id) && isInForce(post, this.day),
    }));
  }

  /** The posts at a body that were in force, by id; one of them as it is given, with its evidence. */
  private postsAt(body: string, given?: RelationshipRecord): ReadonlyMap<string, RelationshipRecord> {
    const known = given === undefined ? this.bodies.get(body) : undefined;
    if (known !== undefined) return known;
    const all = this.findings.get(looks.POSTS_AT, onDay(this.day, body));
    const then = postsThen(
      all.map((post) => (post.id === given?.id ? given : post)),
      this.articles,
      this.day,
    );
    const held = new Map(then.filter((post) => isInForce(post, this.day)).map((post) => [post.id, post]));
    if (given === undefined) this.bodies.set(body, held);
    return held;
  }

  private entitiesThat(type: string | null): readonly NodeRecord[] {
    const key = JSON.stringify({ day: this.day, type });
    return this.findings.get(looks.ENTITIES, key).map((node) => this.known(node));
  }

  private isKnown(id: string): boolean {
    const node = this.now.findNode(id);
    return node?.labels.includes('Entity') === true && isTold(node, this.day);
  }

  private isFactOf({ properties }: NodeRecord): boolean {
    return this.articles.get(textOf(properties, 'article') ?? '') !== undefined;
  }

  private known(node: NodeRecord): NodeRecord {
    const then = entityThen(this.now, node, this.articles);
    return then === undefined ? node : { ...node, properties: withLater(node.properties, then, true) };
  }
}

/** A post that was known, and whether it was in force. */
interface KnownThen {
  readonly id: string;
  readonly ends: ReadonlySet<string>;
  readonly isHeld: boolean;
}

function countEnds(posts: readonly KnownThen[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ends, isHeld } of posts)
    if (isHeld) for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}
