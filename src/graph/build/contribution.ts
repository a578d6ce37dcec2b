import type { ArticlePart } from '../../model/article.ts';
import {
  type Entity,
  type EntityAttributes,
  type Fact,
  OF_PHASE,
  PROJECT_STATUSES,
  type ProjectStatus,
} from '../../model/entity.ts';
import { hashId } from '../../model/id.ts';
import type { ExtractedDocument } from '../../model/resolution.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord } from '../../model/snapshot.ts';
import { datesOf, type LifeClaim, lifeOf } from './life.ts';
import { articleAt, byPlace, compareText, type Located, locate, toSpanText } from './locate.ts';
import { type Claim, newest, seen } from './newest.ts';
import { known } from './records.ts';

const FACT: readonly string[] = ['Fact'];

/** The attributes that articles may contradict one another on. */
const CLAIMED = ['investment', 'status', 'title'] as const;

/** What one document says of an entity of the collection. It stays as it is while the document and its entities do. */
export interface Contribution {
  /** Of the collection's entity. */
  readonly id: string;
  readonly document: ExtractedDocument;
  /** The document's entities that are this one. */
  readonly entities: readonly Entity[];
  /** What it adds to the node, where that is at hand. */
  readonly summary?: Summary;
}

/** A claim with the name of the attribute. */
type NamedClaim = Claim<string | number> & {
  readonly name: keyof EntityAttributes;
  /** Whether a sum is of a phase alone. */
  readonly isOfPhase?: boolean;
};

/** What a contribution adds to the node of its entity. */
export interface Summary {
  /** The articles that name it; the document's first where none does, and then `mentions` is 0. */
  readonly articles: readonly Pick<ArticlePart, 'id' | 'published'>[];
  readonly mentions: number;
  /** 0..1, not rounded. */
  readonly confidence: number;
  readonly claims: readonly NamedClaim[];
  readonly life: readonly LifeClaim[];
}

export function summarise({ document, entities }: Pick<Contribution, 'document' | 'entities'>): Summary {
  let [mentions, confidence] = [0, 0];
  for (const entity of entities) {
    mentions += entity.mentions.length;
    confidence = Math.max(confidence, entity.confidence);
  }
  const claims = entities.flatMap((entity) => claimsOf(document, entity));
  const life = entities.flatMap((entity) => lifeOf(document, entity));
  return { articles: articlesNaming(document, entities), mentions, confidence, claims, life };
}

function articlesNaming(document: ExtractedDocument, entities: readonly Entity[]): readonly ArticlePart[] {
  const { articles } = document.extraction;
  if (articles.length === 1) return articles;
  const mentions = entities.flatMap((entity) => entity.mentions);
  if (mentions.length === 0) return [articleAt(document, { start: 0, end: 0 })];
  return [...new Set(mentions.map((mention) => articleAt(document, mention)))];
}

/** The facts that contributions tell of their entities. */
export function* toFacts(contributions: Iterable<Contribution>): Generator<NodeRecord> {
  for (const { id, document, entities } of contributions)
    for (const { facts } of entities) for (const fact of facts) yield toFact(id, document, fact);
}

/** What ties the articles of contributions to their entities, and these to their facts. */
export function* toTies(contributions: Iterable<Contribution>): Generator<RelationshipRecord> {
  for (const contribution of contributions) {
    yield* toMentions(contribution);
    const { id: from } = contribution;
    for (const { id: to } of toFacts([contribution]))
      yield { id: hashId('HAS_FACT', from, to), type: 'HAS_FACT', from, to, properties: {} };
  }
}

