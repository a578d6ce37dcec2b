import type { SegmentedDocument } from '../../model/article.ts';
import type { Seeds } from '../../model/seeds.ts';
import type { Span } from '../../model/span.ts';
import { divisionForms } from '../../names/division.ts';
import { WordTree } from './word-tree.ts';

/** What is known of each character beside the text: a small number a channel, 0 where the channel says nothing. */
export type Channels = readonly Uint8Array[];

/** The channels in their order, each with how many numbers it has. */
export interface ChannelShape {
  readonly name: string;
  readonly size: number;
}

/** Where in a word or a hit a character stands: 0 outside, then first, inside, last, alone. */
const PLACES = 5;
const [FIRST, INSIDE, LAST, ALONE] = [1, 2, 3, 4] as const;

/** Parts of speech that have a number of their own; any other has that of its first letter, or the last. */
const PARTS = [
  ...['n', 'nr', 'ns', 'nt', 'nz', 'v', 'vn', 'a', 'd', 'm', 'q', 't', 'r', 'p', 'c', 'u', 'f', 's'],
  ...['b', 'j', 'l', 'i', 'eng', 'x', 'g', 'k', 'z', 'o', 'y'],
];
const PART_NUMBERS = new Map(PARTS.map((part, i) => [part, i + 1]));
const OTHER_PART = PARTS.length + 1;

const LISTS = [
  'divisions',
  'zones',
  'companies',
  'surnames',
  'titles-government',
  'titles-company',
  'industries',
  'company-morphemes',
  'generic-words',
  'descriptors',
  'foreign-countries',
  'name-verbs',
  'boundary-words',
] as const;

export const CHANNELS: readonly ChannelShape[] = [
  { name: 'word', size: PLACES },
  { name: 'part', size: OTHER_PART + 1 },
  ...LISTS.map((name) => ({ name, size: PLACES })),
];

/** Reads the channels of a document: made once for a process. */
export type ChannelReader = (document: SegmentedDocument) => Channels;

/** The words of each list of `seeds/`, in the order of the channels. */
function* wordsOf(seeds: Seeds): Generator<readonly [list: number, word: string]> {
  const names: readonly string[] = LISTS;
  const at = (name: (typeof LISTS)[number]): number => names.indexOf(name);
  for (const { name } of seeds.divisions)
    for (const form of divisionForms(name)) yield [at('divisions'), form];
  for (const zone of seeds.zones) for (const form of [zone.name, ...zone.aliases]) yield [at('zones'), form];
  for (const word of [...seeds.companies, ...(seeds.words['known-companies'] ?? [])])
    yield [at('companies'), word];
  for (const surname of seeds.surnames) yield [at('surnames'), surname];
  for (const [list, name] of names.entries()) for (const word of seeds.words[name] ?? []) yield [list, word];
}

/**
 * Words and parts of speech as jieba has them, and hits of the lists of `seeds/`.
 *
 * In a list the longest word wins where two begin alike, and the earlier where two overlap; a surname counts only where a word begins.
 */
export function createChannels(seeds: Seeds): ChannelReader {
  const tree = new WordTree(wordsOf(seeds));
  const surnames = LISTS.indexOf('surnames');
  return ({ text, tokens }) => {
    const channels = CHANNELS.map(() => new Uint8Array(text.length));
    const begins = new Uint8Array(text.length);
    for (const { start, end, pos } of tokens) {
      if (text[start] === '\n') continue;
      begins[start] = 1;
      mark(channels[0], start, end);
      const part = PART_NUMBERS.get(pos) ?? PART_NUMBERS.get(pos[0] ?? '') ?? OTHER_PART;
      channels[1]?.fill(part, start, end);
    }
    const free = new Int32Array(LISTS.length);
    for (let i = 0; i < text.length; i++) {
      for (const { list, end } of tree.longestAt(text, i)) {
        if (i < (free[list] ?? 0) || (list === surnames && !begins[i])) continue;
        mark(channels[list + 2], i, end);
        free[list] = end;
      }
    }
    return channels;
  };
}

/** A word of a list of `seeds/` that stands in a text. */
export interface ListHit extends Span {
  readonly list: string;
}

/** The words of lists that share a character with a span, list by list. */
export function hitsTouching(channels: Channels, span: Span): ListHit[] {
  return LISTS.flatMap((list, k) => {
    const channel = channels[k + 2] ?? new Uint8Array();
    const hits: ListHit[] = [];
    for (let at = span.start; at < span.end; at++) {
      if (!channel[at]) continue;
      let start = at;
      while (channel[start] === INSIDE || channel[start] === LAST) start--;
      let end = start + 1;
      while (channel[start] === FIRST && channel[end - 1] !== LAST) end++;
      hits.push({ list, start, end });
      at = end - 1;
    }
    return hits;
  });
}

function mark(channel: Uint8Array | undefined, start: number, end: number): void {
  if (!channel) return;
  if (end - start === 1) channel[start] = ALONE;
  else {
    channel.fill(INSIDE, start + 1, end - 1);
    channel[start] = FIRST;
    channel[end - 1] = LAST;
  }
}
