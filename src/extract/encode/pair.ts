import type { Sentence } from '../../model/article.ts';
import type { EntityType } from '../../model/entity.ts';
import { RELATION_ENDS, RELATION_TYPES } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';

/** A thing of an article: its type, its forms, and the spans that name it, in text order. */
export interface Thing {
  readonly type: EntityType;
  readonly forms: readonly string[];
  readonly mentions: readonly Span[];
}

/** Two mentions that are weighed for a relation from the first one's thing to the second one's. */
export interface MentionPair {
  /** Places in the list of mentions. */
  readonly first: number;
  readonly second: number;
  /** Places in the list of things. */
  readonly from: number;
  readonly to: number;
  /** What is known of the pair beside its words, in the order that the model learnt. */
  readonly known: readonly number[];
  /** The characters between, before and behind the two. */
  readonly around: readonly Span[];
}

/** What is known of a mention among the mentions beside it, in the order that the model learnt. */
export interface Neighbours {
  readonly known: readonly number[];
  /** The characters up to the last mention and the next. */
  readonly around: readonly Span[];
}

export interface MentionPairs {
  readonly mentions: readonly Span[];
  /** Of each mention, where the model looks at it. */
  readonly neighbours?: readonly Neighbours[];
  /** In the order of their first mention, then of their second. */
  readonly pairs: Iterable<MentionPair>;
}

/** Types by their number in the model. */
export const THING_TYPES: readonly EntityType[] = [
  'Company',
  'Zone',
  'Project',
  'Official',
  'Executive',
  'Organization',
  'Place',
  'Industry',
];

const FARTHEST_SENTENCES = 2;
/** Of many mentions each is paired with the nearest alone, so that no article has more than so many pairs, or twenty a mention. */
const MOST_PAIRS = 40_000;
const FEWEST = 10;
/** So many characters before and behind a pair are looked at. */
export const NEAR = 24;
/** The largest number of each known thing of a pair. */
const MOST = [12, 4, 3, 7, 7, 4, 4, 5, 5, 3, 3, 1, 4];
/** How far down an article a thing is first named counts in steps of so many characters. */
const STEP = 20;

/** Whether any relation may lead from a type to another. */
export function mayRelate(from: EntityType, to: EntityType): boolean {
  return RELATION_TYPES.some((type) =>
    RELATION_ENDS[type].some((row) => row.from.includes(from) && row.to.includes(to)),
  );
}

/** The largest number of sentences since the last mention that is told apart. */
const SINCE = 3;

function neighboursOf(length: number, sentence: Int32Array, flat: readonly Placed[]): Neighbours[] {
  const seen = new Set<number>();
  return flat.map(({ start, end, thing, kind }, i) => {
    const [last, next] = [flat[i - 1], flat[i + 1]];
    const since = (sentence[start] ?? 0) - (sentence[last?.start ?? start] ?? 0);
    const known = [kind, Math.min(since, SINCE), seen.has(thing) ? 0 : 1];
    seen.add(thing);
    const around = [
      { start: last ? Math.min(last.end, start) : Math.max(0, start - NEAR), end: start },
      { start: end, end: next ? Math.max(end, next.start) : Math.min(length, end + NEAR) },
    ];
    return { known, around };
  });
}

/** The number of a distance, in steps that grow with it. */
export const bucket = (distance: number): number => Math.floor(Math.log2(1 + Math.max(distance, 0)) * 1.4);

/** The number of the sentence of each character; what stands behind a sentence counts to it. */
export function sentencesOf(length: number, sentences: readonly Sentence[]): Int32Array {
  const numbers = new Int32Array(length);
  for (const [i, { start }] of sentences.entries()) numbers.fill(i, start);
  return numbers;
}

/** With how many on either side each of `count` is paired. */
const reachOf = (count: number): number => Math.max(FEWEST, Math.floor(MOST_PAIRS / 2 / count));