function toMentions({ id, document, entities }: Contribution): RelationshipRecord[] {
  const byArticle = new Map<ArticlePart, Located[]>();
  const mentions = entities.flatMap((entity) => entity.mentions.map((one) => locate(document, one)));
  for (const mention of mentions.sort(byPlace)) {
    const list = byArticle.get(mention.article);
    if (list === undefined) byArticle.set(mention.article, [mention]);
    else list.push(mention);
  }
  return [...byArticle].map(([article, found]) => ({
    id: hashId('MENTIONS', article.id, id),
    type: 'MENTIONS',
    from: article.id,
    to: id,
    properties: { spans: [...new Set(found.map(toSpanText))], count: found.length },
  }));
}

/** The newest value of each attribute; competing ones stay as facts. */
export function shownOf(told: readonly Summary[]): Record<string, PropertyValue | undefined> {
  const all = told.flatMap(({ claims }) => claims);
  const claims = <T extends string | number>(wanted: keyof EntityAttributes): Claim<T>[] =>
    all.flatMap(({ name, value, date, document }) =>
      name === wanted ? [{ value: value as T, date, document }] : [],
    );
  const rank = (status: ProjectStatus) => PROJECT_STATUSES.indexOf(status);
  return {
    investment: newest(wholeOf(all), (a, b) => a - b),
    status: newest(claims<ProjectStatus>('status'), (a, b) => rank(a) - rank(b)),
    title: newest(claims<string>('title'), (a, b) => a.length - b.length || compareText(a, b)),
    ...datesOf(told.flatMap(({ life }) => life)),
  };
}

/** The sums of a project as a whole; those of its phases where none is told. */
function wholeOf(claims: readonly NamedClaim[]): Claim<number>[] {
  const sums = claims.filter(({ name }) => name === 'investment') as (Claim<number> & NamedClaim)[];
  const whole = sums.filter(({ isOfPhase }) => !isOfPhase);
  return whole.length > 0 ? whole : sums;
}

function claimsOf(document: ExtractedDocument, entity: Entity): NamedClaim[] {
  const { attrs, mentions } = entity;
  const claimed = CLAIMED.filter((name) => attrs[name] !== undefined);
  if (claimed.length === 0) return [];
  const published = seen(mentions.map((mention) => articleAt(document, mention).published)).lastSeen;
  return claimed.flatMap((name) => {
    const value = attrs[name];
    if (value === undefined) return [];
    const date = name === 'status' ? reached(entity, published) : published;
    const told = entity.facts.filter((fact) => fact.name === name && fact.value === value);
    const isOfPhase = told.length > 0 && told.every(({ rule }) => rule === OF_PHASE);
    return [{ name, value, date, document: document.raw.id, isOfPhase }];
  });
}

/**
 * When a project reached the state that an article gives it: the last of the dates that the article says, if it says one
 * wherever it tells that state; else the day it was published. So 2022年签约, told again later, is no news.
 */
function reached({ attrs, facts }: Entity, published: string | undefined): string | undefined {
  const told = facts.filter(({ name, value }) => name === 'status' && value === attrs.status);
  const { lastSeen } = seen(told.map(({ date }) => date));
  const isDated = lastSeen !== undefined && told.every(({ date }) => date !== undefined);
  return isDated && !(published !== undefined && lastSeen > published) ? lastSeen : published;
}

function toFact(owner: string, document: ExtractedDocument, fact: Fact): NodeRecord {
  const { start: _, end: __, ...told } = fact;
  const at = locate(document, fact);
  const span = toSpanText(at);
  return {
    id: hashId(
      'Fact',
      owner,
      at.article.id,
      span,
      fact.name,
      String(told.value ?? told.growth ?? ''),
      told.date ?? '',
    ),
    labels: FACT,
    properties: known({
      ...told,
      article: at.article.id,
      span,
      quote: at.quote,
      confidence: fact.confidence === undefined ? undefined : round(fact.confidence),
    }),
  };
}

/** The highest confidence: no article makes another less sure. */
export function highest(confidences: readonly number[]): number {
  return round(confidences.reduce((most, one) => Math.max(most, one), 0));
}

/** Confidence to three decimals: finer means nothing. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
