import { createRequire } from 'node:module';

type Convert = (text: string) => string;

/** A traditional character that no simplified text holds, but in a few names. */
type Table = ReadonlyMap<string, string>;

/** Characters that simplified text keeps, in names above all, though the tables convert them: 旭昇, 於建国, 著名. */
const KEPT = new Set('乾瞭於徵鍾昇甯濛迺龢鉅釐絜勣菉甦邨氾堃喆犇淼麴祇陞託牠妳祂鎔嶽讚');

/** Where 乾 is dry (干) and not the first of the trigrams, as it is in names. */
const DRY =
  /乾(?=[燥淨净旱杯貨货脆濕湿洗果糧粮枯涸草冰酪燒烧癟裂巴爹等])|(?<=[餅饼烘曬晒風风焙葡萄肉若晾陰阴凍冻擦])乾/gu;

/** Where 瞭 is 了 and not 瞭, as it is in 瞭望 and in names. */
const CLEAR = /瞭(?=[解然如若])|(?<=明)瞭/gu;

/** A sentence of which one character in so many is only traditional is in traditional script. */
const ONE_OF = 20;

let convert: Convert | undefined;
let table: Table | undefined;
let simplified: ReadonlySet<string> | undefined;

/**
 * A line in simplified script, unit by unit, so that offsets stay.
 *
 * Each sentence is told by itself: one in traditional script is converted by words and characters, in any other only the
 * characters that simplified script does not have, such as a firm's name that is quoted. 乾 and 瞭 stay in names: 張乾明 is 张乾明.
 * The tables are read from disk only when needed.
 *
 * Source: OpenCC tables through opencc-js; GB 2312 for what simplified script has.
 */
export function toSimplified(line: string): string {
  if (!hasRare(line)) return line;
  return line.replace(SENTENCE, (sentence) => {
    const found = countTraditional(sentence);
    if (found === 0) return sentence;
    return found >= 2 && found * ONE_OF >= sentence.length ? simplify(sentence) : simplifyLone(sentence);
  });
}

const SENTENCE = /[^。!?;]+[。!?;]?/gu;

/** Whether there is a Han character that simplified script does not have. */
function hasRare(line: string): boolean {
  const known = gb2312();
  for (const char of line) if (char >= '\u4e00' && char <= '\u9fa5' && !known.has(char)) return true;
  return false;
}

function countTraditional(sentence: string): number {
  const only = onlyTraditional();
  let found = 0;
  for (const char of sentence) if (only.has(char)) found++;
  return found;
}

function simplifyLone(sentence: string): string {
  const only = onlyTraditional();
  return sentence.replace(/[\u3400-\u9fff]/gu, (char) => only.get(char) ?? char);
}

function simplify(sentence: string): string {
  const whole = toWords()(sentence);
  const converted =
    whole.length === sentence.length
      ? whole
      : Array.from(sentence, (char) => {
          const one = toWords()(char);
          return one.length === char.length ? one : char;
        }).join('');
  const words = new Set<number>();
  for (const pattern of [DRY, CLEAR]) for (const { index } of sentence.matchAll(pattern)) words.add(index);
  return converted.replace(/[干了]/gu, (char, at: number) => {
    const before = sentence[at] ?? '';
    return (before === '乾' || before === '瞭') && !words.has(at) ? before : char;
  });
}

/** The characters that GB 2312 does not have and that the tables convert. */
function onlyTraditional(): Table {
  if (table !== undefined) return table;
  const chars: string[] = [];
  for (let code = 0x4e00; code <= 0x9fa5; code++) {
    const char = String.fromCharCode(code);
    if (!gb2312().has(char) && !KEPT.has(char)) chars.push(char);
  }
  // Apart, so that no two of them are a word.
  const converted = toWords()(chars.join('\n')).split('\n');
  const found = new Map<string, string>();
  for (const [i, char] of chars.entries()) {
    const one = converted[i];
    if (one !== undefined && one !== char && one.length === 1) found.set(char, one);
  }
  table = found;
  return found;
}

/** The Han characters of GB 2312, which are those of simplified script. */
function gb2312(): ReadonlySet<string> {
  if (simplified !== undefined) return simplified;
  const pairs: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) pairs.push(row, cell);
  simplified = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(pairs)));
  return simplified;
}

function toWords(): Convert {
  if (convert === undefined) {
    const { Converter } = createRequire(import.meta.url)('opencc-js') as {
      Converter: (options: { from: string; to: string }) => Convert;
    };
    convert = Converter({ from: 't', to: 'cn' });
  }
  return convert;
}
