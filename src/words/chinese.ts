import { CYPHER } from './cypher.ts';
import { EXPECTED } from './expected.ts';
import type { Phrase } from './phrase.ts';
import { PARSERS } from './program.ts';
import { READING } from './reading.ts';
import { STORING } from './storing.ts';
import { WORKING } from './working.ts';

/** Everything that is said in both languages by its English form, as in gettext. */
const SAID: readonly Phrase[] = [...READING, ...WORKING, ...STORING, ...CYPHER, ...PARSERS];
export const PHRASES: readonly Phrase[] = [...SAID, ...EXPECTED];

/** A phrase in English, cut at what is filled in. */
interface Cut {
  readonly pieces: readonly string[];
  readonly zh: string;
}

/** Those that say most of their own come first: the others would take a part of them for something filled in. */
const cut = (phrases: readonly Phrase[]): Cut[] =>
  phrases
    .map(([en, zh]) => ({ pieces: en.split('{}'), zh }))
    .sort((a, b) => b.pieces.join('').length - a.pieces.join('').length);
const CUTS: readonly Cut[] = [...cut(SAID), ...cut(EXPECTED)];
const WHOLE = new Map(PHRASES);

/** Messages are a few clauses deep; what goes deeper is somebody's text. */
const DEEPEST = 8;

/**
 * A message of ours in Chinese. Its parts are put into Chinese in their turn: what is filled in, and what stands after `FILE: ` or
 * between `; `. What nobody here has written, as a name, a path or an engine's own words, stays as it is.
 *
 * A message is translated when it is shown and not where it is made, so that it passes threads, processes and logs as one text.
 */
export function toChinese(message: string): string {
  return translate(message, DEEPEST) ?? message;
}

/** Undefined where nothing of it is ours. */
function translate(message: string, depth: number): string | undefined {
  const whole = WHOLE.get(message);
  if (whole !== undefined) return whole;
  if (depth === 0) return undefined;
  const inner = (part: string) => translate(part, depth - 1) ?? part;
  for (const { pieces, zh } of CUTS) {
    const filled = fill(message, pieces);
    if (filled !== undefined) return compose(zh, filled.map(inner));
  }
  return (
    join(message, '; ', '；', depth) ??
    join(message, ' or ', '或', depth) ??
    afterPlace(message, depth) ??
    join(message, '. ', '。', depth) ??
    ended(message, depth)
  );
}

/** What stands in a message where a phrase has something filled in; undefined when it is not this phrase. */
function fill(message: string, pieces: readonly string[]): readonly string[] | undefined {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined || !message.startsWith(first) || !message.endsWith(last)) return undefined;
  const end = message.length - last.length;
  const filled: string[] = [];
  let at = first.length;
  for (const piece of rest) {
    const next = message.indexOf(piece, at);
    if (next < 0 || next > end) return undefined;
    filled.push(message.slice(at, next));
    at = next + piece.length;
  }
  return at > end ? undefined : [...filled, message.slice(at, end)];
}

function compose(zh: string, filled: readonly string[]): string {
  let next = 0;
  return zh.replaceAll(
    /\{([1-9]?)\}/gu,
    (_, number: string) => filled[number === '' ? next++ : Number(number) - 1] ?? '',
  );
}

/** Clauses side by side, each in Chinese; of alternatives all must be ours, for a name may hold an "or" too. */
function join(message: string, sign: string, zh: string, depth: number): string | undefined {
  const parts = message.split(sign);
  if (parts.length === 1) return undefined;
  const translated = parts.map((part) => translate(part, depth - 1));
  const enough =
    sign === ' or '
      ? translated.every((one) => one !== undefined)
      : translated.some((one) => one !== undefined);
  return enough ? parts.map((part, i) => translated[i] ?? part).join(zh) : undefined;
}

function ended(message: string, depth: number): string | undefined {
  const sentence = message.endsWith('.') ? translate(message.slice(0, -1), depth - 1) : undefined;
  return sentence === undefined ? undefined : `${sentence}。`;
}

/** `FILE: what is wrong`, where a place of ours may have colons of its own. */
function afterPlace(message: string, depth: number): string | undefined {
  for (let at = message.indexOf(': '); at >= 0; at = message.indexOf(': ', at + 1)) {
    const rest = translate(message.slice(at + 2), depth - 1);
    if (rest !== undefined) return `${message.slice(0, at)}：${rest}`;
  }
  return undefined;
}
