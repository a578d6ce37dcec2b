import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import { YuantuError } from '../model/errors.ts';
import type { Judgement, NamedThing, WrongJudgement } from '../model/judgement.ts';
import type { Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { formsOf, hasValue } from './amend.ts';
import { kindOf } from './rules.ts';

/** What a document says, as it was read and as people put it right. */
export interface Saying {
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
  if (judgement.say !== 'wrong') {
    for (const thing of [judgement.left, judgement.right]) find(thing, sayings);
    return [judgement];
  }
  if (judgement.what === 'value') return reachValue(judgement, sayings);
  if (judgement.what === 'relation') return reachRelation(judgement, sayings);
  find(judgement.of, sayings);
  return [judgement];
}

type Wrong<K extends WrongJudgement['what']> = Extract<WrongJudgement, { readonly what: K }>;

function reachValue(judgement: Wrong<'value'>, sayings: readonly Saying[]): readonly Judgement[] {
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

function reachRelation(judgement: Wrong<'relation'>, sayings: readonly Saying[]): readonly Judgement[] {
  const { from, relation, to } = judgement;
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
    const place = article === undefined ? 'no article' : article;
    const near = nearest(name, new Set(all.flatMap(({ entity }) => formsOf(entity))));
    throw new YuantuError('NOT_FOUND', `${place} names no ${type} ${name}${orElse(near, 'nearest')}`);
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
