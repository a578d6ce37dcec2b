import type { Document } from '../../model/article.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import { isOfPart, ownerOf } from './owner.ts';
import { findPeriods, type PeriodSpan } from './period.ts';
import { isPlanned } from './planned.ts';
import { Scene, type Subject } from './scene.ts';
import { readSentence } from './sentence.ts';
import { periodOf, STANDING, yearOf } from './when.ts';

/** A figure of an entity by index, and the run of the cleaned text that says it. */
export interface IndicatorFact extends Indicator, Span {
  readonly entity: number;
  readonly rule: string;
}

/**
 * The figures that the guideline of indicators speaks of, whose they are, and when they hold.
 *
 * Numbers, units and periods are read by grammar; whose a figure is, is the nearest thing that may have it: the subject of its
 * clause, or what 全区, 园区, 该项目 stand for. A figure of nothing that the document names is left out.
 */
export function findIndicators(document: Document, subjects: readonly Subject[]): IndicatorFact[] {
  const scene = new Scene(document, subjects);
  const found: IndicatorFact[] = [];
  const ofKind = new Set<IndicatorFact>();
  const year = yearOf(scene);
  let last: IndicatorFact | undefined;
  let earlier: readonly PeriodSpan[] = [];
  // The paragraph in which figures of a period are being told.
  let reports = -1;
  // The last period that the article at hand told.
  let told: { readonly article: number; readonly period: string } | undefined;
  for (const sentence of document.sentences) {
    const article = document.articles[sentence.article];
    const periods = findPeriods(scene.text, sentence, {
      published: article?.published ?? year,
      last: told?.article === sentence.article ? told.period : undefined,
    });
    for (const reading of readSentence(scene, sentence)) {
      const entity = reading.owner ?? ownerOf(scene, reading, sentence, last);
      if (entity === undefined) continue;
      const subject = subjects[entity] as Subject;
      if (isOfPart(scene, reading, subject, sentence)) continue;
      const at = periodOf(scene, reading, periods, sentence, earlier, reports === sentence.paragraph);
      const fact: IndicatorFact = {
        entity,
        name: reading.name,
        ...(reading.figure === undefined ? {} : { value: reading.figure.value }),
        unit: reading.unit,
        ...(reading.growth === undefined ? {} : { growth: reading.growth }),
        ...(at?.period === undefined ? {} : { period: at.period }),
        planned: isPlanned(scene, sentence, reading, subject, at),
        ...(reading.figure?.bound === undefined ? {} : { bound: reading.figure.bound }),
        ...(reading.product === undefined ? {} : { product: reading.product }),
        start: reading.start,
        end: reading.end,
        rule: reading.rule,
      };
      found.push(fact);
      if (reading.isOfKind) ofKind.add(fact);
      last = fact;
      if (at?.period !== undefined && !STANDING.includes(fact.name)) reports = sentence.paragraph;
    }
    if (periods.length > 0) earlier = periods;
    const period = periods.findLast((each) => each.period !== undefined && !each.isAside)?.period;
    if (period !== undefined) told = { article: sentence.article, period };
  }
  return fullest(found, ofKind);
}

/** Of a figure told several times the fullest statement; of firms those of one kind only where no wider number stands beside. */
function fullest(facts: readonly IndicatorFact[], ofKind: ReadonlySet<IndicatorFact>): IndicatorFact[] {
  const kept = new Map<string, IndicatorFact>();
  const weight = ({ growth, period, product, end, start }: IndicatorFact) =>
    (growth === undefined ? 0 : 4) +
    (period === undefined ? 0 : 2) +
    (product === undefined ? 0 : 1) +
    (end - start) / 1000;
  for (const fact of facts) {
    const key = `${fact.entity} ${fact.name} ${fact.value ?? `+${fact.growth}`} ${fact.value === undefined ? '' : fact.unit}`;
    const known = kept.get(key);
    if (known === undefined || weight(fact) > weight(known)) kept.set(key, fact);
  }
  const list = [...kept.values()].sort((a, b) => a.start - b.start);
  const all = new Map<string, number>();
  const keyOf = ({ entity, name, planned }: IndicatorFact) => `${entity} ${name} ${planned}`;
  for (const fact of list)
    if (!ofKind.has(fact)) all.set(keyOf(fact), Math.max(all.get(keyOf(fact)) ?? 0, fact.value ?? 0));
  return list.filter((fact) => !ofKind.has(fact) || (fact.value ?? 0) >= (all.get(keyOf(fact)) ?? 0));
}
