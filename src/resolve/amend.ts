import type { Extraction } from '../model/article.ts';
import type { Entity, EntityAttributes, EntityType } from '../model/entity.ts';
import type { Judgement, NamedThing, WrongJudgement } from '../model/judgement.ts';
import { RELATION_ENDS, type Relation } from '../model/relation.ts';
import { foldForm } from './form.ts';
import { kindOf } from './rules.ts';

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
  const keyOf = ({ type, name, article }: NamedThing) => [kindOf(type), foldForm(name), article].join('\n');
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
 * put right or gone, and names that are two things parted. The same object where nothing applies.
 */
export function amend(extraction: Extraction, amendments: Amendments): Extraction {
  if (amendments.wrong.size === 0 && amendments.apart.size === 0) return extraction;
  const articles = new Set(extraction.articles.map(({ id }) => id));
  const names = (entity: Entity, thing: NamedThing): boolean =>
    kindOf(entity.type) === kindOf(thing.type) &&
    (thing.article === undefined || articles.has(thing.article)) &&
    formsOf(entity).some((form) => foldForm(form) === foldForm(thing.name));
  const forms = new Set(extraction.entities.flatMap(formsOf).map(foldForm));
  const wrong = [...forms].flatMap((form) => amendments.wrong.get(form) ?? []).sort(byId);
  const apart = [...new Set([...forms].flatMap((form) => amendments.apart.get(form) ?? []))];
  if (wrong.length === 0 && apart.length === 0) return extraction;

  const about = (entity: Entity): WrongJudgement[] =>
    wrong.filter((one) => one.what !== 'relation' && names(entity, one.of));
  const judgedRelation = ({ from, type, to }: Relation, byEntity: ReadonlyMap<string, Entity>) => {
    const [a, b] = [byEntity.get(from), byEntity.get(to)];
    return wrong.find(
      (one): one is Wrong<'relation'> =>
        one.what === 'relation' &&
        one.relation === type &&
        a !== undefined &&
        b !== undefined &&
        ((names(a, one.from) && names(b, one.to)) ||
          (type === 'PARTNERS_WITH' && names(a, one.to) && names(b, one.from))),
    );
  };
  const before = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const relations = extraction.relations.flatMap((relation) => {
    const judged = judgedRelation(relation, before);
    if (judged === undefined) return [relation];
    return judged.right === undefined ? [] : [{ ...relation, type: judged.right }];
  });
  const entities = extraction.entities
    .flatMap((entity) => correct(entity, about(entity)))
    .flatMap((entity) => part(entity, apart, names));
  const after = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    ...extraction,
    entities,
    relations: relations.filter(({ from, type, to }) => mayJoin(after.get(from), type, after.get(to))),
  };
}

/** A judged entity: none when it is wrong and nothing stands in its place. */
function correct(entity: Entity, judgements: readonly WrongJudgement[]): Entity[] {
  let out = entity;
  for (const judgement of judgements) {
    if (judgement.what === 'value') out = withValue(out, judgement);
    else if (judgement.right === undefined) return [];
    else if (judgement.what === 'type') out = { ...out, type: judgement.right as EntityType };
    else if (judgement.what === 'entity') out = renamed(out, judgement.of.name, judgement.right);
  }
  return [out];
}

/** The wrong form goes; the right one is the name. */
function renamed(entity: Entity, wrong: string, right: string): Entity {
  const others = formsOf(entity).filter((form) => foldForm(form) !== foldForm(wrong) && form !== right);
  return { ...entity, name: right, aliases: others };
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
  names: (entity: Entity, thing: NamedThing) => boolean,
): Entity[] {
  let kept = entity;
  const parted: Entity[] = [];
  for (const pair of apart) {
    if (!pair.every((thing) => names(kept, thing))) continue;
    const [a, b] = pair.map(({ name }) => foldForm(name));
    if (a === b) continue;
    const leaving = foldForm(kept.name) === b ? a : b;
    const is = (form: string) => foldForm(form) === leaving;
    const form = formsOf(kept).find(is) ?? '';
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

/** Whether a relation still has both ends, of types that it may join. */
function mayJoin(from: Entity | undefined, type: Relation['type'], to: Entity | undefined): boolean {
  const fits = (a: EntityType, b: EntityType) =>
    RELATION_ENDS[type].some((row) => row.from.includes(a) && row.to.includes(b));
  return from !== undefined && to !== undefined && fits(from.type, to.type);
}

function formsOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases];
}

function byId(a: WrongJudgement, b: WrongJudgement): number {
  return a.id < b.id ? -1 : 1;
}

function push<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const key = foldForm(name);
  lists.set(key, [...(lists.get(key) ?? []), item]);
}
