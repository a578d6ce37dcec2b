import type { RawDocument } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { Mention } from '../model/mention.ts';
import { firstFrom } from '../model/nearby.ts';
import type { RelationType } from '../model/relation.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Span } from '../model/span.ts';
import { SpanIndex } from '../model/span-index.ts';
import { createStages, toLink, type Workings } from './document.ts';
import type { Card } from './encode/card.ts';
import { hitsTouching } from './encode/channels.ts';
import { confidenceOf, scoreFor } from './encode/confidence.ts';
import {
  agree,
  isBalanced,
  SPAN_TYPES,
  type SpanType,
  spansFrom,
  type Thresholds,
  typesOf,
} from './encode/name.ts';
import type { Reader } from './encode/reader.ts';
import { idsOf } from './extraction.ts';

/**
 * What became of a name: `unlikely` is below the threshold of its type; `lost` to another name that it may not stand beside; of
 * `brackets` one half stands outside; `unsure` is a name of a thing with no name that is likely enough for it; `alone` is an
 * industry that nothing is in.
 */
export type NameFate = 'taken' | 'unlikely' | 'lost' | 'brackets' | 'unsure' | 'alone';

/** What became of a relation: `unlikely` is below the threshold of its type; `vague` is said by a more specific one too. */
export type LinkFate = 'taken' | 'unlikely' | 'vague';

/** A type with its probability, 0..1. */
export interface Likely<Type> {
  readonly type: Type;
  readonly confidence: number;
}

/** Why a span was taken for a name or refused. Offsets count in the original text. */
export interface ExplainedMention extends Span, Likely<EntityType> {
  readonly text: string;
  readonly form: string;
  readonly rule: string;
  readonly fate: NameFate;
  /** What must be passed by a name of its type, or where it is `unsure` by the surest name of its thing. */
  readonly least: number;
  /** What it may be instead. */
  readonly runnerUp?: Likely<SpanType>;
  /** The words that it is cut into, each with its part of speech. */
  readonly words: readonly { readonly text: string; readonly pos: string }[];
  /** Words of lists of `seeds/` that stand in it, or reach into it. */
  readonly lists: readonly { readonly list: string; readonly text: string }[];
  /** Of a lost one: what it lost to. */
  readonly lostTo?: Span & { readonly type: SpanType; readonly text: string };
  /** What it names, where it names something: without id where that is `unsure` or `alone`. */
  readonly entity?: ExplainedEnd;
}

/** An entity of the document. */
export interface ExplainedEnd {
  readonly id?: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Why a relation was taken or refused. Its offsets are those of its evidence. */
export interface ExplainedRelation extends Span, Likely<RelationType> {
  readonly from: ExplainedEnd;
  readonly to: ExplainedEnd;
  readonly rule: string;
  readonly fate: LinkFate;
  /** What its probability must pass. */
  readonly least: number;
  /** What else may hold between the two, the likeliest. */
  readonly runnerUp?: Likely<RelationType>;
  /** The two mentions that speak for it most. */
  readonly said: readonly [from: Span, to: Span];
}

/** A sentence with what was seen in it, in text order; relations stand with the sentence in which their evidence begins. */
export interface ExplainedSentence extends Span {
  readonly text: string;
  readonly mentions: readonly ExplainedMention[];
  readonly relations: readonly ExplainedRelation[];
}

export interface Explanation {
  readonly doc: string;
  readonly sentences: readonly ExplainedSentence[];
}

export interface ExplainOptions {
  /** What was refused is told of from this probability on: 0..1, default 0.1. */
  readonly least?: number;
}

const LEAST = 0.1;

/** Reads a document and tells of every sentence why each candidate for a name or a relation was taken or refused. */
export type Explainer = (raw: RawDocument, options?: ExplainOptions) => Promise<Explanation>;

/** Loads jieba and the seeds, as `createExtractor` does. */
export function createExplainer(reader: Reader, seeds: Seeds): Explainer {
  const read = createStages(reader, seeds);
  return async (raw, { least = LEAST } = {}) => {
    const workings = await read(raw);
    const { document } = workings;
    const mentions = explainMentions(workings, reader.card, least);
    const relations = explainRelations(workings, reader.card, least);
    const original = originalOf(workings);
    const within = <T extends { readonly at: Span }>(list: readonly T[], { start, end }: Span) =>
      list.filter(({ at }) => at.start >= start && at.start < end);
    return {
      doc: raw.doc,
      sentences: document.sentences.map((sentence): ExplainedSentence => {
        return {
          ...original(sentence),
          mentions: within(mentions, sentence).map(({ told }) => told),
          relations: within(relations, sentence).map(({ told }) => told),
        };
      }),
    };
  };
}

/** What is told, and where it stands in the cleaned text. */
interface Told<T> {
  readonly at: Span;
  readonly told: T;
}

/** What may be a name, before it is carried back to the original text. */
interface Candidate extends Span, Likely<EntityType> {
  readonly form: string;
  readonly rule: string;
  readonly fate: NameFate;
  readonly least: number;
  readonly lostTo?: Span & { readonly type: SpanType };
  readonly entity?: ExplainedEnd;
}

/** All names, and what was not taken for one, in text order, the longer first. */
function explainMentions(workings: Workings, card: Card, least: number): Told<ExplainedMention>[] {
  const { document, encoding } = workings;
  const { confidence: scales } = card;
  const original = originalOf(workings);
  const named = namedSpans(workings, card);
  const refused = refusedSpans(workings, card, least, named);
  return [...named, ...refused]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ lostTo, entity, ...candidate }) => {
      const { start, end, ...rest } = candidate;
      const next = typesOf(encoding.spans, candidate).find(({ type }) => type !== candidate.type);
      const { tokens } = document;
      const words = tokens.slice(Math.max(0, firstFrom(tokens, start + 1) - 1), firstFrom(tokens, end));
      const told: ExplainedMention = {
        ...original({ start, end }),
        ...rest,
        ...(next
          ? { runnerUp: { type: next.type, confidence: confidenceOf(next.score, scales.names[next.type]) } }
          : {}),
        words: words.map(({ text, pos }) => ({ text, pos })),
        lists: hitsTouching(encoding.channels, candidate).map(({ list, ...span }) => ({
          list,
          text: original(span).text,
        })),
        ...(lostTo ? { lostTo: { ...original(lostTo), type: lostTo.type } } : {}),
        ...(entity ? { entity } : {}),
      };
      return { at: { start, end }, told };
    });
}

