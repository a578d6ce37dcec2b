import { lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { bareArea, readArea } from './area.ts';
import { bareCapacity, findCapacities } from './capacity.ts';
import { readCount } from './count.ts';
import { type Figure, findFigures } from './figure.ts';
import { findGrowth, type Growth, growthBehind, growthOfEach } from './growth.ts';
import { BEHIND, findMeasureWords, GAP, GOES_ON, LOSS, type MeasureWord, TOTAL } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import {
  growthOfFirst,
  namedTogether,
  readSeries,
  readYearBefore,
  upperOf,
  wordsTogether,
} from './series.ts';

const NO_GAP = /^[^。;%亿万元]{0,16}$/u;
const NEAR_GROWTH = /^[^,。;、\d]{0,14}$/u;
/** 利润总额保持快速增长,1月到5月增长19.4%. */
const FAR_GROWTH = /^[^。;、%亿万元]{0,40}$/u;
const AT_NAME = /^[(]?(?:则?以|为|达到?|约|的)?$/u;
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
  // The sum that was told last, and where its telling ends.
  let last: { readonly at: number; readonly end: number } | undefined;
  for (const [i, figure] of figures.entries()) {
    if (taken.has(figure)) continue;
    const previous = figures[i - 1];
    const reach = Math.max(sentence.start, figure.lead - 48);
    const before = text.slice(Math.max(reach, previous?.end ?? 0), figure.lead);
    const after = text.slice(figure.end, Math.min(sentence.end, figure.end + 32));
    if (figure.kind !== 'money') {
      const clause =
        text
          .slice(reach, figure.lead)
          .split(/[,。;]/u)
          .at(-1) ?? '';
      const reading =
        figure.kind === 'count'
          ? readCount(figure, before, after, clause)
          : figure.kind === 'area'
            ? (readArea(figure, before, after) ?? readSite(scene, figure) ?? bareArea(figure))
            : bareCapacity(figure);
      if (reading?.name === 'signedProjects') counted = reading;
      const growth = reading?.unit === 'count' ? growthBehind(text, reading.end, growths) : undefined;
      if (growth) told.add(growth);
      if (reading) readings.push(growth ? { ...reading, growth: growth.percent, end: growth.end } : reading);
      continue;
    }
    const sum = last && { ...(readings[last.at] as Reading), end: last.end };
    const reading =
      readMoney(text, figure, words, before, after, counted) ??
      readYearBefore(text, figure, sum) ??
      readReached(text, figure, words, growths) ??
      readFurther(text, figure, sum) ??
      readNamed(scene, sentence, figure, words);
    if (!reading) continue;
    const series = readSeries(scene, sentence, reading, figures, words);
    for (const each of series) if (each.figure) taken.add(each.figure);
    const final = series.at(-1) as Reading;
    if (series.length > 1) {
      const each = growthOfEach(text, final.end, growths, series.length);
      if (each) told.add(each);
      readings.push(...series.map((one, k) => (each ? { ...one, growth: each.all[k] as number } : one)));
      last = { at: readings.length - 1, end: each?.end ?? final.end };
      continue;
    }
    const upper = upperOf(text, figure, figures[i + 1]);
    const growth = growthBehind(text, upper?.end ?? reading.end, growths);
    if (growth) told.add(growth);
    else if (reading.growth !== undefined) told.add(lastEndingBy(growths, figure.start) as Growth);
    const grown = growth && (upper ? growthOfFirst(text, [figure, upper], growth) : growth);
    // 收入3亿元,去年同期为2亿元,同比增长50%: what has grown is the first.
    if (grown && last && reading.isYearBefore) {
      readings[last.at] = { ...(readings[last.at] as Reading), growth: grown.percent };
      readings.push(reading);
    } else readings.push(grown ? { ...reading, growth: grown.percent, end: grown.end } : reading);
    last = { at: readings.length - 1, end: grown?.end ?? upper?.end ?? reading.end };
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

/** A further sum of the measure that was told last: 产值80亿元,今年力争突破100亿元. */
function readFurther(text: string, figure: Figure, last: Reading | undefined): Reading | undefined {
  if (last?.figure?.kind !== 'money' || last.end > figure.lead || figure.lead - last.end > 30)
    return undefined;
  return GOES_ON.test(text.slice(last.end, figure.lead))
    ? {
        ...{ name: last.name, figure, unit: figure.unit },
        ...{ start: last.start, end: figure.end, rule: 'indicator/money' },
      }
    : undefined;
}

/** A sum that stands at a name, of the measure that others are told of: 产值前三的是云岭高新区(80亿元)、白石经开区(60亿元). */
function readNamed(
  scene: Scene,
  sentence: Span,
  figure: Figure,
  words: readonly MeasureWord[],
): Reading | undefined {
  const place = scene
    .within({ start: Math.max(sentence.start, figure.lead - 40), end: figure.lead })
    .findLast(({ isName, end }) => isName && end <= figure.lead);
  if (!place || !AT_NAME.test(scene.text.slice(place.end, figure.lead))) return undefined;
  const word = measureNear(scene, sentence, words, figure);
  return (
    word && { ...word, figure, unit: figure.unit, start: place.start, end: figure.end, owner: place.subject }
  );
}

/** The measure that a name's own figure is told of: said before in the sentence, behind it, or in the sentence before. */
function measureNear(
  { text }: Scene,
  sentence: Span,
  words: readonly MeasureWord[],
  { start, end }: Span,
): Pick<Reading, 'name' | 'isBare' | 'rule'> | undefined {
  const word =
    lastEndingBy(words, start) ??
    words.find((one) => one.start >= end && one.start < end + 40) ??
    findMeasureWords(text, { start: Math.max(0, sentence.start - 100), end: sentence.start }).at(-1);
  return word && { name: word.name, isBare: true, rule: 'indicator/named' };
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
    const own = { unit: 'CNY', rule: 'indicator/growth', growth: growth.percent, end: growth.end };
    const at = scene
      .within({ start: Math.max(sentence.start, growth.start - 40), end: growth.start })
      .findLast((place) => place.isName && place.end === growth.start);
    const word = lastEndingBy(words, growth.start);
    const isFar = word === undefined || !NEAR_GROWTH.test(text.slice(word.end, growth.start));
    if (at && growth.all.length === 1) {
      const name = isFar ? measureNear(scene, sentence, words, growth) : undefined;
      if (name) return [{ ...own, ...name, start: at.start, owner: at.subject }];
    }
    if (word === undefined || (isFar && !FAR_GROWTH.test(text.slice(word.end, growth.start)))) return [];
    const whole = { ...own, name: word.name, start: word.start, ...(isFar ? { isBare: true } : {}) };
    if (growth.all.length === 1) return [whole];
    if (isFar) return [];
    const named = wordsTogether(text, words, word, growth.all.length);
    if (named)
      return named.map(({ name, start }, i) => ({ ...whole, name, start, growth: growth.all[i] as number }));
    const listed = namedTogether(scene, { start: sentence.start, end: word.start }, growth.all.length);
    return (listed ?? []).map((owner, i) => ({ ...whole, growth: growth.all[i] as number, owner }));
  });
}
