import type { Extraction, RawDocument } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type {
  AddedRelation,
  ArticleJudgement,
  Judgement,
  NamedThing,
  RightJudgement,
  WrongJudgement,
} from '../model/judgement.ts';
import type { Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { formsOf, hasValue } from './amend.ts';
import { kindOf } from './rules.ts';
import { findQuote } from './ties.ts';

/** What a document says, as it was read and as people put it right. */
export interface Saying {
  readonly raw: RawDocument;
  readonly extraction: Extraction;
  readonly amended: Extraction;
  /** The thing that an entity of the document belongs to. */
  readonly idOf: (entity: string) => string | undefined;
}

/** An entity of a document that a judgement may mean. */
interface Found {
  readonly entity: Entity;
  readonly thing: string | undefined;
  /** Whether the document calls it by the name of the judgement. */
  readonly isNamed: boolean;
  /** The posts that the document gives it. */
  readonly titles: readonly string[];
}

const MOST_NEAREST = 3;

/**
 * The judgement in the words of every article that it is about. A value or a relation of a thing is told under whatever name the
 * article has for that thing, so that one judgement may become several, each by a name; their ids are those of the one given.
 *
 * @throws {YuantuError} NOT_FOUND when no article tells what is judged; the message has what comes nearest.
 */
export function reach(judgement: Judgement, sayings: readonly Saying[]): readonly Judgement[] {
  if (judgement.say === 'add') return [reachAdded(judgement, sayings)];
  if (judgement.say === 'article') return [reachArticle(judgement, sayings)];
  if ('left' in judgement) {
    for (const thing of [judgement.left, judgement.right]) find(thing, sayings);
    return [judgement];
  }
  if (judgement.what === 'value') return reachValue(judgement, sayings);
  if (judgement.what === 'relation') return reachRelation(judgement, sayings);
  find(judgement.of, sayings);
  return [judgement];
}

/** What is said of something that articles tell. */
type On<K extends WrongJudgement['what']> = Extract<RightJudgement | WrongJudgement, { readonly what: K }>;

function reachValue(judgement: On<'value'>, sayings: readonly Saying[]): readonly Judgement[] {
  const { of, fact, value } = judgement;
  const meant = find(of, sayings).flat();
  const telling = meant.filter(
    ({ entity, titles }) =>
      hasValue(entity, judgement) || (fact === 'title' && titles.includes(String(value))),
  );
  if (telling.length === 0) {
    const others = meant.flatMap(({ entity }) =>
      entity.facts.filter(({ name }) => name === fact).map((one) => String(one.value)),
    );
    throw new YuantuError(
      'NOT_FOUND',
      `no article tells ${fact} ${value} of ${of.name}${orElse(others, `${fact} told of it`)}`,
    );
  }
  return namesOf(telling, of).map((name) => ({ ...judgement, of: { ...of, name } }));
}

function reachRelation(judgement: On<'relation'>, sayings: readonly Saying[]): readonly Judgement[] {
  const { from, relation, to } = judgement;
  if (judgement.say === 'wrong')
    for (const end of [judgement.rightFrom, judgement.rightTo]) if (end !== undefined) find(end, sayings);
  const [starts, ends] = [find(from, sayings), find(to, sayings)];
  const pairs = new Map<string, readonly [from: string, to: string]>();
  const others: string[] = [];
  sayings.forEach(({ extraction, amended }, at) => {
    const left = new Map(starts[at]?.map((one) => [one.entity.id, one]));
    const right = new Map(ends[at]?.map((one) => [one.entity.id, one]));
    const isBetween = (one: Relation) => left.has(one.from) && right.has(one.to);
    for (const one of [...extraction.relations, ...amended.relations]) {
      const turned = { ...one, from: one.to, to: one.from };
      const tie = isBetween(one)
        ? one
        : one.type === 'PARTNERS_WITH' && isBetween(turned)
          ? turned
          : undefined;
      if (tie === undefined) continue;
      others.push(one.type);
      if (one.type !== relation) continue;
      const names = [nameFor(left.get(tie.from), from), nameFor(right.get(tie.to), to)] as const;
      pairs.set(names.join('\n'), names);
    }
  });
  if (pairs.size === 0)
    throw new YuantuError(
      'NOT_FOUND',
      `no article tells ${relation} from ${from.name} to ${to.name}${orElse(others, 'told between them')}`,
    );
  return [...pairs.values()].map(([start, end]) => ({
    ...judgement,
    from: { ...from, name: start },
    to: { ...to, name: end },
  }));
}

/** An added relation in the words of its article: what that does not name is named by another one, or stands in its text. */
function reachAdded(judgement: AddedRelation, sayings: readonly Saying[]): Judgement {
  const { article, quote } = judgement;
  const at = indexOf(article, sayings);
  const { raw, extraction } = sayings[at] as Saying;
  if (findQuote(extraction, raw.text, judgement) === undefined)
    throw new YuantuError('NOT_FOUND', `${article} does not say "${quote}"; quote it as it stands there`);
  const inItsWords = (thing: NamedThing): NamedThing => {
    if (raw.text.includes(thing.name) && !isKnown(thing, sayings)) return thing;
    const here = find(thing, sayings)[at]?.[0];
    return here === undefined ? thing : { ...thing, name: nameFor(here, thing) };
  };
  return { ...judgement, from: inItsWords(judgement.from), to: inItsWords(judgement.to) };
}

function isKnown({ type, name }: NamedThing, sayings: readonly Saying[]): boolean {
  const wanted = normaliseForm(name);
  return sayings.some(({ extraction, amended }) =>
    [...extraction.entities, ...amended.entities].some(
      (entity) =>
        kindOf(entity.type) === kindOf(type) &&
        formsOf(entity).some((form) => normaliseForm(form) === wanted),
    ),
  );
}

/** A judgement on an article; one that takes it back keeps what it was. */
function reachArticle(judgement: ArticleJudgement, sayings: readonly Saying[]): Judgement {
  const { raw } = sayings[indexOf(judgement.article, sayings)] as Saying;
  if (judgement.property !== undefined) return judgement;
  const { id: article, source, doc, text, metadata } = raw;
  return { ...judgement, article, kept: { source, doc, text, metadata } };
}

function indexOf(article: string, sayings: readonly Saying[]): number {
  const at = sayings.findIndex(({ extraction }) => extraction.articles.some(({ id }) => id === article));
  if (at < 0) throw new YuantuError('NOT_FOUND', `no such article: ${article}`);
  return at;
}

/** For each document its entities that are the thing named: by its name, or as another name of the same thing. */
function find(thing: NamedThing, sayings: readonly Saying[]): readonly (readonly Found[])[] {
  const { type, name, article } = thing;
  const wanted = normaliseForm(name);
  const candidates = sayings.map(({ extraction, amended, idOf }): readonly Found[] =>
    article !== undefined && !extraction.articles.some(({ id }) => id === article)
      ? []
      : [...extraction.entities, ...amended.entities]
          .filter((entity) => kindOf(entity.type) === kindOf(type))
          .map((entity) => ({
            entity,
            thing: idOf(entity.id),
            isNamed: formsOf(entity).some((form) => normaliseForm(form) === wanted),
            titles: [...extraction.relations, ...amended.relations].flatMap(({ type, from, attrs }) =>
              type === 'HOLDS_POST' && from === entity.id && attrs.title !== undefined ? [attrs.title] : [],
            ),
          })),
  );
  const all = candidates.flat();
  const things = new Set(all.flatMap((one) => (one.isNamed && one.thing !== undefined ? [one.thing] : [])));
  if (!all.some(({ isNamed }) => isNamed)) {
    const place = article === undefined ? 'no article names' : `${article} does not name`;
    const near = nearest(name, new Set(all.flatMap(({ entity }) => formsOf(entity))));
    throw new YuantuError('NOT_FOUND', `${place} a ${type} ${name}${orElse(near, 'nearest')}`);
  }
  return candidates.map((list) =>
    list.filter((one) => one.isNamed || (one.thing !== undefined && things.has(one.thing))),
  );
}

function nameFor(found: Found | undefined, { name }: NamedThing): string {
  return found === undefined || found.isNamed ? name : found.entity.name;
}

function namesOf(found: readonly Found[], thing: NamedThing): string[] {
  return [...new Set(found.map((one) => nameFor(one, thing)))];
}

function orElse(others: readonly string[], what: string): string {
  const list = [...new Set(others)];
  return list.length === 0 ? '' : `; ${what}: ${list.slice(0, MOST_NEAREST).join(', ')}`;
}

/** The names that share most characters with one, those that share none left out. */
function nearest(name: string, names: ReadonlySet<string>): string[] {
  const characters = new Set(name);
  const score = (other: string) => {
    const others = new Set(other);
    const shared = [...others].filter((character) => characters.has(character)).length;
    return (2 * shared) / (characters.size + others.size);
  };
  return [...names]
    .map((other) => ({ other, score: score(other) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
    .slice(0, MOST_NEAREST)
    .map(({ other }) => other);
}
