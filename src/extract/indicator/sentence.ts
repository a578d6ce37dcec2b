import { lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { readArea } from './area.ts';
import { findCapacities } from './capacity.ts';
import { readCount } from './count.ts';
import { type Figure, findFigures } from './figure.ts';
import { findGrowth, type Growth, growthBehind } from './growth.ts';
import { BEHIND, findMeasureWords, GAP, LOSS, type MeasureWord, TOTAL } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { growthOfFirst, readSeries, readYearBefore, upperOf } from './series.ts';

const NO_GAP = /^(?:总额|总值|额)?$/u;
const REACHED = /^(?:左右|以上)?,?(?:达到?|[增升降跌减]?至|为|实现|完成)(?:了|人民币|约){0,2}$/u;

/** The figures of a sentence that measure something, in text order. */
export function readSentence(scene: Scene, sentence: Span): Reading[] {
  const { text } = scene;
  const figures = findFigures(text, sentence).filter(({ isFormer }) => !isFormer);
  const words = findMeasureWords(text, sentence);
  const growths = findGrowth(text, sentence);
  const readings: Reading[] = [...findCapacities(scene, sentence, figures)];
  const taken = new Set(readings.map(({ figure }) => figure));
  const told = new Set<Growth>();
  let counted: Reading | undefined;
  for (const [i, figure] of figures.entries()) {
    if (taken.has(figure)) continue;
    const previous = figures[i - 1];
    const from = Math.max(sentence.start, figure.lead - 48, previous?.end ?? 0);
    const before = text.slice(from, figure.lead);
    const after = text.slice(figure.end, Math.min(sentence.end, figure.end + 32));
    const reading =
      figure.kind === 'money'
        ? (readMoney(text, figure, words, before, after, counted) ??
          readYearBefore(text, figure, readings.at(-1)) ??
          readReached(text, figure, words, growths))
        : figure.kind === 'count'
          ? readCount(figure, before, after)
          : figure.kind === 'area'
            ? (readArea(figure, before, after) ?? readSite(scene, figure))
            : undefined;
    if (reading) {
      if (reading.name === 'signedProjects') counted = reading;
      if (figure.kind !== 'money') {
        readings.push(reading);
        continue;
      }
      const upper = upperOf(text, figure, figures[i + 1]);
      const growth = growthBehind(text, upper?.end ?? reading.end, growths);
      if (growth) told.add(growth);
      else if (reading.growth !== undefined) told.add(lastEndingBy(growths, figure.start) as Growth);
      const grown = growth && (upper ? growthOfFirst(text, [figure, upper], growth) : growth);
      const last = readings.at(-1);
      // 收入3亿元,去年同期为2亿元,同比增长50%: what has grown is the first.
      if (grown && last && reading.isYearBefore) {
        readings.splice(-1, 1, { ...last, growth: grown.percent }, reading);
        continue;
      }
      const series = readSeries(text, reading, figures, words);
      for (const each of series) if (each.figure) taken.add(each.figure);
      readings.push(...(grown ? [{ ...reading, growth: grown.percent, end: grown.end }] : series));
    }
  }
  const alone = growths.filter((growth) => !told.has(growth));
  readings.push(...readGrowth(scene, sentence, words, alone));
  return readings.sort((a, b) => a.start - b.start);
}

/** 14万平方米的综合体: land or floors that a site is named by. */
function readSite(scene: Scene, figure: Figure): Reading | undefined {
  const site = scene.attributed(figure.end);
  return site && scene.subjects[site.subject]?.type !== 'Place'
    ? { name: 'area', figure, unit: 'm2', start: figure.start, end: site.end, rule: 'indicator/area' }
    : undefined;
}

/** A sum by the measure before it or behind it, or of the projects that were just counted. */
function readMoney(
  text: string,
  figure: Figure,
  words: readonly MeasureWord[],
  before: string,
  after: string,
  counted: Reading | undefined,
): Reading | undefined {
  const word = lastEndingBy(words, figure.lead);
  const whole = { figure, unit: figure.unit, end: figure.end, rule: 'indicator/money' };
  const isNear = word !== undefined && word.end > figure.lead - Math.min(30, before.length + 1);
  // 销售额10万元以下的纳税人: a rule, and no figure.
  if (figure.bound === 'atMost' && /^以下|以下$/u.test(text.slice(figure.end - 2, figure.end + 2)))
    return undefined;
  if (isNear && GAP.test(text.slice(word.end, figure.lead)))
    return {
      ...whole,
      ...(LOSS.test(text.slice(word.start, word.end)) ? { figure: { ...figure, value: -figure.value } } : {}),
      name: word.name,
      start: word.start,
    };
  const behind = BEHIND.exec(after);
  if (behind?.[1] !== undefined) {
    const name = findMeasureWords(behind[1], { start: 0, end: behind[1].length })[0]?.name;
    if (name) return { ...whole, name, start: figure.start, end: figure.end + behind[0].length };
  }
  if (counted && figure.start - counted.end < 40 && TOTAL.test(before))
    return {
      ...whole,
      name: 'signedInvestment',
      start: figure.lead - (TOTAL.exec(before)?.[0].length ?? 0),
    };
  return undefined;
}

/** A sum that is told behind its growth: 产值增长8%,达到80亿元. */
function readReached(
  text: string,
  figure: Figure,
  words: readonly MeasureWord[],
  growths: readonly Growth[],
): Reading | undefined {
  const growth = lastEndingBy(growths, figure.start);
  const word = growth && lastEndingBy(words, growth.start);
  if (!growth || !word || growth.all.length > 1) return undefined;
  return NO_GAP.test(text.slice(word.end, growth.start)) && REACHED.test(text.slice(growth.end, figure.start))
    ? {
        ...{ name: word.name, figure, unit: figure.unit, growth: growth.percent },
        start: word.start,
        end: figure.end,
        rule: 'indicator/money',
      }
    : undefined;
}

/** Growth of a measure whose value is not said: 规上工业增加值同比增长7.7%; several 分别 each to its own. */
function readGrowth(
  scene: Scene,
  sentence: Span,
  words: readonly MeasureWord[],
  growths: readonly Growth[],
): Reading[] {
  const { text } = scene;
  return growths.flatMap((growth): Reading[] => {
    const word = lastEndingBy(words, growth.start);
    if (word === undefined || word.end <= growth.start - 14) return [];
    if (/[,。;、\d]/u.test(text.slice(word.end, growth.start))) return [];
    const whole = { name: word.name, unit: 'CNY', rule: 'indicator/growth' };
    if (growth.all.length === 1)
      return [{ ...whole, growth: growth.percent, start: word.start, end: growth.end }];
    const listed = scene
      .within({ start: Math.max(sentence.start, word.start - 120), end: word.start })
      .filter(({ isName }) => isName)
      .filter(
        (place, i, list) =>
          !list.some((other, j) => j !== i && other.start <= place.start && place.end < other.end),
      )
      .slice(-growth.all.length);
    if (listed.length !== growth.all.length) return [];
    return growth.all.map((percent, i) => ({
      ...whole,
      growth: percent,
      owner: listed[i]?.subject as number,
      start: word.start,
      end: growth.end,
    }));
  });
}