/** Pair the mentions of things that may be related: those within two sentences, and the first of each two things. */
export function pairMentions(
  length: number,
  sentences: readonly Sentence[],
  things: readonly Thing[],
): MentionPairs {
  const flat = things
    .flatMap(({ type, mentions }, thing) =>
      mentions.map(({ start, end }) => ({ start, end, thing, kind: THING_TYPES.indexOf(type) })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || a.thing - b.thing);
  const sentence = sentencesOf(length, sentences);
  return {
    mentions: flat.map(({ start, end }) => ({ start, end })),
    neighbours: neighboursOf(length, sentence, flat),
    pairs: { [Symbol.iterator]: () => listPairs(length, sentence, things, flat) },
  };
}

/** A mention with its thing by place, and the number of its type. */
interface Placed extends Span {
  readonly thing: number;
  readonly kind: number;
}

function* listPairs(
  length: number,
  sentence: Int32Array,
  things: readonly Thing[],
  flat: readonly Placed[],
): Generator<MentionPair> {
  const count = things.map(({ mentions }) => mentions.length);
  const opening = new Map<number, number>();
  for (const [i, { thing }] of flat.entries()) if (!opening.has(thing)) opening.set(thing, i);
  const openings = [...opening.values()];
  const order = new Map(openings.map((at, n) => [at, n]));
  const [far, near] = [reachOf(openings.length), reachOf(flat.length)];
  const before = THING_TYPES.map((_, kind) => {
    const run = [0];
    for (const mention of flat) run.push((run.at(-1) ?? 0) + (mention.kind === kind ? 1 : 0));
    return run;
  });
  const allowed = THING_TYPES.map((from) => THING_TYPES.map((to) => mayRelate(from, to)));
  const rank = (thing: number): number =>
    bucket(Math.floor((flat[opening.get(thing) ?? 0]?.start ?? 0) / STEP));
  const named = new Map<number, number>();
  const namingOf = (from: number, to: number): number => {
    const key = from * things.length + to;
    const known = named.get(key) ?? naming(things[from]?.forms ?? [], things[to]?.forms ?? []);
    named.set(key, known);
    return known;
  };
  for (const [i, a] of flat.entries()) {
    const nth = order.get(i);
    const others = new Set<number>();
    for (let j = Math.max(0, i - near); j <= Math.min(flat.length - 1, i + near); j++) others.add(j);
    if (nth !== undefined)
      for (const j of openings.slice(Math.max(0, nth - far), nth + far + 1)) others.add(j);
    for (const j of [...others].sort((x, y) => x - y)) {
      const b = flat[j];
      if (!b || a.thing === b.thing || !allowed[a.kind]?.[b.kind]) continue;
      const apart = Math.abs((sentence[a.start] ?? 0) - (sentence[b.start] ?? 0));
      const both = nth !== undefined && order.has(j);
      if (apart > FARTHEST_SENTENCES && !both) continue;
      const [low, high] = [Math.min(a.end, b.end), Math.max(a.start, b.start)];
      const [left, right] = [Math.min(i, j), Math.max(i, j)];
      const alike = (kind: number): number =>
        (before[kind]?.[right] ?? 0) - (before[kind]?.[Math.min(left + 1, right)] ?? 0);
      const known = [
        bucket(high - low),
        apart,
        high < low ? 0 : a.start < b.start ? 1 : 2,
        a.kind,
        b.kind,
        Math.floor(Math.log2(count[a.thing] ?? 1)),
        Math.floor(Math.log2(count[b.thing] ?? 1)),
        rank(a.thing),
        rank(b.thing),
        alike(a.kind),
        alike(b.kind),
        both ? 1 : 0,
        namingOf(a.thing, b.thing),
      ];
      const [from, to] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
      yield {
        first: i,
        second: j,
        from: a.thing,
        to: b.thing,
        known: known.map((value, k) => Math.min(value, MOST[k] ?? 0)),
        around: [
          { start: Math.min(low, high), end: Math.max(low, high) },
          { start: Math.max(0, from - NEAR), end: from },
          { start: to, end: Math.min(length, to + NEAR) },
        ],
      };
    }
  }
}

/** Whether one thing's name is in the other's: the second's at the head of the first's, or in it; or the other way round. */
function naming(from: readonly string[], to: readonly string[]): number {
  return holding(from, to) || [0, 3, 4][holding(to, from)] || 0;
}

/** Whether a form holds one of others at its head (1) or elsewhere (2); places with or without their class word. */
function holding(names: readonly string[], parts: readonly string[]): 0 | 1 | 2 {
  const held = parts
    .flatMap((part) => [part, part.length > 2 ? part.replace(/[省市县区]$/u, '') : part])
    .filter((part) => part.length > 1);
  const found = names.flatMap((name) =>
    held.filter((part) => part !== name && name.includes(part)).map((part) => name.startsWith(part)),
  );
  return found.length === 0 ? 0 : found.includes(true) ? 1 : 2;
}
