import type { Span } from '../model/span.ts';
import { toPlainForm } from './spelling.ts';

/** What stands for each UTF-16 unit where texts are compared; 0 for what takes no room. */
let folded: Uint16Array | undefined;

const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

/** The table of folded units: half-width, lower case, simplified script, as names are folded. Made when first needed. */
function foldTable(): Uint16Array {
  if (folded !== undefined) return folded;
  const table = new Uint16Array(0x1_00_00);
  for (let unit = 0; unit < table.length; unit++) {
    const isHalf = unit >= SURROGATES.first && unit <= SURROGATES.last;
    const plain = isHalf ? undefined : toPlainForm(String.fromCharCode(unit));
    // What becomes several, as ㎡, stays as it is: offsets count in the text itself.
    table[unit] = plain === '' ? 0 : plain?.length === 1 ? plain.charCodeAt(0) : unit;
  }
  folded = table;
  return table;
}

/** A text as texts are compared: unit by unit, without what takes no room. */
export function fold(text: string): string {
  const table = foldTable();
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = table[text.charCodeAt(at)] as number;
    if (unit !== 0) units[length++] = unit;
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
}

/** Where a folded word stands in a text, from a place on; what takes no room may stand in between. */
function findFolded(text: string, word: string, from: number): Span | undefined {
  const table = foldTable();
  const first = word.charCodeAt(0);
  for (let start = from; start < text.length; start++) {
    if (table[text.charCodeAt(start)] !== first) continue;
    let [at, end] = [1, start + 1];
    for (; at < word.length && end < text.length; end++) {
      const unit = table[text.charCodeAt(end)];
      if (unit === 0) continue;
      if (unit !== word.charCodeAt(at)) break;
      at++;
    }
    if (at === word.length) return { start, end };
  }
  return undefined;
}

/** Every place of a folded word in a text, at most so many. */
export function findAllFolded(text: string, word: string, most: number): Span[] {
  const spans: Span[] = [];
  for (let from = 0; spans.length < most; ) {
    const span = findFolded(text, word, from);
    if (span === undefined) break;
    spans.push(span);
    from = span.end;
  }
  return spans;
}
