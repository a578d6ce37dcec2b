import { datesOf, type LifeClaim } from '../graph/build/life.ts';
import { type Claim, newest, seen } from '../graph/build/newest.ts';
import { OF_PHASE, PROJECT_STATUSES, type ProjectStatus } from '../model/entity.ts';
import type { NodeRecord, Properties, PropertyValue, RelationshipRecord } from '../model/snapshot.ts';
import type { Catalogue, Whole } from './catalogue.ts';
import { endedBySuccessors } from './post-ends.ts';
import { listOf, numberOf, textOf } from './properties.ts';
import { WholeCatalogue } from './whole-catalogue.ts';

/** Standpoints that were asked for last, of each graph. */
const KEPT = 4;
const made = new WeakMap<Catalogue, { readonly version: string; readonly days: Map<string, Catalogue> }>();

/**
 * The graph as it was known, and as posts were in force, on a day (2024-05 is the end of that month): what articles of that day and
 * before tell, with values, states and sums as they tell them. Articles without a date are of no day; public lists are of every one.
 */
export function catalogueAsOf(catalogue: Catalogue, version: string, day: string | undefined): Catalogue {
  if (day === undefined) return catalogue;
  const known = made.get(catalogue);
  const kept = known?.version === version ? known : { version, days: new Map<string, Catalogue>() };
  const found = kept.days.get(day) ?? seenFrom(catalogue.whole(), day);
  kept.days.delete(day);
  kept.days.set(day, found);
  for (const old of [...kept.days.keys()].slice(0, -KEPT)) kept.days.delete(old);
  made.set(catalogue, kept);
  return found;
}

/** Whether a date lies on a day or before, as far as both are exact: 2024 does not lie behind 2024-05-28. */
export function isBy(date: string | undefined, day: string): boolean {
  if (date === undefined || date === '') return false;
  const exact = Math.min(date.length, day.length);
  return date.slice(0, exact) <= day.slice(0, exact);
}

/** Whether a post was in force on a day: begun or first told by then, and not ended. */
export function isInForce(post: RelationshipRecord, day: string): boolean {
  const until = textOf(post.properties, 'until');
  return isBegun(post, day) && (until === undefined || !isBy(until, day));
}

function isBegun({ properties }: RelationshipRecord, day: string): boolean {
  return isBy(textOf(properties, 'since') ?? textOf(properties, 'firstSeen'), day);
}

/**
 * Posts as they were known on a day, those that had ended by then too; what had not begun, or no article told of yet, is left out. An
 * end that follows from a successor follows from who was known by then, so all posts at a body are looked at together.
 */
export function postsAsOf(
  catalogue: Catalogue,
  posts: readonly RelationshipRecord[],
  day: string,
): RelationshipRecord[] {
  return postsThen(posts, day, (post) => {
    const told = listOf(post.properties, 'articles').flatMap((id) => catalogue.findNode(id) ?? []);
    return new Map(told.filter((one) => isOf(one, day)).map((one) => [one.id, one]));
  });
}

function postsThen(
  posts: readonly RelationshipRecord[],
  day: string,
  articlesOf: (post: RelationshipRecord) => Articles,
): RelationshipRecord[] {
  return endedBySuccessors(
    posts.flatMap((post) => {
      if (post.type !== 'HOLDS_POST' || !isBegun(post, day)) return [];
      const then = tieThen(post, articlesOf(post), day);
      return then ? [then] : [];
    }),
  );
}

function isOf(article: NodeRecord, day: string): boolean {
  return isBy(textOf(article.properties, 'published'), day);
}

function seenFrom(catalogue: Whole, day: string): Catalogue {
  const articles = new Map(catalogue.articles.filter((one) => isOf(one, day)).map((one) => [one.id, one]));
  const { nodes, relationships } = catalogue.snapshot;
  const kept = new Map<string, NodeRecord>();
  for (const node of nodes) {
    if (node.labels.includes('Article')) {
      if (articles.has(node.id)) kept.set(node.id, node);
    } else if (node.labels.includes('Fact')) {
      if (articles.has(textOf(node.properties, 'article') ?? '')) kept.set(node.id, node);
    } else if (isTold(node, articles)) kept.set(node.id, entityThen(catalogue, node, articles));
  }
  const ties = relationships.flatMap((one): RelationshipRecord[] => {
    if (!kept.has(one.from) || !kept.has(one.to) || one.type === 'HOLDS_POST') return [];
    const then = tieThen(one, articles, day);
    return then ? [then] : [];
  });
  const posts = postsThen(relationships, day, () => articles).filter((one) => isInForce(one, day));
  return new WholeCatalogue({ nodes: [...kept.values()], relationships: [...ties, ...posts] });
}

type Articles = ReadonlyMap<string, NodeRecord>;

/** Whether one of the articles tells of it, or a public list. */
function isTold({ properties }: NodeRecord | RelationshipRecord, articles: Articles): boolean {
  const told = listOf(properties, 'articles');
  return told.length === 0 || told.some((id) => articles.has(id));
}

