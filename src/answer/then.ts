import { datesOf, type LifeClaim } from '../graph/build/life.ts';
import { type Claim, newest, seen } from '../graph/build/newest.ts';
import { OF_PHASE, PROJECT_STATUSES, type ProjectStatus } from '../model/entity.ts';
import type { NodeRecord, Properties, PropertyValue, RelationshipRecord } from '../model/snapshot.ts';
import { endedBySuccessors } from './post-ends.ts';
import { listOf, numberOf, textOf } from './properties.ts';

/** Articles of a day and before, by id: when they were published, and of which story they are. */
export interface ArticlesThen {
  get(id: string): NodeRecord | undefined;
}

/** What is told of an entity at any time. */
export interface ToldOfEntity {
  mentionsOf(entity: string): ReadonlyMap<string, readonly unknown[]>;
  factsOf(entity: string): readonly NodeRecord[];
}

/** A property as it was on a day, worked out when it is asked for; undefined where it was not known. */
export type LaterProperties = Readonly<Record<string, () => PropertyValue | undefined>>;

/** Whether a date lies on a day or before, as far as both are exact: 2024 does not lie behind 2024-05-28. */
export function isBy(date: string | undefined, day: string): boolean {
  if (date === undefined || date === '') return false;
  const exact = Math.min(date.length, day.length);
  return date.slice(0, exact) <= day.slice(0, exact);
}

/** Whether an article is of a day or before. */
export function isOf(article: NodeRecord, day: string): boolean {
  return isBy(textOf(article.properties, 'published'), day);
}

/** Whether an article of a day or before tells of something, or a public list. */
export function isTold({ properties }: NodeRecord | RelationshipRecord, day: string): boolean {
  const first = textOf(properties, 'firstSeen');
  return first === undefined ? (numberOf(properties, 'stories') ?? 0) === 0 : isBy(first, day);
}

/** Whether a post was begun on a day, or first told of by then. */
function isBegun({ properties }: RelationshipRecord, day: string): boolean {
  return isBy(textOf(properties, 'since') ?? textOf(properties, 'firstSeen'), day);
}

/** Whether a post was in force on a day: begun or first told by then, and not ended. */
export function isInForce(post: RelationshipRecord, day: string): boolean {
  const until = textOf(post.properties, 'until');
  return isBegun(post, day) && (until === undefined || !isBy(until, day));
}

/** A relation as it was known on a day; undefined where nothing told of it yet. */
export function tieThen(
  one: RelationshipRecord,
  articles: ArticlesThen,
  day: string,
): RelationshipRecord | undefined {
  if (!isTold(one, day)) return undefined;
  const isWhole =
    listOf(one.properties, 'articles').every((id) => articles.get(id) !== undefined) &&
    !isEndToCome(one, day);
  return isWhole ? one : relationThen(one, articles, day);
}

/**
 * Posts as they were known on a day, those that had ended by then too; what had not begun, or no article told of yet, is left out. An
 * end that follows from a successor follows from who was known by then, so all posts at a body are looked at together.
 */
export function postsThen(
  posts: readonly RelationshipRecord[],
  articles: ArticlesThen,
  day: string,
): RelationshipRecord[] {
  return endedBySuccessors(
    posts.flatMap((post) => {
      if (post.type !== 'HOLDS_POST' || !isBegun(post, day)) return [];
      return tieThen(post, articles, day) ?? [];
    }),
  );
}

/** Whether a post's end was still to come, or follows from a successor who may not have been known. */
function isEndToCome({ properties }: RelationshipRecord, day: string): boolean {
  const until = textOf(properties, 'until');
  return until !== undefined && (textOf(properties, 'untilFrom') === 'successor' || !isBy(until, day));
}

/** What was otherwise of an entity when only some articles had told of it; undefined where nothing was. */
export function entityThen(
  told: ToldOfEntity,
  node: NodeRecord,
  articles: ArticlesThen,
): LaterProperties | undefined {
  const all = listOf(node.properties, 'articles');
  const then = all.filter((id) => articles.get(id) !== undefined);
  if (then.length === all.length) return undefined;
  const span = once(() => seenIn(then, articles));
  return {
    articles: () => then,
    mentions() {
      const mentions = told.mentionsOf(node.id);
      return then.reduce((sum, id) => sum + (mentions.get(id)?.length ?? 0), 0);
    },
    stories: () => new Set(then.map((id) => textOf(articles.get(id)?.properties ?? {}, 'story') ?? id)).size,
    firstSeen: () => span().firstSeen,
    lastSeen: () => span().lastSeen,
    ...(node.labels.includes('Project')
      ? projectThen(
          once(() => told.factsOf(node.id)),
          articles,
        )
      : {}),
  };
}

/** What the facts of some articles make of a project. */
function projectThen(facts: () => readonly NodeRecord[], articles: ArticlesThen): LaterProperties {
  const shown = once(() => shownBy(facts(), articles));
  const names = ['investment', 'status', ...Object.keys(datesOf([]))];
  return Object.fromEntries(names.map((name) => [name, () => shown()[name]]));
}

function shownBy(
  facts: readonly NodeRecord[],
  articles: ArticlesThen,
): Readonly<Record<string, PropertyValue | undefined>> {
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
  };
}

const PARALLEL = ['articles', 'spans', 'quotes', 'rules'] as const;

function relationThen(one: RelationshipRecord, articles: ArticlesThen, day: string): RelationshipRecord {
  const { properties } = one;
  const told = listOf(properties, 'articles');
  const kept = [...told.keys()].filter((i) => articles.get(told[i] ?? '') !== undefined);
  const then = kept.map((i) => told[i] ?? '');
  const lists = PARALLEL.filter((name) => Object.hasOwn(properties, name)).map((name) => {
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
  articles: ArticlesThen,
): { firstSeen: string | undefined; lastSeen: string | undefined } {
  const { firstSeen, lastSeen } = seen(
    ids.map((id) => textOf(articles.get(id)?.properties ?? {}, 'published')),
  );
  return { firstSeen, lastSeen };
}

/** Properties with some that were otherwise then, each in its place; those that are unknown go. */
export function withKnown(
  properties: Properties,
  then: Readonly<Record<string, PropertyValue | undefined>>,
): Properties {
  return Object.fromEntries(
    Object.entries({ ...properties, ...then }).filter(([, value]) => value !== undefined),
  ) as Properties;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
