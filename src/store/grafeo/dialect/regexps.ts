import type { QueryValue } from '../../store.ts';
import * as K from './kinds.ts';
import type { Refuse, Typed } from './raise.ts';

/** What Java takes for a digit, a letter or a space, of ASCII alone; the engine takes those of all scripts. */
const CLASSES: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  w: '[0-9A-Za-z_]',
  W: '[^0-9A-Za-z_]',
  s: '[ \\t\\n\\x0B\\f\\r]',
  S: '[^ \\t\\n\\x0B\\f\\r]',
};

/** A dot meets what ends no line: on the engine that is `\n` alone. */
const DOT = '[^\\n\\r\\x{85}\\x{2028}\\x{2029}]';

/** What may follow a backslash and is read alike. */
const ALIKE = /^(?:[tnrf]|[^\p{L}\p{N}]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[pP]\{(?:[LMNPSZC][a-z]?|IsHan)\})/u;

const INSTEAD =
  'is not known to the embedded store, or means another thing to it; write STARTS WITH, ENDS WITH, CONTAINS or NOT for what it asks';

/**
 * A regular expression as Java reads it, in words that the engine, which has Rust's, reads alike: texts, dots, classes, groups, |,
 * repetitions, and (?i) or (?s) at its start. Look-around, back references, repetitions that give nothing back, bounds of words
 * and what else the two read apart is refused.
 */
function asRust(pattern: string, refuse: Refuse): string {
  const [flags = ''] = /^\(\?[is]{1,2}\)/.exec(pattern) ?? [];
  const [anyCase, anyLine] = [flags.includes('i'), flags.includes('s')];
  let text = '';
  let depth = 0;
  for (let at = flags.length; at < pattern.length; ) {
    const [met, written] = next(pattern.slice(at, at + 20), depth, anyCase, anyLine);
    if (written === undefined || (met === '$' && depth === 0 && at < pattern.length - 1))
      return refuse(`${met} in a regular expression ${INSTEAD}`);
    if (met.startsWith('[')) depth++;
    else if (met === ']' && depth > 0) depth--;
    text += written;
    at += met.length;
  }
  return text;
}

/** What comes next, and how the engine is told it; undefined where it cannot be. */
function next(rest: string, depth: number, anyCase: boolean, anyLine: boolean): [string, string | undefined] {
  const [sign = ''] = rest;
  if (sign === '\\') return escaped(rest, anyCase);
  if (sign === '[') {
    const [open = sign, after] = /^\[\^?([\]:])?/.exec(rest) ?? [];
    return [open, after === undefined ? open : undefined];
  }
  if (depth > 0) return inClass(rest, sign, anyCase);
  if (rest.startsWith('(?')) {
    const [group] = /^\(\?(?::|<[A-Za-z][A-Za-z0-9]{0,15}>)/.exec(rest) ?? [];
    return [group ?? rest.slice(0, 4), group];
  }
  if (/^[*+?}][+*]/.test(rest)) return [rest.slice(0, 2), undefined];
  if (sign === '.') return [sign, anyLine ? '(?s:.)' : DOT];
  return [sign, anyCase && /[A-Za-z]/.test(sign) ? `[${bothCases(sign)}]` : sign];
}

function escaped(rest: string, anyCase: boolean): [string, string | undefined] {
  const known = CLASSES[rest[1] ?? ''];
  if (known !== undefined) return [rest.slice(0, 2), known];
  const [alike = ''] = ALIKE.exec(rest.slice(1)) ?? [];
  const isOfCase = anyCase && /^[xu]|^.\{L/.test(alike);
  return alike === '' || isOfCase ? [rest.slice(0, 2), undefined] : [`\\${alike}`, `\\${alike}`];
}

function inClass(rest: string, sign: string, anyCase: boolean): [string, string | undefined] {
  if (/^(?:--|~~|&&)/.test(rest)) return [rest.slice(0, 2), undefined];
  if (!anyCase) return [sign, sign];
  const [range = sign] = /^[^\]]-[^\]\\[]/u.exec(rest) ?? [];
  const plain = !/[A-Za-z]/.test(range) || /^(?:[a-z](?:-[a-z])?|[A-Z](?:-[A-Z])?)$/.test(range);
  return [range, plain ? bothCases(range) : undefined];
}

function bothCases(letters: string): string {
  return /[A-Za-z]/.test(letters) ? `${letters.toLowerCase()}${letters.toUpperCase()}` : letters;
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };

/** What a text says that is written out; undefined where something after a backslash is not known. */
function textOf(literal: string): string | undefined {
  let known = true;
  const text = literal
    .slice(1, -1)
    .replaceAll(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, [first = '', ...code]: string) => {
      if (code.length > 0) return String.fromCharCode(Number.parseInt(code.join(''), 16));
      if (!/[tnrbf'"`\\]/.test(first)) known = false;
      return ESCAPES[first] ?? first;
    });
  return known ? text : undefined;
}

/**
 * A regular expression that is written out, or given as the parameter `value`, in the engine's words.
 *
 * @throws what `refuse` throws where it is worked out, or asks what the engine does not know.
 */
export function regexp(pattern: Typed, value: QueryValue | undefined, refuse: Refuse): Typed {
  if (pattern.type.kinds === 0) return pattern;
  const text = value ?? (pattern.literal && textOf(pattern.literal));
  if (typeof text !== 'string')
    return refuse(
      'The embedded store takes a regular expression that is written out, with \\\\ for each backslash, or a parameter',
    );
  return { text: `'${asRust(text, refuse).replaceAll(/[\\']/g, '\\$&')}'`, type: K.of(K.TEXT) };
}
