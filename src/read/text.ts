import { TextDecoder } from 'node:util';
import { YuantuError } from '../model/errors.ts';
import { findEscaped, findForeign, findLookalike } from './foreign.ts';
import { isBig5, repairGb18030, shareOfCommon } from './gb18030.ts';
import { findLostByte, findUtf16Order } from './utf16.ts';

/** The text of a file, and what had to be mended for it, each in a clause: none where the bytes are whole. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Chinese in GB18030 is nearly all common characters and punctuation; other encodings read as GB18030 hold few of them. */
const LEAST_COMMON = 0.5;
/** Where a page says that it is in GB 2312, GBK or GB18030, so many suffice. */
const LEAST_COMMON_DECLARED = 0.2;

/** More zero bytes or broken characters than one of so many, and it is no text with a fault, but something else. */
const WHOLE_FOR_ZERO = 50;
const WHOLE_FOR_BROKEN = 20;

/** Longer text is no UTF-8 by chance. */
const LONGEST_CHANCE = 100;

const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: 'UTF-32', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'UTF-32', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'UTF-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'UTF-16LE', mark: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', mark: [0xfe, 0xff] },
  { encoding: 'GB18030', mark: [0x84, 0x31, 0x95, 0x33] },
];

/**
 * The text of a file, without a byte-order mark: in the encoding that a mark tells, else UTF-8, UTF-16 of either order, or GB18030,
 * whatever the page declares.
 *
 * Bytes that are broken, or cut off at the end, stand as U+FFFD, and zero bytes in text are left out; both are noted.
 *
 * @throws {YuantuError} `INPUT` when it is binary, or in no encoding that we read.
 */
export function decodeText(bytes: Uint8Array, declared = ''): Decoded {
  const { encoding, mark } = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte)) ?? {};
  const body = mark ? bytes.subarray(mark.length) : bytes;
  if (encoding === 'UTF-32') return refuse('in UTF-32; save it as UTF-8');
  const order = encoding?.startsWith('UTF-16') ? encoding : mark ? undefined : findUtf16Order(body);
  if (order !== undefined) return decodeUtf16(body, order);

  const zeros = countZeros(body);
  // What a disk had kept free for a file that was never written to its end.
  const last = body.findLastIndex((byte) => byte !== 0);
  if (last < 0 ? zeros > 0 : (zeros - (body.length - 1 - last)) * WHOLE_FOR_ZERO > last + 1)
    return refuse('binary: it holds zero bytes');
  const { text, notes } = decodeBytes(body, encoding, declared);
  if (zeros === 0) return { text, notes };
  const left = `${zeros} zero ${zeros === 1 ? 'byte' : 'bytes'} left out`;
  return { text: text.replaceAll('\0', ''), notes: [...notes, left] };
}

/**
 * The text of a file that must be whole.
 *
 * @throws {YuantuError} `INPUT` as `decodeText` does, and when a byte is broken.
 */
export function decode(bytes: Uint8Array): string {
  const { text, notes } = decodeText(bytes);
  return notes.length === 0 ? text : refuse(notes.join('; '));
}

function decodeBytes(bytes: Uint8Array, marked: string | undefined, declared: string): Decoded {
  const utf8 = marked === 'GB18030' ? undefined : attempt('utf-8', bytes);
  const isChance = marked === undefined && isByChance(bytes);
  if (utf8 !== undefined && !isChance) {
    const escaped = isAscii(utf8) ? findEscaped(bytes) : undefined;
    return escaped === undefined ? { text: utf8, notes: [] } : refuseForeign(escaped);
  }

  const mended = mendUtf8(bytes);
  if (marked === 'UTF-8' || (marked === undefined && !isChance && isNearlyWhole(mended)))
    return toDecoded(mended, 'UTF-8');

  const lookalike = marked !== undefined ? undefined : isBig5(bytes) ? 'Big5' : findLookalike(bytes);
  const least = /^gb/iu.test(declared) ? LEAST_COMMON_DECLARED : LEAST_COMMON;
  if (lookalike === undefined && (marked === 'GB18030' || shareOfCommon(bytes) >= least)) {
    const whole = attempt('gb18030', bytes);
    if (whole !== undefined) return { text: whole, notes: [] };
  }
  const gb18030 = repairGb18030(bytes);
  if (
    lookalike === undefined &&
    (marked === 'GB18030' || (gb18030.common >= LEAST_COMMON && isNearlyWhole(gb18030)))
  )
    return toDecoded(gb18030, 'GB18030');
  if (lookalike !== undefined) return refuseForeign(lookalike);
  if (mended.broken < mended.characters)
    return refuse(`UTF-8 in part, save it as UTF-8: ${told(mended, 'UTF-8')}`);
  const foreign = findForeign(bytes);
  if (foreign !== undefined) return refuseForeign(foreign);
  return refuse('neither UTF-8 nor GB18030; save it as UTF-8');
}

