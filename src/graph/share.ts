import type { ArticlePart } from '../model/article.ts';
import { type Entity, type EntityAttributes, PROJECT_STATUSES, type ProjectStatus } from '../model/entity.ts';
import { hashId } from '../model/id.ts';
import type { ExtractedDocument } from '../model/resolution.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord } from '../model/snapshot.ts';
import { byPlace, compareText, type Located, locate, toSpanText } from './locate.ts';
import { type Claim, newest, seen } from './newest.ts';
import { known } from './records.ts';

/** An entity of a document, with the document. */
export interface Part {
  readonly document: ExtractedDocument;
  readonly entity: Entity;
}

/** What one document adds to an entity of the collection. It stays as it is while the document and its entities do. */
export interface Share {
  /** By `documentId`. */
  readonly document: string;
  /** The articles that name it; the document's first where none does, and then `mentions` is 0. */
  readonly articles: readonly ArticlePart[];
  readonly mentions: number;
  /** 0..1, not rounded. */
  readonly confidence: number;
  readonly claims: readonly Told[];
  /** Its facts, what ties it to them, and what ties the articles to it. */
  readonly nodes: readonly NodeRecord[];
  readonly relationships: readonly RelationshipRecord[];
}

const NONE: readonly never[] = [];

/** A claim with the name of the attribute. */
type Told = Claim<string | number> & { readonly name: keyof EntityAttributes };

/** `parts` are the entities of the document `owner` that are the entity `id`. */
export function toShare(id: string, owner: string, parts: readonly [Part, ...Part[]]): Share {
  const { document } = parts[0];
  const byArticle = new Map<ArticlePart, Located[]>();
  const mentions = parts.flatMap(({ entity }) => entity.mentions.map((one) => locate(document, one)));
  for (const mention of mentions.sort(byPlace)) {
    const list = byArticle.get(mention.article);
    if (list === undefined) byArticle.set(mention.article, [mention]);
    else list.push(mention);
  }
  const facts = parts.flatMap(({ entity }) => toFacts(id, document, entity));
  const ties = [...byArticle].map(([article, found]) => ({
    id: hashId('MENTIONS', article.id, id),
    type: 'MENTIONS',
    from: article.id,
    to: id,
    properties: { spans: [...new Set(found.map(toSpanText))], count: found.length },
  }));
  const hasFact = facts.map((fact) => ({
    id: hashId('HAS_FACT', id, fact.id),
    type: 'HAS_FACT',
    from: id,
    to: fact.id,
    properties: {},
  }));
  const claims = parts.flatMap(({ entity }) => claimsOf(document, entity));
  return {
    document: owner,
    articles: byArticle.size > 0 ? [...byArticle.keys()] : [locate(document, { start: 0, end: 0 }).article],
    mentions: mentions.length,
    confidence: parts.reduce((most, { entity }) => Math.max(most, entity.confidence), 0),
    claims: claims.length > 0 ? claims : NONE,
    nodes: facts.length > 0 ? facts : NONE,
    relationships: [...ties, ...hasFact],
  };
}

/** The newest value of each attribute; competing ones stay as facts. */
export function shownOf(shares: readonly Share[]): Record<string, PropertyValue | undefined> {
  const claims = <T extends string | number>(wanted: keyof EntityAttributes): Claim<T>[] =>
    shares.flatMap((share) =>
      share.claims.flatMap(({ name, value, date, document }) =>
        name === wanted ? [{ value: value as T, date, document }] : [],
      ),
    );
  const rank = (status: ProjectStatus) => PROJECT_STATUSES.indexOf(status);
  return {
    investment: newest(claims<number>('investment'), (a, b) => a - b),
    status: newest(claims<ProjectStatus>('status'), (a, b) => rank(a) - rank(b)),
    title: newest(claims<string>('title'), (a, b) => a.length - b.length || compareText(a, b)),
  };
}

function claimsOf(document: ExtractedDocument, entity: Entity): Told[] {
  const dates = entity.mentions.map((mention) => locate(document, mention).article.published);
  const published = seen(dates).lastSeen;
  return (['investment', 'status', 'title'] as const).flatMap((name) => {
    const value = entity.attrs[name];
    if (value === undefined) return [];
    const date = name === 'status' ? reached(entity, published) : published;
    return [{ name, value, date, document: document.raw.id }];
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

function toFacts(owner: string, document: ExtractedDocument, entity: Entity): NodeRecord[] {
  return entity.facts.map((fact) => {
    const at = locate(document, fact);
    const span = toSpanText(at);
    return {
      id: hashId('Fact', owner, at.article.id, span, fact.name, String(fact.value), fact.date ?? ''),
      labels: ['Fact'],
      properties: known({
        name: fact.name,
        value: fact.value,
        date: fact.date,
        article: at.article.id,
        span,
        quote: at.quote,
        rule: fact.rule,
        confidence: fact.confidence === undefined ? undefined : round(fact.confidence),
      }),
    };
  });
}

/** The highest confidence: no article makes another less sure. */
export function highest(confidences: readonly number[]): number {
  return round(confidences.reduce((most, one) => Math.max(most, one), 0));
}

/** Confidence to three decimals: finer means nothing. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
