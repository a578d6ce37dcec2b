import type { Extraction } from '../model/article.ts';
import { present } from '../model/assert.ts';
import type { Entity, EntityAttributes, EntityType } from '../model/entity.ts';
import type { Judgement, NamedThing, WrongJudgement } from '../model/judgement.ts';
import { mayJoin, type Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { type Kind, kindOf } from './rules.ts';

type Wrong<K extends WrongJudgement['what']> = Extract<WrongJudgement, { readonly what: K }>;

/** Judgements that change what a document says, by the folded names that they speak of. */
export interface Amendments {
  readonly wrong: ReadonlyMap<string, readonly WrongJudgement[]>;
  /** Pairs that are two things: an entity that goes by both names is parted. */
  readonly apart: ReadonlyMap<string, readonly (readonly [NamedThing, NamedThing])[]>;
}

export function toAmendments(judgements: readonly Judgement[]): Amendments {
  const wrong = new Map<string, WrongJudgement[]>();
  const apart = new Map<string, (readonly [NamedThing, NamedThing])[]>();
  for (const judgement of judgements)
    if (judgement.say === 'wrong')
      push(wrong, (judgement.what === 'relation' ? judgement.from : judgement.of).name, judgement);
  const classOf = sameNames(judgements);
  for (const judgement of judgements) {
    if (judgement.say !== 'different') continue;
    // What is different from one name is different from every other that a person called the same.
    for (const left of classOf(judgement.left))
      for (const right of classOf(judgement.right)) {
        const pair = [left, right] as const;
        for (const { name } of pair) push(apart, name, pair);
      }
  }
  return { wrong, apart };
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
 * put right or gone, and names that are two things parted. A judgement may speak of what another one put right. The same object
 * where nothing applies.
 */
export function amend(extraction: Extraction, amendments: Amendments): Extraction {
  if (amendments.wrong.size === 0 && amendments.apart.size === 0) return extraction;
  const forms = extraction.entities.flatMap(formsOf).map(normaliseForm);
  if (!forms.some((form) => amendments.wrong.has(form) || amendments.apart.has(form))) return extraction;

  const articles = new Set(extraction.articles.map(({ id }) => id));
  const isHere = ({ article }: NamedThing) => article === undefined || articles.has(article);
  const corrected = extraction.entities.map((entity) => correct(entity, amendments, isHere));
  const byId = new Map(corrected.map((one) => [one.id, one]));
  const wrong = corrected.flatMap(({ names }) =>
    [...names].flatMap((name) => amendments.wrong.get(name) ?? []),
  );
  const onRelations = [...new Set(wrong)].filter((one) => one.what === 'relation').sort(byJudgement);
  const onTitles = [...new Set(wrong)]
    .filter((one) => one.what === 'value' && one.fact === 'title')
    .sort(byJudgement) as Wrong<'value'>[];
  const relations = extraction.relations.flatMap((relation) => {
    const right = onRelations.length === 0 ? relation.type : rightType(relation, onRelations, byId, isHere);
    if (right === undefined) return [];
    const typed = right === relation.type ? relation : { ...relation, type: right };
    return [onTitles.length === 0 ? typed : withTitle(typed, onTitles, byId, isHere)];
  });
  const entities = corrected.flatMap(({ entity, names }) => {
    const apart = [...new Set([...names].flatMap((name) => amendments.apart.get(name) ?? []))];
    return entity === undefined ? [] : part(entity, apart, isHere);
  });
  const after = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    ...extraction,
    entities,
    relations: relations.filter(({ from, type, to }) =>
      mayJoin(type, after.get(from)?.type, after.get(to)?.type),
    ),
  };
}

/** An entity put right, absent where it is wrong altogether, with every name and kind that it had on the way. */
interface Corrected {
  readonly id: string;
  readonly entity: Entity | undefined;
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<Kind>;
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

function isThing(one: Corrected | undefined, { name, type }: NamedThing): boolean {
  if (one === undefined) return false;
  return one.names.has(normaliseForm(name)) && one.kinds.has(kindOf(type));
}

/** A post with its title as judgements on whoever holds it leave it. */
function withTitle(
  relation: Relation,
  judgements: readonly Wrong<'value'>[],
  byId: ReadonlyMap<string, Corrected>,
  isHere: (thing: NamedThing) => boolean,
): Relation {
  if (relation.type !== 'HOLDS_POST') return relation;
  const left = new Set(judgements.filter(({ of }) => isThing(byId.get(relation.from), of) && isHere(of)));
  let { title, ...others } = relation.attrs;
  for (;;) {
    const judged = [...left].find(({ value }) => title !== undefined && String(value) === title);
    if (judged === undefined) break;
    left.delete(judged);
    title = judged.right === undefined ? undefined : String(judged.right);
  }
  return { ...relation, attrs: title === undefined ? others : { ...others, title } };
}

/** The type that judgements leave a relation; undefined when one takes it away. */
function rightType(
  { from, type, to }: Relation,
  judgements: readonly Wrong<'relation'>[],
  byId: ReadonlyMap<string, Corrected>,
  isHere: (thing: NamedThing) => boolean,
): Relation['type'] | undefined {
  const is = (id: string, thing: NamedThing): boolean => isThing(byId.get(id), thing) && isHere(thing);
  let right = type;
  const left = new Set(judgements);
  for (;;) {
    const judged = [...left].find(
      (one) =>
        one.relation === right &&
        ((is(from, one.from) && is(to, one.to)) ||
          (right === 'PARTNERS_WITH' && is(from, one.to) && is(to, one.from))),
    );
    if (judged === undefined) return right;
    if (judged.right === undefined) return undefined;
    left.delete(judged);
    right = judged.right;
  }
}

/** The wrong form goes; the right one is the name. */
function renamed(entity: Entity, wrong: string, right: string): Entity {
  const others = formsOf(entity).filter(
    (form) => normaliseForm(form) !== normaliseForm(wrong) && form !== right,
  );
  return { ...entity, name: right, aliases: others };
}

/** Whether an entity is told to have the value that a judgement is on. */
export function hasValue({ facts, attrs }: Entity, { fact, value }: Wrong<'value'>): boolean {
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

function byJudgement(a: WrongJudgement, b: WrongJudgement): number {
  return a.id < b.id ? -1 : 1;
}

function push<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const key = normaliseForm(name);
  lists.set(key, [...(lists.get(key) ?? []), item]);
}