/** Text that was decoded past faults: how many there are, among how many characters beyond ASCII, and where the first one is. */
export interface Mended {
  readonly text: string;
  readonly broken: number;
  readonly characters: number;
  readonly first: number;
  readonly isCut: boolean;
}

/** One fault is forgiven in any text, more only in long ones. */
function isNearlyWhole({ broken, characters }: Mended): boolean {
  return characters > 0 && (broken <= 1 || broken * WHOLE_FOR_BROKEN <= characters);
}

const toDecoded = (mended: Mended, encoding: string): Decoded => ({
  text: mended.text,
  notes: mended.broken === 0 ? [] : [`${told(mended, encoding)}: U+FFFD stands there`],
});

function told({ broken, first, isCut }: Mended, encoding: string): string {
  if (isCut && broken === 1) return 'cut off in the middle of a character at its end';
  return `the bytes are no ${encoding} in ${broken} ${broken === 1 ? 'place' : 'places'}, from byte ${first} on`;
}

function mendUtf8(bytes: Uint8Array): Mended {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const parts: string[] = [];
  let [broken, first, at, from, lastEnd] = [0, -1, 0, 0, -1];
  for (let i = whole.indexOf('\ufffd'); i >= 0; i = whole.indexOf('\ufffd', i + 1)) {
    parts.push(whole.slice(from, i));
    at += Buffer.byteLength(whole.slice(from, i));
    from = i + 1;
    // A replacement character may also stand in the file itself, as three bytes.
    const isOwn = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    // What is left of one character stands as one, though it is decoded as several.
    if (isOwn || at !== lastEnd) parts.push('\ufffd');
    if (!isOwn && at !== lastEnd && broken++ === 0) first = at;
    at += isOwn ? 3 : lengthOfBroken(bytes, at);
    if (!isOwn) lastEnd = at;
  }
  parts.push(whole.slice(from));
  const text = parts.join('');
  const characters = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return { text, broken, characters, first, isCut: from === whole.length && lastEnd === bytes.length };
}

/** How many bytes one replacement character stands for: the longest beginning of a character, or one byte. */
function lengthOfBroken(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 3; length++) {
    const part = bytes.subarray(at, at + length + 1);
    if (part.length <= length) return Math.max(part.length, 1);
    const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
    if (decoded.length > 1) return length;
  }
  return 3;
}

function decodeUtf16(bytes: Uint8Array, order: string): Decoded {
  const whole = attempt(order, bytes);
  if (whole !== undefined) return { text: whole, notes: [] };
  const lost = bytes.length % 2 === 1 ? findLostByte(bytes, order) : bytes.length;
  const decode = (part: Uint8Array) => new TextDecoder(order, { ignoreBOM: true }).decode(part);
  const text =
    decode(bytes.subarray(0, lost)) +
    (lost < bytes.length ? `\ufffd${decode(bytes.subarray(lost + 1))}` : '');
  const first = text.indexOf('\ufffd') * 2;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const mended = { text, broken, characters: text.length, first, isCut: lost === bytes.length - 1 };
  return isNearlyWhole(mended) ? toDecoded(mended, order) : refuse(`broken ${order}`);
}

function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    // A mark has been taken off: what looks like a second one is text.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function countZeros(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return zeros;
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/u.test(text);

/**
 * Whether bytes of GB18030 are UTF-8 by chance, as a title of a word or two may be: its letters are all common Chinese, and in UTF-8
 * mostly of scripts that stand beside no Chinese.
 */
function isByChance(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_CHANCE) return false;
  const letters = mendUtf8(bytes).text.match(/[^\0-\x7f\ufffd]/gu) ?? [];
  const odd = letters.filter((letter) => !/[\u00a0-\u017f\u0370-\u03ff\u0400-\u04ff]/u.test(letter));
  return (
    letters.length > 0 &&
    odd.length * 2 >= letters.length &&
    letters.every((letter) => letter < '\u0800') &&
    shareOfCommon(bytes) === 1
  );
}

const refuseForeign = (encoding: string): never =>
  refuse(`in ${encoding}, neither UTF-8 nor GB18030; save it as UTF-8`);

function refuse(reason: string): never {
  throw new YuantuError('INPUT', reason);
}
