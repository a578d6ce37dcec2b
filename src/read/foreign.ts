import { TextDecoder } from 'node:util';

/** Characters that make up a third and more of any text in a language. */
const SIMPLIFIED =
  '的一是在了有和人中大为上国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进等部度家电力如水化高自二理起小物现实加量都两体制机当使点从业本性好应开合还因由其前外天政四日社义事平形相全表间与关各重新线内数正区市县项目公司投资';
const TRADITIONAL =
  '的一是在了有和人中大為上國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進等部度家電力如水化高自二理起小物現實加量都兩體制機當使點從業本性好應開合還因由其前外天政四日社義事平形相全表間與關各重新線內數正區市縣項目公司投資';
const KOREAN =
  '이다는의에을가고하한로지은사기도를서자인어시수대정전리일아부해나라했과년구보원제상동그것들만오스트';

/** Encodings whose bytes are mostly characters of GB18030 as well, with what texts in them are full of. */
const LOOKALIKES = [
  { encoding: 'EUC-KR', common: new Set(KOREAN), script: /\p{Script=Hangul}/u },
  { encoding: 'Big5', common: new Set(TRADITIONAL), script: /\p{Script=Han}/u },
] as const;
const CHINESE = new Set(SIMPLIFIED);

/** At least this share of a text is what its language is full of; of what another language is full of it has half of that at most. */
const LEAST_COMMON = 0.15;
/** So many characters, all of one script and none of them frequent in Chinese, are no Chinese. */
const MANY = 8;
/** Fewer tell nothing. */
const FEW = 4;
/** The share of Japanese that is kana at least, and how many there are; Chinese has hardly any. */
const LEAST_KANA = 0.2;
const FEW_KANA = 3;
/** Letters of Cyrillic are nearly all small. */
const LEAST_SMALL = 0.7;

const KANA = /[\u3041-\u30fe]/u;
const SMALL = /[а-яё]/u;

/** What stands in text that is written in ASCII alone: escapes to another character set, or braces around it. */
const ESCAPES: readonly (readonly [sign: string, encoding: string])[] = [
  ['\x1b$B', 'ISO-2022-JP'],
  ['\x1b$@', 'ISO-2022-JP'],
  ['\x1b$)C', 'ISO-2022-KR'],
];
const BRACED = /~\{(?:[\x21-\x77][\x21-\x7e]){2,400}~\}/u;

/** Bytes that are looked at: as much says what the rest is in. */
const MOST = 20_000;

/** The encoding of text that is all ASCII on the disk and another script on the page. */
export function findEscaped(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, MOST)).toString('latin1');
  const [, encoding] = ESCAPES.find(([sign]) => head.includes(sign)) ?? [];
  return encoding ?? (BRACED.test(head) ? 'HZ' : undefined);
}

/** The encoding that bytes are in which would pass for GB18030: undefined where they may be GB18030. */
export function findLookalike(bytes: Uint8Array): string | undefined {
  const chinese = decodeAs('gb18030', bytes);
  if (isJapanese(chinese)) return 'EUC-JP';
  const own = shareOf(chinese, (letter) => CHINESE.has(letter));
  for (const { encoding, common, script } of LOOKALIKES) {
    const letters = decodeAs(encoding, bytes);
    const share = shareOf(letters, (letter) => common.has(letter));
    if (letters.length >= FEW && share >= LEAST_COMMON && share >= 2 * own) return encoding;
    const isAll = letters.length >= MANY && letters.every((letter) => script.test(letter));
    if (isAll && own === 0 && encoding === 'EUC-KR') return encoding;
  }
  return undefined;
}

/** The encoding of bytes that are no GB18030, where what they are in is plain. */
export function findForeign(bytes: Uint8Array): string | undefined {
  if (isJapanese(decodeAs('shift_jis', bytes))) return 'Shift_JIS';
  return ['windows-1251', 'KOI8-R', 'IBM866'].find((encoding) =>
    isCyrillic(decodeAs(encoding, bytes), bytes),
  );
}

function isJapanese(letters: readonly string[]): boolean {
  const kana = letters.filter((letter) => KANA.test(letter)).length;
  return kana >= FEW_KANA && kana >= LEAST_KANA * letters.length;
}

/** Whether nearly all bytes beyond ASCII are small letters of Cyrillic, and most letters are such: other languages have a few signs there. */
function isCyrillic(letters: readonly string[], bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, MOST);
  const beyond = head.filter((byte) => byte >= 0x80).length;
  const latin = head.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  const small = letters.filter((letter) => SMALL.test(letter)).length;
  return small >= LEAST_SMALL * beyond && beyond > latin;
}

/** The letters beyond ASCII that bytes are in an encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string[] {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, MOST));
  return text.match(/[^\0-\x7f\p{P}\p{S}\s]/gu) ?? [];
}

function shareOf(letters: readonly string[], isMeant: (letter: string) => boolean): number {
  return letters.length === 0 ? 0 : letters.filter(isMeant).length / letters.length;
}
