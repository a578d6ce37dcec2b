import type { Document, Extraction } from '../model/article.ts';
import type { Entity, EntityMention, Fact } from '../model/entity.ts';
import type { LinkedEntity } from '../model/linked.ts';
import type { Evidence, Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { IndicatorFact } from './indicator/index.ts';
import { type Findings, factsByEntity, type ProjectFact } from './relate/index.ts';
import { trustOf } from './trust.ts';

/** What the stages made of a document, before it is carried back to the original text. */
export interface Reading {
  readonly document: Document;
  readonly entities: readonly LinkedEntity[];
  readonly findings: Findings;
  readonly indicators: readonly IndicatorFact[];
}

/** Carry everything back to the original text, and keep only industries that something is in. */
export function toExtraction({ document, entities, findings, indicators }: Reading): Extraction {
  const { text } = document.raw;
  const quoteOf = (span: Span): Span & { quote: string } => {
    const { start, end } = document.toOriginal(span);
    return { start, end, quote: text.slice(start, end) };
  };
  const ids = idsOf(entities, findings);
  const kept = [...ids.keys()];
  const facts = factsByEntity<ProjectFact | IndicatorFact>([...findings.facts, ...indicators]);
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
      facts: (facts.get(i) ?? []).map((told): Fact => {
        const { entity: _, belief: own, ...fact } = { belief: undefined, ...told };
        const trust = own === undefined ? trustOf(fact, belief(entities[i])) : own * belief(entities[i]);
        return { ...fact, ...quoteOf(fact), ...(trust === undefined ? {} : { confidence: round(trust) }) };
      }),
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

/** Links as relations: one for a pair and post, with every sentence that says it; believed no more than both its ends. */
function relations(
  findings: Findings,
  entities: readonly LinkedEntity[],
  ids: ReadonlyMap<number, string>,
  quoteOf: (span: Span) => Span & { quote: string },
): Relation[] {
  const merged = new Map<string, { relation: Relation; evidence: Evidence[] }>();
  for (const { from, type, to, span, rule, confidence, ...attrs } of findings.links) {
    const [a, b] = [ids.get(from), ids.get(to)];
    if (a === undefined || b === undefined) continue;
    const evidence = { ...quoteOf(span), rule };
    const key = [a, type, b, attrs.title, attrs.ended, attrs.planned].join(' ');
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
          attrs,
          confidence: round(confidence * belief(entities[from]) * belief(entities[to])),
          evidence: list,
        },
      });
    }
  }
  return [...merged.values()].map(({ relation }) => relation);
}
