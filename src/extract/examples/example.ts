import type { Document, RawDocument } from '../../model/article.ts';
import type { Seeds } from '../../model/seeds.ts';
import type { Span } from '../../model/span.ts';
import { clean } from '../clean/index.ts';
import { type ChannelReader, createChannels } from '../encode/channels.ts';
import { toPieces } from '../encode/pieces.ts';
import type { Vocabulary } from '../encode/vocabulary.ts';
import { toWindows } from '../encode/window.ts';
import { segment } from '../segment/index.ts';
import type { Segmenter } from '../segment/jieba.ts';
import type { AnnotatedText, Annotation } from './annotation.ts';
import { type Occurrence, Squeezed, sortOccurrences } from './occurrence.ts';
import { titlesOf } from './title.ts';

type Pair = readonly [start: number, end: number];

/**
 * An article as training reads it: the cleaned text, what the encoder is given beside it, and what is to be found.
 *
 * Offsets are UTF-16 code units of `text`. A channel is a text of the same length, a character for each number, `0` being 48.
 * `windows` are start, end, first piece and the piece behind the last. `open` holds spans that are neither right nor wrong, and
 * `spare` pairs of things whose `LOCATED_IN` is true but redundant.
 */
export interface Example {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly sentences: readonly Pair[];
  readonly channels: readonly string[];
  readonly pieces: readonly number[];
  readonly starts: readonly number[];
  readonly windows: readonly (readonly [number, number, number, number])[];
  readonly entities: readonly {
    readonly id: string;
    readonly type: string;
    readonly attrs: Readonly<Record<string, string | number>>;
    readonly mentions: readonly Pair[];
  }[];
  readonly open: readonly Pair[];
  readonly titles: readonly { readonly person: string; readonly span: Pair }[];
  readonly relations: readonly {
    readonly from: string;
    readonly type: string;
    readonly to: string;
    readonly title?: string;
    readonly said: readonly Pair[];
  }[];
  readonly spare: readonly (readonly [from: string, to: string])[];
}

/** The tools of the stages, made once. */
export interface ExampleTools {
  readonly segmenter: Segmenter;
  readonly vocabulary: Vocabulary;
  readonly channels: ChannelReader;
}

export const createTools = (seeds: Seeds, segmenter: Segmenter, vocabulary: Vocabulary): ExampleTools => ({
  segmenter,
  vocabulary,
  channels: createChannels(seeds),
});

const ZERO = 48;
const pair = ({ start, end }: Span): Pair => [start, end];

/** Make the example of an annotated article, with cleaning, words, pieces and channels as the extractor makes them. */
export function toExample({ id, group, text, gold }: AnnotatedText, tools: ExampleTools): Example {
  const raw: RawDocument = { id: `${group}/${id}`, source: group, doc: id, text, metadata: {} };
  const document = segment(clean(raw), tools.segmenter);
  const pieces = toPieces(document, tools.vocabulary);
  const squeezed = new Squeezed(document.text);
  const marked = gold.entities.some((entity) => entity.mentions);
  const { mentions, open } = marked ? carried(gold, document) : sortOccurrences(gold, squeezed);
  const byEntity = new Map<string, Occurrence[]>(gold.entities.map((entity) => [entity.id, []]));
  for (const mention of mentions) byEntity.get(mention.id)?.push(mention);
  return {
    id,
    group,
    text: document.text,
    sentences: document.sentences.map(pair),
    channels: tools
      .channels(document)
      .map((channel) => Array.from(channel, (n) => String.fromCharCode(ZERO + n)).join('')),
    pieces: pieces.numbers,
    starts: pieces.starts,
    windows: toWindows(document, pieces).map(({ start, end, first, last }) => [start, end, first, last]),
    entities: gold.entities.map((entity) => ({
      id: entity.id,
      type: entity.type,
      attrs: entity.attrs ?? {},
      mentions: (byEntity.get(entity.id) ?? []).map(pair),
    })),
    open: open.map(pair),
    titles: titlesOf(gold, document, squeezed, byEntity).map(({ person, ...span }) => ({
      person,
      span: pair(span),
    })),
    relations: gold.relations.map(({ from, type, to, attrs, quote }) => ({
      from,
      type,
      to,
      ...(attrs?.title === undefined ? {} : { title: attrs.title }),
      said: quote === undefined ? [] : squeezed.find(quote).map(pair),
    })),
    spare: spareLocations(gold),
  };
}

/** Marks of the original text, carried to the cleaned one; a mark whose text was cleaned away is dropped. */
function carried({ entities }: Annotation, document: Document): { mentions: Occurrence[]; open: Span[] } {
  const { text } = document;
  const places = Array.from(text, () => 0);
  for (let i = 0; i < text.length; i++) places[i] = document.toOriginal({ start: i, end: i + 1 }).start;
  const behind = (offset: number): number => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const mentions = entities.flatMap(({ id, type, mentions: marks = [] }) =>
    marks
      .map(({ start, end }) => ({ start: behind(start), end: behind(end), id, type }))
      .filter(({ start, end }) => start < end),
  );
  return { mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end), open: [] };
}

/** Pairs that are located by what stands between them: the zone of a project one invests in, and whatever a zone is part of. */
function spareLocations({ entities, relations }: Annotation): (readonly [string, string])[] {
  const up = new Map<string, string[]>();
  for (const { from, type, to } of relations)
    if (type === 'LOCATED_IN' || type === 'PART_OF' || type === 'INVESTS_IN')
      up.set(from, [...(up.get(from) ?? []), to]);
  const located = new Set(relations.filter((r) => r.type === 'LOCATED_IN').map((r) => `${r.from} ${r.to}`));
  return entities.flatMap(({ id }) => {
    const seen = new Set<string>();
    const climb = (at: string, depth: number): void => {
      for (const to of depth < 6 ? (up.get(at) ?? []) : []) {
        seen.add(to);
        climb(to, depth + 1);
      }
    };
    climb(id, 0);
    return [...seen].filter((to) => !located.has(`${id} ${to}`)).map((to) => [id, to] as const);
  });
}
