import type { Sentence } from '../../model/article.ts';
import type { EntityType } from '../../model/entity.ts';
import { RELATION_ENDS, RELATION_TYPES } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';

/** A thing of an article: its type and the spans that name it, in text order. */
export interface Thing {
  readonly type: EntityType;
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

export interface MentionPairs {
  readonly mentions: readonly Span[];
  readonly pairs: readonly MentionPair[];
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
/** So many characters before and behind a pair are looked at. */
export const NEAR = 24;
/** The largest number of each known thing of a pair. */
const MOST = [12, 4, 3, 7, 7, 4, 4, 5, 5, 3, 3, 1];
/** How far down an article a thing is first named counts in steps of so many characters. */
const STEP = 20;

/** Whether any relation may lead from a type to another. */
export function mayRelate(from: EntityType, to: EntityType): boolean {
  return RELATION_TYPES.some((type) =>
    RELATION_ENDS[type].some((row) => row.from.includes(from) && row.to.includes(to)),
  );
}

const bucket = (distance: number): number => Math.floor(Math.log2(1 + Math.max(distance, 0)) * 1.4);

/** The number of the sentence of each character; what stands behind a sentence counts to it. */
function sentencesOf(length: number, sentences: readonly Sentence[]): Int32Array {
  const numbers = new Int32Array(length);
  for (const [i, { start }] of sentences.entries()) numbers.fill(i, start);
  return numbers;
}

/** Pair the mentions of things that may be related: those within two sentences, and the first of each two things. */
export function pairMentions(
  length: number,
  sentences: readonly Sentence[],
  things: readonly Thing[],
): MentionPairs {
  const sentence = sentencesOf(length, sentences);
  const flat = things
    .flatMap(({ type, mentions }, thing) =>
      mentions.map(({ start, end }) => ({ start, end, thing, kind: THING_TYPES.indexOf(type) })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || a.thing - b.thing);
  const count = things.map(({ mentions }) => mentions.length);
  const opening = things.map((_, thing) => flat.findIndex((mention) => mention.thing === thing));
  const before = THING_TYPES.map((_, kind) => {
    const run = [0];
    for (const mention of flat) run.push((run.at(-1) ?? 0) + (mention.kind === kind ? 1 : 0));
    return run;
  });
  const allowed = THING_TYPES.map((from) => THING_TYPES.map((to) => mayRelate(from, to)));
  const rank = (thing: number): number => bucket(Math.floor((flat[opening[thing] ?? 0]?.start ?? 0) / STEP));
  const pairs: MentionPair[] = [];
  for (const [i, a] of flat.entries())
    for (const [j, b] of flat.entries()) {
      if (a.thing === b.thing || !allowed[a.kind]?.[b.kind]) continue;
      const apart = Math.abs((sentence[a.start] ?? 0) - (sentence[b.start] ?? 0));
      const both = opening[a.thing] === i && opening[b.thing] === j;
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
      ];
      const [from, to] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
      pairs.push({
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
      });
    }
  return { mentions: flat.map(({ start, end }) => ({ start, end })), pairs };
}
