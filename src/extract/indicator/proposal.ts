import type { Document } from '../../model/article.ts';
import { isOfPart, ownerOf, type Told } from './owner.ts';
import { findPeriods, type PeriodSpan, yearBefore } from './period.ts';
import { isPlanned } from './planned.ts';
import type { Reading } from './reading.ts';
import type { Scene, Subject } from './scene.ts';
import { readSentence } from './sentence.ts';
import { periodOf, STANDING, yearOf } from './when.ts';

/** A figure as grammar reads it, and whose it is by rule, before it is judged. */
export interface Proposal {
  readonly reading: Reading;
  /** The sentence that tells it, by index. */
  readonly sentence: number;
  /** The thing it is of, by index; absent where no rule finds one. */
  readonly entity?: number;
  /** Whether it is of one industry or kind of firm alone, and not of the whole. */
  readonly isOfPart: boolean;
  readonly planned: boolean;
  readonly at?: PeriodSpan | undefined;
}

/** What a figure is taken to be of while it is not known whose it is. */
const UNKNOWN: Subject = { type: 'Zone', forms: [], mentions: [] };

/** Every figure of a document that measures something, in text order. */
export function proposeIndicators(scene: Scene): Proposal[] {
  const { document, subjects } = scene;
  const found: Proposal[] = [];
  const year = yearOf(scene);
  let last: Told | undefined;
  let earlier: readonly PeriodSpan[] = [];
  // The paragraph in which figures of a period are being told.
  let reports = -1;
  // The last period that the article at hand told.
  let told: { readonly article: number; readonly period: string } | undefined;
  for (const [i, sentence] of document.sentences.entries()) {
    const periods = findPeriods(scene.text, sentence, {
      published: publishedOf(document, sentence.article) ?? year,
      last: told?.article === sentence.article ? told.period : undefined,
    });
    for (const reading of readSentence(scene, sentence)) {
      const entity = reading.owner ?? ownerOf(scene, reading, sentence, last);
      const subject = entity === undefined ? undefined : (subjects[entity] as Subject);
      const isPart = subject !== undefined && isOfPart(scene, reading, subject, sentence);
      const before = reading.isYearBefore ? found.at(-1)?.at : undefined;
      const at =
        before?.period === undefined
          ? periodOf(scene, reading, periods, sentence, earlier, reports === sentence.paragraph)
          : { ...before, period: yearBefore(before.period), isAside: true };
      const planned = isPlanned(scene, sentence, reading, subject ?? UNKNOWN, at);
      found.push({
        ...{ reading, sentence: i, isOfPart: isPart, planned, at },
        ...(entity === undefined ? {} : { entity }),
      });
      if (entity === undefined || isPart || reading.isBare) continue;
      last = { entity, start: reading.start, end: reading.end };
      if (at?.period !== undefined && !STANDING.includes(reading.name)) reports = sentence.paragraph;
    }
    if (periods.length > 0) earlier = periods;
    const period = periods.findLast((each) => each.period !== undefined && !each.isAside)?.period;
    if (period !== undefined) told = { article: sentence.article, period };
  }
  return found;
}

function publishedOf({ articles }: Document, article: number): string | undefined {
  return articles[article]?.published;
}
