import type { RawDocument } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import type { Reason } from '../model/linear.ts';
import type { Mention } from '../model/mention.ts';
import type { RelationType } from '../model/relation.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Span } from '../model/span.ts';
import type { LinkFate, TracedLink } from '../model/trace.ts';
import { createStages, idsOf, type Reading } from './document.ts';
import type { Models } from './models.ts';

/** Why a candidate was taken or refused. Offsets count in the original text. */
export interface ExplainedMention extends Span {
  readonly text: string;
  readonly type: EntityType;
  readonly form: string;
  readonly rule: string;
  /** The model's probability, 0..1; of what the model does not judge, how far its rule is believed. */
  readonly confidence: number;
  readonly taken: boolean;
  /** What weighed most for it and against it, the weightiest first; empty where the rule alone decides. */
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  /** Of a refused one: the mention that overlaps it, or ends where it does, and was likelier; without it, too unlikely. */
  readonly lostTo?: Span & { readonly type: EntityType; readonly text: string };
  /** Of a taken one: what it names. An industry that nothing is in has no id. */
  readonly entity?: ExplainedEnd;
}

/** An entity of the document. */
export interface ExplainedEnd {
  readonly id?: string;
  readonly type: EntityType;
  readonly name: string;
}

/** Why a relation was taken or refused. Its offsets are those of its evidence. */
export interface ExplainedRelation extends Span {
  readonly from: ExplainedEnd;
  readonly type: RelationType;
  readonly to: ExplainedEnd;
  readonly rule: string;
  readonly confidence: number;
  /** `vague` is one that is likely enough, but said by a more specific one too. */
  readonly fate: LinkFate;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
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
  /** Candidates that were refused are told of from this probability on: 0..1, default 0.1. */
  readonly least?: number;
}

const LEAST = 0.1;
const MOST_REASONS = 4;

/** Reads a document and tells of every sentence why each candidate for a name or a relation was taken or refused. */
export type Explainer = (raw: RawDocument, options?: ExplainOptions) => Explanation;

/** Loads jieba and the seeds, as `createExtractor` does. */
export function createExplainer(seeds: Seeds, models: Models): Explainer {
  const read = createStages(seeds, models);
  return (raw, { least = LEAST } = {}) => {
    const weighed: Weighed[] = [];
    const losses = new Map<string, Mention>();
    const links: {
      readonly link: TracedLink;
      readonly reasons: readonly Reason[];
      readonly fate: LinkFate;
    }[] = [];
    const reading = read(raw, {
      weighed: (mention, reasons) => weighed.push({ mention, reasons }),
      lost: (mention, to) => losses.set(keyOf(mention), to),
      related: (link, reasons, fate) => links.push({ link, reasons, fate }),
    });
    const { document } = reading;
    const original = originalOf(reading);
    const entityAt = entitiesOf(reading);
    const mentions = explainMentions(reading, weighed, losses);
    return {
      doc: raw.doc,
      sentences: document.sentences.map((sentence): ExplainedSentence => {
        const inside = ({ start }: Span) => start >= sentence.start && start < sentence.end;
        return {
          ...original(sentence),
          mentions: mentions
            .filter(
              ({ mention, entity }) =>
                inside(mention) && (entity !== undefined || mention.confidence >= least),
            )
            .map(({ mention, reasons, lostTo, entity }) => {
              const { type, form, rule, confidence } = mention;
              const named = entity === undefined ? undefined : entityAt(entity);
              return {
                ...original(mention),
                type: named?.type ?? type,
                form,
                rule,
                confidence,
                taken: named !== undefined,
                ...weightiest(reasons),
                ...(lostTo === undefined ? {} : { lostTo: { ...original(lostTo), type: lostTo.type } }),
                ...(named === undefined ? {} : { entity: named }),
              };
            }),
          relations: links
            .filter(({ link, fate }) => inside(link.span) && (fate === 'taken' || link.confidence >= least))
            .map(({ link: { from, type, to, span, rule, confidence }, reasons, fate }) => {
              const { start, end } = document.toOriginal(span);
              const ends = { from: entityAt(from), type, to: entityAt(to) };
              return { start, end, ...ends, rule, confidence, fate, ...weightiest(reasons) };
            }),
        };
      }),
    };
  };
}

interface Weighed {
  readonly mention: Mention;
  readonly reasons: readonly Reason[];
}

interface Judged extends Weighed {
  /** Of a taken one, the place of its entity. */
  readonly entity?: number;
  readonly lostTo?: Mention;
}

/** All mentions that were taken and all that were not, in text order, the longer first. */
function explainMentions(
  { entities }: Reading,
  weighed: readonly Weighed[],
  losses: ReadonlyMap<string, Mention>,
): Judged[] {
  const reasons = new Map(weighed.map((one) => [keyOf(one.mention), one.reasons]));
  const taken = entities.flatMap(({ mentions }, entity) =>
    mentions.map((mention): Judged => ({ mention, reasons: reasons.get(keyOf(mention)) ?? [], entity })),
  );
  const known = new Set(taken.map(({ mention }) => keyOf(mention)));
  const refused = weighed
    .filter(({ mention }) => !known.has(keyOf(mention)))
    .map((one): Judged => {
      const lostTo = losses.get(keyOf(one.mention));
      return lostTo === undefined ? one : { ...one, lostTo };
    });
  return [...taken, ...refused].sort(
    ({ mention: a }, { mention: b }) => a.start - b.start || b.end - a.end || b.confidence - a.confidence,
  );
}

function keyOf({ type, start, end }: Mention): string {
  return `${type} ${start} ${end}`;
}

function originalOf({ document }: Reading): (span: Span) => Span & { readonly text: string } {
  return (span) => {
    const { start, end } = document.toOriginal(span);
    return { start, end, text: document.raw.text.slice(start, end) };
  };
}

function entitiesOf({ entities, findings }: Reading): (place: number) => ExplainedEnd {
  const ids = idsOf(entities, findings);
  return (place) => {
    const id = ids.get(place);
    const { type, forms } = entities[place] as Reading['entities'][number];
    return { ...(id === undefined ? {} : { id }), type: findings.types[place] ?? type, name: forms[0] ?? '' };
  };
}

function weightiest(reasons: readonly Reason[]): { for: readonly Reason[]; against: readonly Reason[] } {
  return {
    for: reasons.filter(({ weight }) => weight > 0).slice(0, MOST_REASONS),
    against: reasons.filter(({ weight }) => weight < 0).slice(0, MOST_REASONS),
  };
}
