import type { EntityType } from '../../model/entity.ts';
import { lowest } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import type { SpanScores } from './encoder.ts';

/** What a span may be, in the order of the model. `Title` is the words of a person's post. */
export const SPAN_TYPES = [
  'Company',
  'Zone',
  'Project',
  'Official',
  'Executive',
  'Organization',
  'Place',
  'Industry',
  'Title',
] as const;

export type SpanType = EntityType | 'Title';

/** A name as the model finds it. The score is a logit. */
export interface Name extends Span {
  readonly type: SpanType;
  readonly score: number;
}

export type Thresholds = Readonly<Record<SpanType, number>>;

/** A name may begin a longer one only so: the builder of a project, the area of an office, the links of an address. */
const NESTED = new Set([
  'Company Project',
  'Zone Organization',
  'Place Organization',
  'Zone Zone',
  'Place Zone',
  'Place Place',
  'Zone Place',
]);

/** Scores are told to a hundredth, so that the last digits of a machine never decide. */
const STEPS = 100;
const rounded = (score = 0): number => Math.round(score * STEPS) / STEPS;

/** Brackets and quotation marks that come in pairs. */
const PAIRS = ['()', '“”', '‘’', '《》', '【】', '[]'] as const;

/** Whether each bracket of some words has its other half in them. */
export function isBalanced(words: string): boolean {
  return PAIRS.every(([open = '', close = '']) => {
    let depth = 0;
    for (const char of words) {
      if (char === open) depth++;
      else if (char === close && --depth < 0) return false;
    }
    return depth === 0;
  });
}

/**
 * Choose names in a text: those above the threshold of their type and with their brackets whole, the best first, none at odds with a better one.
 *
 * They come back in text order, the longer first where two begin together.
 */
export function chooseNames(text: string, spans: readonly SpanScores[], thresholds: Thresholds): Name[] {
  const choose = (known: ReadonlySet<string>): Name[] =>
    spans.flatMap((window) => chooseInWindow(text, window, thresholds, known));
  const once = choose(new Set());
  return choose(new Set(once.map((name) => keyOf(name.type, text, name)))).sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** A name that is found once in a text may be so much less sure elsewhere. */
const FAINTER = 3;

const keyOf = (type: SpanType, text: string, { start, end }: Span): string =>
  `${type} ${text.slice(start, end).replaceAll(' ', '')}`;

function chooseInWindow(
  text: string,
  { starts, ends, scores }: SpanScores,
  thresholds: Thresholds,
  known: ReadonlySet<string>,
): Name[] {
  const found: Name[] = [];
  for (const [t, type] of SPAN_TYPES.entries()) {
    const least = thresholds[type];
    for (let i = 0; i < starts.length; i++) {
      const score = rounded(scores[t * starts.length + i]);
      const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
      if (score <= least - (known.size > 0 ? FAINTER : 0)) continue;
      if (score <= least && !known.has(keyOf(type, text, { start, end }))) continue;
      if (isBalanced(text.slice(start, end))) found.push({ start, end, type, score });
    }
  }
  found.sort(
    (a, b) =>
      b.score - thresholds[b.type] - (a.score - thresholds[a.type]) ||
      a.start - b.start ||
      b.end - a.end ||
      SPAN_TYPES.indexOf(a.type) - SPAN_TYPES.indexOf(b.type),
  );
  const kept: Name[] = [];
  for (const name of found) if (kept.every((other) => agree(name, other))) kept.push(name);
  return kept;
}

/** What a span may be, the likeliest first; nothing where no name may stand. Scores are logits. */
export function typesOf(
  windows: readonly SpanScores[],
  { start, end }: Span,
): readonly { readonly type: SpanType; readonly score: number }[] {
  for (const { starts, ends, scores } of windows) {
    const count = starts.length;
    const i = lowest(count, (at) => {
      const begin = starts[at] ?? 0;
      return begin > start || (begin === start && (ends[at] ?? 0) >= end);
    });
    if (starts[i] !== start || ends[i] !== end) continue;
    return SPAN_TYPES.map((type, t) => ({ type, score: rounded(scores[t * count + i]) })).sort(
      (a, b) => b.score - a.score,
    );
  }
  return [];
}

/** The spans that reach the score of some type. */
export function spansFrom(windows: readonly SpanScores[], least: Thresholds): Span[] {
  return windows.flatMap(({ starts, ends, scores }) => {
    const found: Span[] = [];
    for (let i = 0; i < starts.length; i++)
      if (SPAN_TYPES.some((type, t) => rounded(scores[t * starts.length + i]) >= least[type]))
        found.push({ start: starts[i] ?? 0, end: ends[i] ?? 0 });
    return found;
  });
}

/** Whether both may be names: they do not touch, or one begins the other as names may. */
export function agree(a: Pick<Name, 'start' | 'end' | 'type'>, b: typeof a): boolean {
  if (a.end <= b.start || b.end <= a.start) return true;
  return a.end - a.start < b.end - b.start ? mayBegin(a, b) : mayBegin(b, a);
}

/** Whether a name may begin a longer one and be a name by itself. */
export function mayBegin(inner: Span & { readonly type: SpanType }, outer: typeof inner): boolean {
  return inner.start === outer.start && inner.end < outer.end && NESTED.has(`${inner.type} ${outer.type}`);
}
