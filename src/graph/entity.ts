import { type Entity, PROJECT_STATUSES, type ProjectStatus } from '../model/entity.ts';
import { hashId } from '../model/id.ts';
import type { ExtractedDocument, ResolvedEntity } from '../model/resolution.ts';
import type { NodeRecord, PropertyValue, RelationshipRecord } from '../model/snapshot.ts';
import type { StoryOf } from './article.ts';
import { byPlace, compareText, type Located, locate, toSpanText } from './locate.ts';
import { type Claim, newest, seen } from './newest.ts';
import { known } from './records.ts';

/** An entity's share of the graph: its node, its facts, and what ties both to articles. */
export interface EntityRecords {
  readonly nodes: readonly NodeRecord[];
  readonly relationships: readonly RelationshipRecord[];
}

/** What one document says of the entity. */
export interface Share {
  readonly document: ExtractedDocument;
  readonly entity: Entity;
}

export function toEntity(
  resolved: ResolvedEntity,
  shares: readonly Share[],
  storyOf: StoryOf,
): EntityRecords {
  const { id, name, aliases, type, types, level, kind } = resolved;
  const mentions = shares.flatMap(({ document, entity }) =>
    entity.mentions.map((mention) => locate(document, mention)),
  );
  const byArticle = new Map<string, Located[]>();
  for (const mention of mentions.sort(byPlace)) {
    const list = byArticle.get(mention.article.id) ?? [];
    if (list.length === 0) byArticle.set(mention.article.id, list);
    list.push(mention);
  }
  // An entity without a mention still belongs to its document.
  const parts = new Map(mentions.map(({ article }) => [article.id, article]));
  if (parts.size === 0)
    for (const { document } of shares) {
      const first = locate(document, { start: 0, end: 0 }).article;
      parts.set(first.id, first);
    }
  const articles = [...parts.keys()].sort(compareText);
  const person = type === 'Official' || type === 'Executive';
  const facts = shares.flatMap((share) => toFacts(id, share));
  const node: NodeRecord = {
    id,
    labels: ['Entity', ...types, ...(person ? ['Person'] : [])].sort(),
    properties: known({
      type,
      name,
      aliases,
      articles,
      stories: new Set(articles.map(storyOf)).size,
      mentions: mentions.length,
      confidence: highest(shares.map((s) => s.entity.confidence)),
      ...seen([...parts.values()].map((part) => part.published)),
      level,
      kind,
      ...shown(shares),
    }),
  };
  const ties = [...byArticle].map(([article, found]) => ({
    id: hashId('MENTIONS', article, id),
    type: 'MENTIONS',
    from: article,
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
  return { nodes: [node, ...facts], relationships: [...ties, ...hasFact] };
}

/** The newest value of each attribute; competing ones stay as facts. */
function shown(shares: readonly Share[]): Record<string, PropertyValue | undefined> {
  const claims = <T extends PropertyValue>(read: (entity: Entity) => T | undefined): Claim<T>[] =>
    shares.flatMap(({ document, entity }) => {
      const value = read(entity);
      const dates = entity.mentions.map((mention) => locate(document, mention).article.published);
      return value === undefined
        ? []
        : [{ value, published: seen(dates).lastSeen, document: document.raw.id }];
    });
  const rank = (status: ProjectStatus) => PROJECT_STATUSES.indexOf(status);
  return {
    investment: newest(
      claims((e) => e.attrs.investment),
      (a, b) => a - b,
    ),
    status: newest(
      claims((e) => e.attrs.status),
      (a, b) => rank(a) - rank(b),
    ),
    title: newest(
      claims((e) => e.attrs.title),
      (a, b) => a.length - b.length || compareText(a, b),
    ),
  };
}

function toFacts(owner: string, { document, entity }: Share): NodeRecord[] {
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
