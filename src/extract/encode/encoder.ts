import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SegmentedDocument } from '../../model/article.ts';
import type { Seeds } from '../../model/seeds.ts';
import { CHANNELS, type Channels, createChannels } from './channels.ts';
import { type Pieces, toPieces } from './pieces.ts';
import { type GraphSession, openGraph } from './session.ts';
import { readVocabulary } from './vocabulary.ts';
import { toWindows, type Window } from './window.ts';

/** What the encoder makes of a document. */
export interface Encoding {
  /** A vector for each character of the cleaned text, row after row; those outside all sentences are zero. */
  readonly vectors: Float32Array;
  readonly width: number;
  readonly channels: Channels;
  /** Every span that may be a name, with a score for each type of span. */
  readonly spans: readonly SpanScores[];
}

/** The spans of one window that may be a name, in text order, and their scores by type: type t of span i at `t * count + i`. */
export interface SpanScores {
  readonly starts: Int32Array;
  /** Exclusive, as all ends. */
  readonly ends: Int32Array;
  readonly scores: Float32Array;
}

export type Encoder = (document: SegmentedDocument) => Promise<Encoding>;

/** A name is no longer than this. */
export const LONGEST_NAME = 64;
/** How far into its piece a character stands is told up to this. */
const DEEPEST = 7;

/** Load the model of a folder, once for a process. */
export async function createEncoder(folder: string, seeds: Seeds): Promise<Encoder> {
  const vocabulary = readVocabulary(join(folder, 'vocabulary.tsv'));
  const alphabet = readAlphabet(join(folder, 'characters.txt'));
  const graph = await openGraph(join(folder, 'reader.onnx'));
  const channelsOf = createChannels(seeds);
  return async (document) => {
    const pieces = toPieces(document, vocabulary);
    const channels = channelsOf(document);
    const parts: { window: Window; vectors: Float32Array; spans: SpanScores }[] = [];
    for (const window of toWindows(document, pieces)) {
      const spans = possibleSpans(document, window);
      const { vectors, scores } = await graph.run({
        ...piecesOf(window, pieces, vocabulary),
        ...charactersOf(document.text, window, channels, alphabet),
        start: row(spans.starts.map((start) => start - window.start)),
        last: row(spans.ends.map((end) => end - 1 - window.start)),
      });
      if (!vectors || !scores) continue;
      parts.push({ window, vectors, spans: { ...spans, scores } });
    }
    const { window, vectors } = parts[0] ?? {};
    const width = window && vectors ? vectors.length / (window.end - window.start) : 0;
    const all = new Float32Array(document.text.length * width);
    for (const part of parts) all.set(part.vectors, part.window.start * width);
    return { vectors: all, width, channels, spans: parts.map(({ spans }) => spans) };
  };
}

const row = (data: Int32Array): Parameters<GraphSession['run']>[0][string] => ({
  data,
  shape: [data.length],
});

/** The characters that the model knows, numbered from 1; 0 is any other. */
function readAlphabet(file: string): Int32Array {
  const numbers = new Int32Array(0x10000);
  for (const [i, char] of Array.from(readFileSync(file, 'utf8').trimEnd()).entries())
    numbers[char.charCodeAt(0)] = i + 1;
  return numbers;
}

/** The pieces of a window between its marks, and for each character its piece and its place in it. */
function piecesOf(
  { start, end, first, last }: Window,
  { numbers, starts }: Pieces,
  { begin, end: close }: { readonly begin: number; readonly end: number },
) {
  const piece = new Int32Array(end - start);
  const inside = new Int32Array(end - start);
  let at = first;
  for (let i = start; i < end; i++) {
    while (at + 1 < last && (starts[at + 1] ?? 0) <= i) at++;
    piece[i - start] = at - first + 1;
    inside[i - start] = Math.max(0, Math.min(i - (starts[at] ?? 0), DEEPEST));
  }
  return {
    pieces: row(Int32Array.from([begin, ...numbers.slice(first, last), close])),
    piece: row(piece),
    inside: row(inside),
  };
}

const OFFSETS = CHANNELS.map((_, k) => CHANNELS.slice(0, k).reduce((sum, { size }) => sum + size, 0));

/** Numbers of the characters, and what their channels say, each channel counting on from the one before. */
function charactersOf(text: string, { start, end }: Window, channels: Channels, alphabet: Int32Array) {
  const units = new Int32Array(end - start);
  const said = new Int32Array(units.length * channels.length);
  for (let i = start; i < end; i++) {
    units[i - start] = alphabet[text.charCodeAt(i)] ?? 0;
    for (const [k, channel] of channels.entries())
      said[(i - start) * channels.length + k] = (OFFSETS[k] ?? 0) + (channel[i] ?? 0);
  }
  return { units: row(units), channels: { data: said, shape: [units.length, channels.length] } };
}

/** Every span of a window that lies in one sentence and is not too long. */
function possibleSpans({ sentences }: SegmentedDocument, window: Window): Omit<SpanScores, 'scores'> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const sentence of sentences) {
    const [from, to] = [Math.max(sentence.start, window.start), Math.min(sentence.end, window.end)];
    for (let start = from; start < to; start++)
      for (let end = start + 1; end <= Math.min(to, start + LONGEST_NAME); end++) {
        starts.push(start);
        ends.push(end);
      }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
