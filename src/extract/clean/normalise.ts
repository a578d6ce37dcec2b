import { RADICALS } from './radical.ts';

/** Whether a code unit is a Han character of the common block. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Whether a code unit takes no room: a zero-width space, a soft hyphen, a mark of direction. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}

/** Whether a code unit is white space or a control character. */
export function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

// Private-use glyphs stand for bullets in saved pages; the dash look-alikes become one dash.
const FOLDED: Readonly<Record<string, string>> = {
  '﹔': ';',
  '﹐': ',',
  '⋯': '…',
  '―': '—',
  '─': '—',
  '•': '·',
  '・': '·',
  '‧': '·',
  '･': '·',
  '∙': '·',
  '⋅': '·',
};

/**
 * One character as the stages read it: half-width by NFKC, look-alikes and radicals folded, an ellipsis kept whole.
 *
 * It may come with marks that belong to it: e and U+0301 are é, as where they are one. Han characters and ASCII come back as they are; a lone surrogate or private-use character becomes nothing.
 */
export function normaliseCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (char.length === 1 && (isHan(code) || (code > 0x20 && code < 0x7f))) return char;
  if (char.length === 1 && code >= 0xd800 && code <= 0xf8ff) return '';
  const folded = FOLDED[char] ?? RADICALS.get(char);
  if (folded !== undefined) return folded;
  if (char === '…' || char === '·') return char;
  return char.normalize('NFKC').replace(/\s+/gu, '');
}
