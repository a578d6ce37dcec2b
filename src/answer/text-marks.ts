/** Rows of a block: the bits of an article's mark. Of an article of 1,500 characters a tenth are set. */
const ROWS = 8192;

/** Articles of a block, and the words of 32 bits that a row has for them. */
const COLUMNS = 4096;
const WORDS = COLUMNS / 32;

/**
 * Which articles may hold a word, told without a look at any of them.
 *
 * Each two characters that follow one another in an article set a bit of its mark. The marks stand in columns, so that a row says
 * of one bit which articles have it: a word can stand only where all its rows do, and a question reads as many rows as it has
 * pairs, whatever the articles. Columns are called by number, and cost a kilobyte each.
 */
export class TextMarks {
  private readonly blocks: Uint32Array[] = [];

  /** Mark the folded text in a column, in which nothing else is marked. */
  set(column: number, folded: string): void {
    const rows = this.blockOf(column);
    const { word, bit } = placeOf(column);
    for (const row of rowsOf(folded)) rows[row * WORDS + word] = (rows[row * WORDS + word] as number) | bit;
  }

  clear(column: number): void {
    const rows = this.blockOf(column);
    const { word, bit } = placeOf(column);
    for (let at = word; at < rows.length; at += WORDS) rows[at] = (rows[at] as number) & ~bit;
  }

  /** Tells of a column whether it may hold all of these folded words of two characters or more: yes where it does, and seldom else. */
  holding(words: readonly string[]): (column: number) => boolean {
    const wanted = [...new Set(words.flatMap((word) => [...rowsOf(word)]))];
    const both = this.blocks.map((rows) =>
      wanted.reduce((left, row) => {
        for (let at = 0; at < WORDS; at++)
          left[at] = (left[at] as number) & (rows[row * WORDS + at] as number);
        return left;
      }, new Uint32Array(WORDS).fill(0xff_ff_ff_ff)),
    );
    return (column) => {
      const { word, bit } = placeOf(column);
      return ((both[Math.floor(column / COLUMNS)]?.[word] ?? 0) & bit) !== 0;
    };
  }

  private blockOf(column: number): Uint32Array {
    const at = Math.floor(column / COLUMNS);
    while (this.blocks.length <= at) this.blocks.push(new Uint32Array(ROWS * WORDS));
    return this.blocks[at] as Uint32Array;
  }
}

/** Where the bit of a column stands in each row of its block. */
function placeOf(column: number): { readonly word: number; readonly bit: number } {
  return { word: (column % COLUMNS) >>> 5, bit: 1 << (column & 31) };
}

function* rowsOf(folded: string): Generator<number> {
  for (let at = 1; at < folded.length; at++) yield rowOf(folded.charCodeAt(at - 1), folded.charCodeAt(at));
}

/** The row of two characters: Fibonacci hashing of both. */
function rowOf(a: number, b: number): number {
  return Math.imul((a << 16) | b, 0x9e3779b1) >>> 19;
}