function tieThen(one: RelationshipRecord, articles: Articles, day: string): RelationshipRecord | undefined {
  if (!isTold(one, articles)) return undefined;
  const isWhole =
    listOf(one.properties, 'articles').every((id) => articles.has(id)) && !isEndToCome(one, day);
  return isWhole ? one : relationThen(one, articles, day);
}

function entityThen(catalogue: Catalogue, node: NodeRecord, articles: Articles): NodeRecord {
  const told = listOf(node.properties, 'articles');
  const then = told.filter((id) => articles.has(id));
  if (then.length === told.length) return node;
  const mentions = catalogue.mentionsOf(node.id);
  const facts = catalogue.factsOf(node.id);
  return {
    ...node,
    properties: withKnown(node.properties, {
      articles: then,
      mentions: then.reduce((sum, id) => sum + (mentions.get(id)?.length ?? 0), 0),
      stories: new Set(then.map((id) => textOf(articles.get(id)?.properties ?? {}, 'story') ?? id)).size,
      ...seenIn(then, articles),
      ...(node.labels.includes('Project') ? projectThen(facts, articles) : {}),
    }),
  };
}

/** What the facts of some articles make of a project. */
function projectThen(facts: readonly NodeRecord[], articles: Articles): Partial<Properties> {
  const sums = new Map<string, Claim<number> & { readonly isOfPhase: boolean }>();
  const states = new Map<
    string,
    { readonly states: ProjectStatus[]; readonly dates: (string | undefined)[] }
  >();
  const life: LifeClaim[] = [];
  for (const { properties } of facts) {
    const [name, document, date] = ['name', 'article', 'date'].map((one) => textOf(properties, one));
    const article = articles.get(document ?? '');
    if (document === undefined || article === undefined) continue;
    const told = textOf(article.properties, 'published');
    const { value } = properties;
    if (name === 'investment' && typeof value === 'number' && properties.currency === undefined)
      // The first sum of an article is its own.
      sums.set(
        document,
        sums.get(document) ?? { value, date: told, document, isOfPhase: properties.rule === OF_PHASE },
      );
    const status = PROJECT_STATUSES.find((one) => one === value);
    if (name === 'status' && status) {
      const own = states.get(document) ?? { states: [], dates: [] };
      own.states.push(status);
      own.dates.push(date);
      states.set(document, own);
    }
    if ((name === 'status' || name === 'due') && status) life.push({ name, value: status, date, told });
  }
  const whole = [...sums.values()].filter(({ isOfPhase }) => !isOfPhase);
  const rank = (one: ProjectStatus) => PROJECT_STATUSES.indexOf(one);
  const claims = [...states].map(([document, own]): Claim<ProjectStatus> => {
    const value = own.states.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    const dates = own.dates.filter((_, i) => own.states[i] === value);
    const isDated = dates.every((date) => date !== undefined);
    const told = textOf(articles.get(document)?.properties ?? {}, 'published');
    return { value, date: isDated ? seen(dates).lastSeen : told, document };
  });
  return {
    investment: newest(whole.length > 0 ? whole : [...sums.values()], (a, b) => a - b),
    status: newest(claims, (a, b) => rank(a) - rank(b)),
    ...datesOf(life),
  } as Partial<Properties>;
}

/** Whether a post's end was still to come, or follows from a successor who may not have been known. */
function isEndToCome({ properties }: RelationshipRecord, day: string): boolean {
  const until = textOf(properties, 'until');
  return until !== undefined && (textOf(properties, 'untilFrom') === 'successor' || !isBy(until, day));
}

const PARALLEL = ['articles', 'spans', 'quotes', 'rules'] as const;

function relationThen(one: RelationshipRecord, articles: Articles, day: string): RelationshipRecord {
  const { properties } = one;
  const told = listOf(properties, 'articles');
  const kept = [...told.keys()].filter((i) => articles.has(told[i] ?? ''));
  const then = kept.map((i) => told[i] ?? '');
  const lists = PARALLEL.map((name) => {
    const list = listOf(properties, name);
    return [name, kept.map((i) => list[i] ?? '')] as const;
  });
  return {
    ...one,
    properties: withKnown(properties, {
      ...Object.fromEntries(lists),
      count: then.length,
      stories: Math.min(numberOf(properties, 'stories') ?? then.length, new Set(then).size),
      ...seenIn(then, articles),
      ...(isEndToCome(one, day) ? { until: undefined, untilFrom: undefined } : {}),
    }),
  };
}

function seenIn(
  ids: readonly string[],
  articles: Articles,
): { firstSeen: string | undefined; lastSeen: string | undefined } {
  const { firstSeen, lastSeen } = seen(
    ids.map((id) => textOf(articles.get(id)?.properties ?? {}, 'published')),
  );
  return { firstSeen, lastSeen };
}

function withKnown(
  properties: Properties,
  then: Readonly<Record<string, PropertyValue | undefined>>,
): Properties {
  return Object.fromEntries(
    Object.entries({ ...properties, ...then }).filter(([, value]) => value !== undefined),
  ) as Properties;
}
