import type { ArticlePart, Extraction } from '../model/article.ts';
import { present } from '../model/assert.ts';
import type { Entity, EntityAttributes, EntityType } from '../model/entity.ts';
import type {
  AddedRelation,
  ArticleJudgement,
  Judgement,
  NamedThing,
  RightJudgement,
  WrongJudgement,
} from '../model/judgement.ts';
import { mayJoin, type Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { confirm } from './confirm.ts';
import { kindOf } from './rules.ts';
import { type Corrected, Ends, rightTie, withAdded } from './ties.ts';

type Wrong<K extends WrongJudgement['what']> = Extract<WrongJudgement, { readonly what: K }>;

/** Judgements that change what a document says, by the folded names that they speak of. */
export interface Amendments {
  readonly wrong: ReadonlyMap<string, readonly WrongJudgement[]>;
  /** Pairs that are two things: an entity that goes by both names is parted. */
  readonly apart: ReadonlyMap<string, readonly (readonly [NamedThing, NamedThing])[]>;
  /** Relations that articles tell beside what was found, and what is known of articles, by the articles' ids. */
  readonly added: ReadonlyMap<string, readonly AddedRelation[]>;
  readonly articles: ReadonlyMap<string, readonly ArticleJudgement[]>;
  /** What people found right, by the folded names that it is told of. */
  readonly right: ReadonlyMap<string, readonly RightJudgement[]>;
}

export function toAmendments(judgements: readonly Judgement[]): Amendments {
  const wrong = new Map<string, WrongJudgement[]>();
  const apart = new Map<string, (readonly [NamedThing, NamedThing])[]>();
  const added = new Map<string, AddedRelation[]>();
  const articles = new Map<string, ArticleJudgement[]>();
  const right = new Map<string, RightJudgement[]>();
  const nameOf = (one: RightJudgement | WrongJudgement) =>
    normaliseForm((one.what === 'relation' ? one.from : one.of).name);
  for (const judgement of judgements)
    if (judgement.say === 'wrong') push(wrong, nameOf(judgement), judgement);
    else if (judgement.say === 'right') push(right, nameOf(judgement), judgement);
    else if (judgement.say === 'add') push(added, judgement.article, judgement);
    else if (judgement.say === 'article') push(articles, judgement.article, judgement);
  const classOf = sameNames(judgements);
  for (const judgement of judgements) {
    if (judgement.say !== 'different') continue;
    // What is different from one name is different from every other that a person called the same.
    for (const left of classOf(judgement.left))
      for (const right of classOf(judgement.right)) {
        const pair = [left, right] as const;
        for (const { name } of pair) push(apart, normaliseForm(name), pair);
      }
  }
  return { wrong, apart, added, articles, right };
}

/** The things that judgements call the same as one, itself included. */
function sameNames(judgements: readonly Judgement[]): (thing: NamedThing) => readonly NamedThing[] {
  const classes = new Map<string, readonly NamedThing[]>();
  const keyOf = ({ type, name, article }: NamedThing) =>
    [kindOf(type), normaliseForm(name), article].join('\n');
  const classOf = (thing: NamedThing) => classes.get(keyOf(thing)) ?? [thing];
  for (const judgement of judgements) {
    if (judgement.say !== 'same') continue;
    const all = [...new Set([...classOf(judgement.left), ...classOf(judgement.right)])];
    for (const thing of all) classes.set(keyOf(thing), all);
  }
  return classOf;
}

/**
 * What a document says, as far as nobody has judged it wrong: entities renamed, of another type or gone, relations and values
 * put right or gone, names that are two things parted, relations added, and what is known of its articles. A judgement may speak
 * of what another one put right. What people found right is as sure as can be. The same object where nothing applies. `text` is the
 * original text.
 */
export function amend(extraction: Extraction, text: string, amendments: Amendments): Extraction {
  return confirm(putRight(extraction, text, amendments), amendments.right);
}

function putRight(extraction: Extraction, text: string, amendments: Amendments): Extraction {
  const told = withArticles(extraction, amendments);
  const added = told.articles.flatMap(({ id }) => amendments.added.get(id) ?? []).sort(byJudgement);
  const isNamed = ({ wrong, apart }: Amendments) =>
    told.entities
      .flatMap(formsOf)
      .map(normaliseForm)
      .some((form) => wrong.has(form) || apart.has(form));
  if (added.length === 0 && !(amendments.wrong.size + amendments.apart.size > 0 && isNamed(amendments)))
    return told;
  const articles = new Set(told.articles.map(({ id }) => id));
  const isHere = ({ article }: NamedThing) => article === undefined || articles.has(article);
  const ends = new Ends(
    told.entities.map((entity) => correct(entity, amendments, isHere)),
    text,
    isHere,
  );
  const all = withAdded(told, text, added, ends);
  const wrong = ends
    .list()
    .flatMap(({ names }) => [...names].flatMap((name) => amendments.wrong.get(name) ?? []));
  const onRelations = [...new Set(wrong)].filter((one) => one.what === 'relation').sort(byJudgement);
  const onTitles = [...new Set(wrong)]
    .filter((one) => one.what === 'value' && one.fact === 'title')
    .sort(byJudgement) as Wrong<'value'>[];
  const relations = all.flatMap((relation) => {
    const right = onRelations.length === 0 ? relation : rightTie(relation, onRelations, ends);
    if (right === undefined) return [];
    return [onTitles.length === 0 ? right : withTitle(right, onTitles, ends)];
  });
  const entities = ends.list().flatMap(({ entity, names }) => {
    const apart = [...new Set([...names].flatMap((name) => amendments.apart.get(name) ?? []))];
    return entity === undefined ? [] : part(entity, apart, isHere);
  });
  const after = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    ...told,
    entities,
    relations: relations.filter(({ from, type, to }) =>
      mayJoin(type, after.get(from)?.type, after.get(to)?.type),
    ),
  };
}

