import type { Extraction } from '../model/article.ts';
import type { Entity } from '../model/entity.ts';
import type { AddedRelation, NamedThing, WrongJudgement } from '../model/judgement.ts';
import type { Evidence, Relation } from '../model/relation.ts';
import { normaliseForm } from '../names/normalise.ts';
import { type Kind, kindOf } from './rules.ts';

/** An entity put right, absent where it is wrong altogether, with every name and kind that it had on the way. */
export interface Corrected {
  readonly id: string;
  readonly entity: Entity | undefined;
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<Kind>;
}

type WrongRelation = Extract<WrongJudgement, { readonly what: 'relation' }>;

/** How sure a relation is that a person added. */
const SAID = 1;

/**
 * The entities of one document while judgements tie them: what a judgement leads to and the document does not name becomes one of
 * its entities, with the mentions of its name, which may be none.
 */
export class Ends {
  private readonly all: Corrected[];
  private readonly byId: Map<string, Corrected>;
  private readonly text: string;
  private readonly isHere: (thing: NamedThing) => boolean;

  constructor(corrected: readonly Corrected[], text: string, isHere: (thing: NamedThing) => boolean) {
    this.all = [...corrected];
    this.byId = new Map(corrected.map((one) => [one.id, one]));
    this.text = text;
    this.isHere = isHere;
  }

  /** Those of the document and those that came. */
  list(): readonly Corrected[] {
    return this.all;
  }

  is(id: string, thing: NamedThing): boolean {
    return isThing(this.byId.get(id), thing) && this.isHere(thing);
  }

  /** The entity that a judgement leads to, new where there is none. */
  put(thing: NamedThing): string {
    const found =
      this.all.find((one) => one.entity?.type === thing.type && isThing(one, thing)) ??
      this.all.find((one) => isThing(one, thing));
    if (found !== undefined) return found.id;
    const { type, name } = thing;
    const entity: Entity = {
      id: `judged/${type}/${name}`,
      type,
      name,
      aliases: [],
      attrs: {},
      confidence: SAID,
      mentions: [...occurrences(this.text, name)].map((start) => ({
        start,
        end: start + name.length,
        text: name,
        rule: 'judged',
      })),
      facts: [],
    };
    const put = {
      id: entity.id,
      entity,
      names: new Set([normaliseForm(name)]),
      kinds: new Set([kindOf(type)]),
    };
    this.all.push(put);
    this.byId.set(put.id, put);
    return put.id;
  }
}

function* occurrences(text: string, name: string): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) yield at;
}

function isThing(one: Corrected | undefined, { name, type }: NamedThing): boolean {
  if (one === undefined) return false;
  return one.names.has(normaliseForm(name)) && one.kinds.has(kindOf(type));
}

/** Where a quote stands in an article of a document; undefined where it does not. */
export function findQuote(
  { articles }: Pick<Extraction, 'articles'>,
  text: string,
  { article, quote }: Pick<AddedRelation, 'article' | 'quote'>,
): Evidence | undefined {
  const part = articles.find(({ id }) => id === article);
  if (part === undefined) return undefined;
  const at = text.slice(part.start, part.end).indexOf(quote);
  if (at < 0) return undefined;
  const start = part.start + at;
  return { start, end: start + quote.length, quote, rule: 'judged' };
}

/** The relations of a document with those that judgements add to it: further evidence where it tells one already. */
export function withAdded(
  extraction: Extraction,
  text: string,
  added: readonly AddedRelation[],
  ends: Ends,
): readonly Relation[] {
  let relations: readonly Relation[] = extraction.relations;
  for (const judgement of added) {
    const evidence = findQuote(extraction, text, judgement);
    if (evidence === undefined) continue;
    const { relation: type, title } = judgement;
    const [from, to] = [ends.put(judgement.from), ends.put(judgement.to)];
    if (from === to) continue;
    const isIt = (one: Relation) =>
      one.type === type &&
      one.from === from &&
      one.to === to &&
      (title ?? one.attrs.title) === one.attrs.title;
    relations = relations.some(isIt)
      ? relations.map((one) =>
          isIt(one) ? { ...one, confidence: SAID, evidence: [...one.evidence, evidence] } : one,
        )
      : [
          ...relations,
          {
            from,
            type,
            to,
            attrs: title === undefined ? {} : { title },
            confidence: SAID,
            evidence: [evidence],
          },
        ];
  }
  return relations;
}

/** A relation as judgements leave it, with its right type and ends; undefined when one takes it away. */
export function rightTie(
  relation: Relation,
  judgements: readonly WrongRelation[],
  ends: Ends,
): Relation | undefined {
  let right = relation;
  const left = new Set(judgements);
  for (;;) {
    const judged = [...left].find(
      (one) =>
        one.relation === right.type &&
        ((ends.is(right.from, one.from) && ends.is(right.to, one.to)) || isTurned(right, one, ends)),
    );
    if (judged === undefined) return right;
    if (judged.right === undefined && judged.rightFrom === undefined && judged.rightTo === undefined)
      return undefined;
    left.delete(judged);
    // What partners with one another is stored once, either way round.
    const [from, to] =
      ends.is(right.from, judged.from) && ends.is(right.to, judged.to)
        ? [right.from, right.to]
        : [right.to, right.from];
    right = {
      ...right,
      type: judged.right ?? right.type,
      from: judged.rightFrom === undefined ? from : ends.put(judged.rightFrom),
      to: judged.rightTo === undefined ? to : ends.put(judged.rightTo),
    };
  }
}

function isTurned({ type, from, to }: Relation, judged: WrongRelation, ends: Ends): boolean {
  return type === 'PARTNERS_WITH' && ends.is(from, judged.to) && ends.is(to, judged.from);
}
