import { createRequire } from 'node:module';

// Characters that only traditional script uses, common enough that any paragraph of it holds several.
const TRADITIONAL =
  /[這個們來說國會對學時開關們業產發與園區經濟進實現長門問間見點還應當該總結統計萬億員項規劃設備電機車動務報導華為並從後東強優質網線縣鄉鎮廠術據際創環觀標準]/gu;

type Convert = (text: string) => string;

let convert: Convert | undefined;

/** Whether a whole text is in traditional script: a headline alone is too short to tell. */
export function isTraditional(text: string): boolean {
  const found = text.match(TRADITIONAL)?.length ?? 0;
  return found >= 3 && found * 100 >= text.length;
}

/**
 * Traditional to simplified, character by character, so that offsets stay. The tables are read from disk only when needed.
 *
 * Source: OpenCC tables through opencc-js.
 */
export function simplify(text: string): string {
  if (convert === undefined) {
    const { Converter } = createRequire(import.meta.url)('opencc-js') as {
      Converter: (options: { from: string; to: string }) => Convert;
    };
    convert = Converter({ from: 't', to: 'cn' });
  }
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  const one = convert;
  return Array.from(text, (c) => {
    const s = one(c);
    return s.length === c.length ? s : c;
  }).join('');
}