/** The spans that name something, sure or not. */
function namedSpans(workings: Workings, { thresholds, confidence: scales }: Card): Candidate[] {
  const { linked, entities, findings } = workings;
  const ids = idsOf(entities, findings);
  const places = new Map(entities.map((entity, i) => [entity, i]));
  return linked.flatMap((thing) => {
    const place = places.get(thing);
    const id = place === undefined ? undefined : ids.get(place);
    const entity = endOf(thing, findings.types[place ?? -1], id);
    const fate: NameFate = id !== undefined ? 'taken' : place === undefined ? 'unsure' : 'alone';
    const bars = fate === 'unsure' ? thresholds.entities : thresholds.names;
    return thing.mentions.map(({ start, end, type, form, rule, confidence }): Candidate => {
      const least = confidenceOf(bars[type], scales.names[type]);
      return { start, end, type: entity.type, form, rule, confidence, fate, least, entity };
    });
  });
}

/** Spans that name nothing, although they are so likely, under their likeliest type. */
function refusedSpans(
  { document, encoding, names, linked }: Workings,
  { thresholds, confidence: scales }: Card,
  least: number,
  named: readonly Span[],
): Candidate[] {
  const keyOf = ({ start, end }: Span): string => `${start} ${end}`;
  const known = new Set(named.map(keyOf));
  const winners = new SpanIndex<Span & { readonly type: SpanType }>([
    ...names,
    ...linked.flatMap(({ mentions }): readonly Mention[] => mentions),
  ]);
  const scores = Object.fromEntries(
    SPAN_TYPES.map((type) => [type, scoreFor(least, scales.names[type])]),
  ) as Thresholds;
  return spansFrom(encoding.spans, scores).flatMap((span): Candidate[] => {
    const [best] = typesOf(encoding.spans, span);
    if (!best || best.type === 'Title' || known.has(keyOf(span))) return [];
    const { type, score } = best;
    const words = document.text.slice(span.start, span.end);
    const rival = winners
      .touching(span.start, span.end)
      .find((other) => keyOf(other) !== keyOf(span) && !agree({ ...span, type }, other));
    const fate = score <= thresholds.names[type] ? 'unlikely' : isBalanced(words) ? 'lost' : 'brackets';
    return [
      {
        ...span,
        ...{ type, form: words.replaceAll(' ', ''), rule: 'model/name', fate },
        confidence: confidenceOf(score, scales.names[type]),
        least: confidenceOf(thresholds.names[type], scales.names[type]),
        ...(fate === 'lost' && rival ? { lostTo: rival } : {}),
      },
    ];
  });
}

/** Every relation that was told, and those that were so likely. */
function explainRelations(
  { document, entities, scored, findings }: Workings,
  { thresholds, confidence: scales }: Card,
  least: number,
): Told<ExplainedRelation>[] {
  const original = (span: Span): Span => document.toOriginal(span);
  const ids = idsOf(entities, findings);
  const end = (place: number): ExplainedEnd =>
    endOf(entities[place] as LinkedEntity, findings.types[place], ids.get(place));
  const told = new Set(findings.links.map(({ from, type, to }) => `${from} ${type} ${to}`));
  const rivals = new Map<string, typeof scored>();
  for (const relation of scored) {
    const key = `${relation.from} ${relation.to}`;
    rivals.set(key, [...(rivals.get(key) ?? []), relation]);
  }
  return scored.flatMap((relation): Told<ExplainedRelation>[] => {
    const { from, type, to, score } = relation;
    const taken = told.has(`${from} ${type} ${to}`);
    const confidence = confidenceOf(score, scales.relations[type]);
    if (!taken && confidence < least) return [];
    const { span, rule } = toLink(document, entities, relation, scales.relations[type]);
    const next = rivals
      .get(`${from} ${to}`)
      ?.filter((other) => other.type !== type)
      .sort((a, b) => b.score - a.score)[0];
    return [
      {
        at: span,
        told: {
          ...original(span),
          ...{ from: end(from), type, to: end(to), rule, confidence },
          fate: taken ? 'taken' : score > thresholds.relations[type] ? 'vague' : 'unlikely',
          least: confidenceOf(thresholds.relations[type], scales.relations[type]),
          ...(next
            ? {
                runnerUp: {
                  type: next.type,
                  confidence: confidenceOf(next.score, scales.relations[next.type]),
                },
              }
            : {}),
          said: [original(relation.said[0]), original(relation.said[1])],
        },
      },
    ];
  });
}

function originalOf({ document }: Workings): (span: Span) => Span & { readonly text: string } {
  return (span) => {
    const { start, end } = document.toOriginal(span);
    return { start, end, text: document.raw.text.slice(start, end) };
  };
}

function endOf(
  { type, forms }: LinkedEntity,
  found: EntityType | undefined,
  id: string | undefined,
): ExplainedEnd {
  return { ...(id === undefined ? {} : { id }), type: found ?? type, name: forms[0] ?? '' };
}