/** What a document says, with what people know of its articles. */
function withArticles(extraction: Extraction, { articles }: Amendments): Extraction {
  if (!extraction.articles.some(({ id }) => articles.has(id))) return extraction;
  return { ...extraction, articles: extraction.articles.map((one) => corrected(one, articles.get(one.id))) };
}

function corrected(article: ArticlePart, judgements: readonly ArticleJudgement[] = []): ArticlePart {
  let out = article;
  for (const { property, right } of judgements) {
    if (property === undefined) continue;
    const { [property]: _, ...others } = out;
    out = right === undefined ? others : { ...others, [property]: right };
  }
  return out;
}

/** Applies every judgement on an entity once, those on what another one gave after it. */
function correct(entity: Entity, { wrong }: Amendments, isHere: (thing: NamedThing) => boolean): Corrected {
  const names = new Set(formsOf(entity).map(normaliseForm));
  const kinds = new Set([kindOf(entity.type)]);
  const done = new Set<WrongJudgement>();
  const next = (): Exclude<WrongJudgement, Wrong<'relation'>> | undefined =>
    [...names]
      .flatMap((name) => wrong.get(name) ?? [])
      .sort(byJudgement)
      .find(
        (one): one is Exclude<WrongJudgement, Wrong<'relation'>> =>
          one.what !== 'relation' &&
          !done.has(one) &&
          kinds.has(kindOf(one.of.type)) &&
          isHere(one.of) &&
          (one.what !== 'value' || hasValue(out, one)),
      );
  let out = entity;
  for (let judgement = next(); judgement !== undefined; judgement = next()) {
    done.add(judgement);
    if (judgement.what === 'value') out = withValue(out, judgement);
    else if (judgement.right === undefined) return { id: entity.id, entity: undefined, names, kinds };
    else if (judgement.what === 'type') {
      out = { ...out, type: judgement.right as EntityType };
      kinds.add(kindOf(out.type));
    } else if (judgement.what === 'entity') {
      out = renamed(out, judgement.of.name, judgement.right);
      names.add(normaliseForm(judgement.right));
    }
  }
  return { id: entity.id, entity: out, names, kinds };
}

