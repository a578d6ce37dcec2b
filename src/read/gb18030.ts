import { TextDecoder } from 'node:util';

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Whether a pair is common Chinese (rows 16 to 55 of GB 2312) or its punctuation and symbols (rows 1 to 3). */
function isCommon(lead = 0, trail = 0): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

/** The share of pairs that are common Chinese or its punctuation, the bytes being taken as they come. */
export function shareOfCommon(bytes: Uint8Array): number {
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(bytes[i])) continue;
    pairs++;
    if (isCommon(bytes[i], bytes[++i])) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/**
 * Whether bytes are Big5: nearly all pairs are its common characters (leads A4 to C6) or punctuation, and many second bytes lie
 * in 40 to 7E, where common characters in GB18030 have none.
 */
export function isBig5(bytes: Uint8Array): boolean {
  let [pairs, common, low] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(bytes[i])) continue;
    const lead = bytes[i] ?? 0;
    const trail = bytes[++i] ?? 0;
    pairs++;
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (isTrail && lead >= 0xa1 && lead <= 0xc6) common++;
    if (trail >= 0x40 && trail <= 0x7e) low++;
  }
  return pairs > 0 && common / pairs >= 0.7 && low / pairs >= 0.15;
}

/** GB18030 that was decoded past faults; `common` is the share of common pairs. */
interface Repaired {
  readonly text: string;
  readonly broken: number;
  readonly characters: number;
  readonly first: number;
  readonly isCut: boolean;
  readonly common: number;
}

/**
 * The text of GB18030 with broken or lost bytes.
 *
 * A byte that is lost shifts every pair after it, and the shifted pairs are characters too. So each run of bytes beyond ASCII is
 * taken for itself: in one of odd length a byte is dropped, there where it leaves the most common characters.
 */
export function repairGb18030(bytes: Uint8Array): Repaired {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true });
  const parts: string[] = [];
  let [broken, characters, common, first, isCut, from] = [0, 0, 0, -1, false, 0];
  const keep = (to: number): void => {
    if (to > from) parts.push(decoder.decode(bytes.subarray(from, to)));
    from = to;
  };
  const lose = (at: number, length: number): void => {
    keep(at);
    parts.push('\ufffd');
    from = at + length;
    if (broken++ === 0) first = at;
    if (from >= bytes.length) isCut = true;
  };
  for (let i = 0; i < bytes.length; ) {
    if (!isHigh(bytes[i])) {
      i++;
      continue;
    }
    let end = i;
    while (isHigh(bytes[end])) end++;
    const drop = (end - i) % 2 === 1 ? findDrop(bytes, i, end) : -1;
    for (let k = i; k < end; ) {
      if (k === drop) {
        const more = drop === end - 1 ? lengthOfLast(bytes, k) : 1;
        if (more === 1) lose(k, 1);
        k += more;
      } else {
        const [lead = 0, trail = 0] = [bytes[k], bytes[k + 1]];
        characters++;
        if (lead === 0x80 || lead === 0xff || trail === 0xff) lose(k, 2);
        else if (isCommon(lead, trail)) common++;
        k += 2;
      }
      end = Math.max(end, k);
    }
    i = end;
  }
  keep(bytes.length);
  const text = parts.join('');
  return { text, broken, characters, first, isCut, common: characters === 0 ? 0 : common / characters };
}

/** The byte of [start, end) without which the others, in pairs, are the most common characters. */
function findDrop(bytes: Uint8Array, start: number, end: number): number {
  let after = 0;
  for (let k = start + 1; k < end; k += 2) if (isCommon(bytes[k], bytes[k + 1])) after++;
  let [best, most, before] = [start, after, 0];
  for (let k = start; k + 2 < end; k += 2) {
    if (isCommon(bytes[k], bytes[k + 1])) before++;
    if (isCommon(bytes[k + 1], bytes[k + 2])) after--;
    // Of equals the last: what is whole so far stays.
    if (before + after >= most) [best, most] = [k + 2, before + after];
  }
  return best;
}

/** How many bytes the character takes whose first byte ends a run: two or four where an ASCII byte goes with it, else one. */
function lengthOfLast(bytes: Uint8Array, at: number): number {
  const [next = 0, third = 0, fourth = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (next >= 0x40 && next <= 0x7e) return 2;
  return isDigit(next) && isHigh(third) && isDigit(fourth) ? 4 : 1;
}
