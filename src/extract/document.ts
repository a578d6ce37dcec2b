import { createKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import type { Extraction, RawDocument, SegmentedDocument } from '../model/article.ts';
import type { Entity, EntityMention } from '../model/entity.ts';
import { compileModel } from '../model/linear.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { Evidence, Relation } from '../model/relation.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Span } from '../model/span.ts';
import type { Trace } from '../model/trace.ts';
import { clean } from './clean/index.ts';
import { link } from './link/index.ts';
import type { Models } from './models.ts';
import { recognise, TextView } from './recognise/index.ts';
import { type Findings, type ProjectFact, relate } from './relate/index.ts';
import { userWords } from './segment/dictionary.ts';
import { segment } from './segment/index.ts';
import { createSegmenter } from './segment/jieba.ts';

/** Reads one document and tells what it says. The same document gives the same answer, whatever came before it. */
export type Extractor = (raw: RawDocument) => Extraction | Promise<Extraction>;

/** What the stages made of a document, before it is carried back to the original text. */
export interface Reading {
  readonly document: SegmentedDocument;
  readonly entities: readonly LinkedEntity[];
  readonly findings: Findings;
}

/** Load jieba and the seeds, once for a process, and get the stages of a document in their order. */
export function createExtractor(seeds: Seeds, models: Models): (raw: RawDocument) => Extraction {
  const read = createStages(seeds, models);
  return (raw) => toExtraction(read(raw));
}

/** The stages of a document in their order; `trace` is told why each candidate was taken or refused. */
export function createStages(seeds: Seeds, models: Models): (raw: RawDocument, trace?: Trace) => Reading {
  const knowledge = createKnowledge(seeds);
  const segmenter = createSegmenter(userWords(seeds));
  const [mentionModel, linkModel] = [compileModel(models.mention), compileModel(models.link)];
  return (raw, trace) => {
    const document = segment(clean(raw), segmenter);
    const view = new TextView(document);
    const mentions = recognise(view, knowledge, mentionModel, trace);
    const entities = link(mentions, aliasContext(view, knowledge));
    return { document, entities, findings: relate(document, entities, knowledge, linkModel, trace) };
  };
}

export function aliasContext(view: TextView, knowledge: Knowledge) {
  return {
    text: view.text,
    isPlace: (word: string) => knowledge.places.has(word),
    isCommon: (word: string) =>
      knowledge.generic.has(word) || knowledge.industries.has(word) || knowledge.morphemes.has(word),
    sameZone: (form: string) => knowledge.zones.get(form),
    lexicon: knowledge.seeds.lexicon,
  };
}

/** Carry everything back to the original text, and keep only industries that something is in. */
export function toExtraction({ document, entities, findings }: Reading): Extraction {
  const { text } = document.raw;
  const quoteOf = (span: Span): Span & { quote: string } => {
    const { start, end } = document.toOriginal(span);
    return { start, end, quote: text.slice(start, end) };
  };
  const ids = idsOf(entities, findings);
  const kept = [...ids.keys()];
  const facts = new Map<number, ProjectFact[]>();
  for (const fact of findings.facts) {
    const known = facts.get(fact.entity);
    if (known) known.push(fact);
    else facts.set(fact.entity, [fact]);
  }
  const out = kept.map((i): Entity => {
    const { type, forms, mentions } = entities[i] as LinkedEntity;
    return {
      id: ids.get(i) ?? '',
      type: findings.types[i] ?? type,
      name: forms[0] ?? '',
      aliases: forms.slice(1),
      attrs: findings.attrs[i] ?? {},
      confidence: round(belief(entities[i])),
      mentions: mentions.map((m): EntityMention => {
        const { start, end, quote } = quoteOf(m);
        return { start, end, text: quote, rule: m.rule };
      }),
      facts: (facts.get(i) ?? []).map(({ entity: _, ...fact }) => ({ ...fact, ...quoteOf(fact) })),
    };
  });
  return {
    doc: document.raw.doc,
    articles: document.articles,
    entities: out,
    relations: relations(findings, entities, ids, quoteOf),
  };
}

/** The ids of the entities by their place, of an industry only if something is in it. */
export function idsOf(entities: readonly LinkedEntity[], { links, types }: Findings): Map<number, string> {
  const used = new Set(links.flatMap(({ from, to }) => [from, to]));
  const kept = entities.flatMap((_, i) => (types[i] !== 'Industry' || used.has(i) ? [i] : []));
  return new Map(kept.map((index, i) => [index, `e${i + 1}`]));
}

/** How far to believe in an entity: as in its surest mention. */
function belief(entity: LinkedEntity | undefined): number {
  return Math.max(0, ...(entity?.mentions.map((m) => m.confidence) ?? []));
}

/** A belief to two places: more would be pretence. */
function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** Links as relations: one for a pair and title, with every sentence that says it; believed no more than both its ends. */
function relations(
  findings: Findings,
  entities: readonly LinkedEntity[],
  ids: ReadonlyMap<number, string>,
  quoteOf: (span: Span) => Span & { quote: string },
): Relation[] {
  const merged = new Map<string, { relation: Relation; evidence: Evidence[] }>();
  for (const { from, type, to, span, rule, confidence, title } of findings.links) {
    const [a, b] = [ids.get(from), ids.get(to)];
    if (a === undefined || b === undefined) continue;
    const evidence = { ...quoteOf(span), rule };
    const key = `${a} ${type} ${b}`;
    const known = merged.get(key);
    if (known) {
      if (!known.evidence.some((e) => e.start === evidence.start)) known.evidence.push(evidence);
    } else {
      const list = [evidence];
      merged.set(key, {
        evidence: list,
        relation: {
          from: a,
          type,
          to: b,
          attrs: title === undefined ? {} : { title },
          confidence: round(confidence * belief(entities[from]) * belief(entities[to])),
          evidence: list,
        },
      });
    }
  }
  return [...merged.values()].map(({ relation }) => relation);
}