/** A post with its title as judgements on whoever holds it leave it. */
function withTitle(relation: Relation, judgements: readonly Wrong<'value'>[], ends: Ends): Relation {
  if (relation.type !== 'HOLDS_POST') return relation;
  const left = new Set(judgements.filter(({ of }) => ends.is(relation.from, of)));
  let { title, ...others } = relation.attrs;
  for (;;) {
    const judged = [...left].find(({ value }) => title !== undefined && String(value) === title);
    if (judged === undefined) break;
    left.delete(judged);
    title = judged.right === undefined ? undefined : String(judged.right);
  }
  return { ...relation, attrs: title === undefined ? others : { ...others, title } };
}

/** The wrong form goes; the right one is the name. */
function renamed(entity: Entity, wrong: string, right: string): Entity {
  const others = formsOf(entity).filter(
    (form) => normaliseForm(form) !== normaliseForm(wrong) && form !== right,
  );
  return { ...entity, name: right, aliases: others };
}

/** Whether an entity is told to have the value that a judgement is on. */
export function hasValue(
  { facts, attrs }: Entity,
  { fact, value }: Pick<Wrong<'value'>, 'fact' | 'value'>,
): boolean {
  const shown = (attrs as Readonly<Record<string, unknown>>)[fact];
  return [shown, ...facts.filter(({ name }) => name === fact).map((one) => one.value)].some(
    (other) => other !== undefined && String(other) === String(value),
  );
}

function withValue(entity: Entity, { fact, value, right }: Wrong<'value'>): Entity {
  const isIt = (other: unknown) => String(other) === String(value);
  const facts = entity.facts.flatMap((one) => {
    if (one.name !== fact || !isIt(one.value)) return [one];
    return right === undefined ? [] : [{ ...one, value: right }];
  });
  const attrs = entity.attrs as Readonly<Record<string, unknown>>;
  const { [fact]: shown, ...others } = attrs;
  if (shown === undefined || !isIt(shown)) return { ...entity, facts };
  return {
    ...entity,
    facts,
    attrs: (right === undefined ? others : { ...others, [fact]: right }) as EntityAttributes,
  };
}

/** Two of what goes by both names of a pair: the second name takes its own mentions along; relations stay with the first. */
function part(
  entity: Entity,
  apart: readonly (readonly [NamedThing, NamedThing])[],
  isHere: (thing: NamedThing) => boolean,
): Entity[] {
  const names = (one: Entity, thing: NamedThing): boolean =>
    kindOf(one.type) === kindOf(thing.type) &&
    isHere(thing) &&
    formsOf(one).some((form) => normaliseForm(form) === normaliseForm(thing.name));
  let kept = entity;
  const parted: Entity[] = [];
  for (const pair of apart) {
    if (!pair.every((thing) => names(kept, thing))) continue;
    const [a, b] = pair.map(({ name }) => normaliseForm(name));
    if (a === b) continue;
    const leaving = normaliseForm(kept.name) === b ? a : b;
    const is = (form: string) => normaliseForm(form) === leaving;
    const form = present(formsOf(kept).find(is), 'the name that leaves an entity');
    parted.push({
      ...kept,
      id: `${entity.id}/${form}`,
      name: form,
      aliases: [],
      attrs: {},
      mentions: kept.mentions.filter(({ text }) => is(text)),
      facts: [],
    });
    kept = {
      ...kept,
      aliases: kept.aliases.filter((alias) => !is(alias)),
      mentions: kept.mentions.filter(({ text }) => !is(text)),
    };
  }
  return [kept, ...parted];
}

/** All that a document calls an entity. */
export function formsOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases];
}

function byJudgement(a: Judgement, b: Judgement): number {
  return a.id < b.id ? -1 : 1;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}
