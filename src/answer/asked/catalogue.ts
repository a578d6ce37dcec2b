import type { Counts } from '../../contract/graph.ts';
import type { LitName } from '../../contract/reference.ts';
import type { EntityType } from '../../model/entity.ts';
import type { RelationType } from '../../model/relation.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import type { Span } from '../../model/span.ts';
import type {
  Catalogue,
  Covered,
  DoubtfulPage,
  FormerPage,
  Outlook,
  PageOf,
  PageWish,
  Publication,
  ToldOf,
} from '../catalogue.ts';
import { spansOf, toNames } from '../lit-names.ts';
import { coveredIn } from './covered.ts';
import type { Findings } from './look.ts';
import * as looks from './looks.ts';
import * as names from './name-looks.ts';
import { AskedOutlook } from './outlook.ts';
import { getNode, getRelation, withEvidence, withLater } from './stand-in.ts';

/**
 * The graph as far as it was looked at: what has not been looked for yet seems not to be there, and is noted, so that whoever
 * answers looks for it and answers again. A text and evidence are looked for when they are read.
 */
export class AskedCatalogue implements Catalogue {
  private readonly findings: Findings;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  get counts(): Counts {
    return this.findings.get(looks.COUNTS);
  }

  get dated(): Catalogue['dated'] {
    return this.findings.get(looks.DATED);
  }

  get types(): ReadonlyMap<EntityType, number> {
    return this.findings.get(looks.TYPES);
  }

  get communities(): ReadonlyMap<number, number> {
    return this.findings.get(looks.COMMUNITIES);
  }

  get entities(): readonly NodeRecord[] {
    return this.findings.get(looks.ENTITIES);
  }

  get relations(): readonly RelationshipRecord[] {
    return this.findings.get(looks.RELATIONS).map(this.withEvidence);
  }

  get publications(): readonly Publication[] {
    return this.findings.get(looks.PUBLICATIONS);
  }

  get covered(): Covered {
    return coveredIn(this.findings);
  }

  heaviestOf(seats: ReadonlyMap<number, number>): readonly string[] {
    return this.findings.get(looks.HEAVIEST, JSON.stringify([...seats]));
  }

  entitiesOf(type: EntityType): readonly NodeRecord[] {
    return this.findings.get(looks.ENTITIES_OF, type);
  }

  called(forms: readonly string[]): readonly NodeRecord[] {
    return this.findings.get(names.CALLED, JSON.stringify(forms));
  }

  named(wanted: readonly string[]): readonly NodeRecord[] {
    return this.findings.get(names.NAMED, JSON.stringify(wanted));
  }

  formerly(page: { readonly id: string; readonly after: string }): FormerPage {
    return this.findings.get(names.FORMERLY, JSON.stringify(page));
  }

  relationsThatAre(type: RelationType): readonly RelationshipRecord[] {
    return this.findings.get(looks.RELATIONS_THAT_ARE, type).map(this.withEvidence);
  }

  articlesOf(story: string): readonly NodeRecord[] {
    return this.findings.get(looks.STORY, story).map(this.withText);
  }

  pageOfEntities(wish: PageWish): PageOf<NodeRecord> {
    return this.findings.get(looks.PAGE_OF_ENTITIES, JSON.stringify(wish));
  }

  pageOfRelations(wish: PageWish): PageOf<RelationshipRecord> {
    return this.findings.get(looks.PAGE_OF_RELATIONS, JSON.stringify(wish));
  }

  pageOfArticles(wish: PageWish): PageOf<NodeRecord> {
    return this.findings.get(looks.PAGE_OF_ARTICLES, JSON.stringify(wish));
  }

  doubtful(page: { readonly limit: number; readonly offset: number }): DoubtfulPage {
    return this.findings.get(looks.DOUBTFUL, JSON.stringify(page));
  }

  toldBy(articles: readonly string[]): ToldOf {
    return this.findings.get(looks.TOLD_BY, JSON.stringify(articles));
  }

  relationsOf(id: string): readonly RelationshipRecord[] {
    return this.findings.get(looks.RELATIONS_OF, id).map(this.withEvidence);
  }

  countRelationsOf(id: string): number {
    return this.findings.get(looks.RELATION_COUNT, id);
  }

  relationsAmong(ids: ReadonlySet<string>): readonly RelationshipRecord[] {
    return this.findings.get(looks.RELATIONS_BETWEEN, JSON.stringify([...ids])).map(this.withEvidence);
  }

  factsOf(id: string): readonly NodeRecord[] {
    return this.findings.get(looks.FACTS_OF, id);
  }

  factDatesOf(id: string): readonly string[] {
    return this.findings.get(looks.FACT_DATES, id);
  }

  namesIn(article: string): readonly LitName[] {
    return toNames(this.findings.get(looks.NAMES_IN, article), (id) => this.findNode(id));
  }

  namesOf(entity: string, article: string): readonly LitName[] {
    const mentions = this.findings.get(looks.MENTIONS_OF, entity).filter(({ from }) => from === article);
    return toNames(mentions, (id) => this.findNode(id));
  }

  mentionsOf(entity: string): ReadonlyMap<string, readonly Span[]> {
    return new Map(this.findings.get(looks.MENTIONS_OF, entity).map((one) => [one.from, spansOf(one)]));
  }

  findNode(id: string | undefined): NodeRecord | undefined {
    const node = id === undefined ? undefined : this.findings.get(looks.NODE, id);
    return node?.labels.includes('Article') ? this.withText(node) : node;
  }

  getEntity(id: string): NodeRecord {
    return getNode(this.findNode(id), id, 'Entity', this.findings);
  }

  getArticle(id: string): NodeRecord {
    return getNode(this.findNode(id), id, 'Article', this.findings);
  }

  findRelation(id: string): RelationshipRecord | undefined {
    return this.findings.get(looks.RELATION, id);
  }

  getRelation(id: string): RelationshipRecord {
    return getRelation(this.findRelation(id), id, this.findings);
  }

  asOf(day: string): Outlook {
    return new AskedOutlook(this, this.findings, day);
  }

  private readonly withText = (article: NodeRecord): NodeRecord => {
    const read = () => this.findings.get(looks.TEXT, article.id);
    return { ...article, properties: withLater(article.properties, { text: read }) };
  };

  private readonly withEvidence = (relation: RelationshipRecord): RelationshipRecord =>
    withEvidence(relation, (id) => this.findRelation(id));
}
