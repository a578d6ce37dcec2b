import { firstFrom } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import type { Figure } from './figure.ts';
import type { Growth } from './growth.ts';
import { LOSS, type MeasureWord } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

const JOINED = /^(?:人民币|以上|左右)?(?:[、和及与/]|以及){1,2}(?:人民币)?(?:约为?|近|超过?)?$/u;
/** Told each in its turn, they may stand in clauses of their own. */
const IN_TURN = /^(?:人民币)?(?:[、和及与,/]|以及){1,2}(?:约为?|近|超过?)?$/u;
const NAMES_JOINED = /^(?:\([^()]{0,12}\))?(?:[、和及与]|以及)$/u;
/** Names that figures are told of in turn stand no farther before them. */
const FAR = 120;
const WORDS_JOINED = /^(?:规模|总额|增速)?(?:[、和及与,]|以及)(?:其|归母|扣非|归属[^,。;、]{2,10}的)?$/u;

/**
 * The sums that are told after a first one, each in its turn: of each of several measures that are named together, else of each of
 * several things or periods. The first reading comes back with them; where there is no second one, it alone.
 */
export function readSeries(
  scene: Scene,
  sentence: Span,
  first: Reading,
  figures: readonly Figure[],
  words: readonly MeasureWord[],
): Reading[] {
  const { text } = scene;
  const figure = first.figure as Figure;
  const at = firstFrom(words, first.start);
  const word = words[at];
  if (word?.start !== first.start) return [first];
  const joined = text.slice(word.end, figure.start).includes('分别') ? IN_TURN : JOINED;
  const told = [figure];
  for (let i = firstFrom(figures, figure.end); i < figures.length; i++) {
    const [last, each] = [told.at(-1) as Figure, figures[i] as Figure];
    const isShared = each.start === last.end + 1 && text[last.end] === '/';
    if (each.kind !== 'money' || !(isShared || joined.test(text.slice(last.end, each.start)))) break;
    told.push(each);
  }
  if (told.length === 1) return [first];
  const named = wordsTogether(text, words, word, told.length);
  const owners = named
    ? undefined
    : namedTogether(scene, { start: sentence.start, end: word.start }, told.length);
  return told.map((each, k): Reading => {
    const own = named?.[k] ?? word;
    const isLoss = LOSS.test(text.slice(own.start, own.end));
    return {
      ...first,
      name: own.name,
      figure: isLoss && each.value > 0 ? { ...each, value: -each.value } : each,
      unit: each.unit,
      start: own.start,
      end: each.end,
      ...(named ? {} : owners ? { owner: owners[k] as number } : { turn: { at: k, of: told.length } }),
    };
  });
}

/** So many measures that are named together, the last of them given. */
export function wordsTogether(
  text: string,
  words: readonly MeasureWord[],
  last: MeasureWord,
  count: number,
): MeasureWord[] | undefined {
  const named = [last];
  for (let i = firstFrom(words, last.start) - 1; i >= 0; i--) {
    const before = words[i] as MeasureWord;
    if (!WORDS_JOINED.test(text.slice(before.end, named[0]?.start))) break;
    named.unshift(before);
  }
  return named.length === count ? named : undefined;
}

/** The things of the last so many names of a stretch, if they stand in one list: 云岭、白石、清溪三县产值分别为…. */
export function namedTogether(scene: Scene, { start, end }: Span, count: number): number[] | undefined {
  const names = scene
    .within({ start: Math.max(start, end - FAR), end })
    .filter((place) => place.isName && place.end <= end);
  const whole = names.filter(
    (place, i) => !names.some((other, j) => j !== i && other.start <= place.start && place.end < other.end),
  );
  const last = whole.slice(-count);
  const isList = last.every((place, i) => {
    const next = last[i + 1];
    return next === undefined || NAMES_JOINED.test(scene.text.slice(place.end, next.start));
  });
  return last.length === count && isList ? last.map(({ subject }) => subject) : undefined;
}

const YEAR_BEFORE =
  /^(?:人民币)?(?:以上|左右|\([^()]{1,16}\))?(?:[,;]|\()?(?:而|较|同比|相比于?|比)?(?:上年同期|去年同期|上年度?|20\d\d年(?:同期|度|第?[一二三四]季度|上半年)?)(?:的?(?:净利润|营业收入|营收|收入))?(?:亏损)?(?:则为|为|是|的|:)(?:人民币|约){0,2}$/u;

/** What the same measure was a year before, told just behind it: 净利润2亿元,上年同期为1亿元. */
export function readYearBefore(text: string, figure: Figure, last: Reading | undefined): Reading | undefined {
  if (last?.figure?.kind !== 'money' || figure.start - last.end > 40) return undefined;
  return YEAR_BEFORE.test(text.slice(last.end, figure.start))
    ? {
        ...{ name: last.name, figure, unit: figure.unit, start: last.end + 1, end: figure.end },
        ...{ rule: last.rule, isYearBefore: true },
      }
    : undefined;
}

const RANGE = /^(?:人民币)?(?:至|到|-|~)(?:人民币)?$/u;
const TO = /^(?:左右|以上)?(?:至|到|-|~)-?(\d{1,4}(?:\.\d{1,3})?)%/u;

/** Of a sum from A to B the figure that says B. */
export function upperOf(text: string, figure: Figure, next: Figure | undefined): Figure | undefined {
  return next?.kind === figure.kind && RANGE.test(text.slice(figure.end, next.start)) ? next : undefined;
}

/** The growth of the first of two sums, where it is told from A to B: of what falls the lower sum has fallen more. */
export function growthOfFirst(
  text: string,
  [first, second]: readonly [Figure, Figure],
  growth: Growth,
): Span & { percent: number } {
  const to = TO.exec(text.slice(growth.end, growth.end + 16));
  if (!to) return growth;
  const other = Math.sign(growth.percent) * Number(to[1]);
  const pick = second.value > first.value ? Math.min : Math.max;
  return { start: growth.start, end: growth.end + to[0].length, percent: pick(growth.percent, other) };
}
