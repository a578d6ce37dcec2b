import { TextDecoder } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decode, decodeText } from '../../src/read/text.ts';

const TEXT =
  '白鹭高新区签约三个项目\n2024年6月5日 来源：白鹭日报\n6月4日，远航新材料科技有限公司与白鹭高新区签约，总投资30亿元。';

/** Characters and their bytes in GB18030, as far as `TEXT` needs them. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(Array.from(text).flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]));
}

const utf8 = Buffer.from(TEXT);
const little = Buffer.from(TEXT, 'utf16le');
const big = Buffer.from(little).swap16();
const gb = toGb18030(TEXT);
const mark = (hex: string, bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from(hex, 'hex'), bytes]);
const without = (bytes: Buffer, at: number): Buffer =>
  Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
const withByte = (bytes: Buffer, at: number, byte: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = byte;
  return copy;
};
const at = (bytes: Buffer, text: string, encode: (text: string) => Buffer): number =>
  bytes.indexOf(encode(text));

describe('whole text', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', mark('efbbbf', utf8)],
    ['UTF-16LE with its mark', mark('fffe', little)],
    ['UTF-16BE with its mark', mark('feff', big)],
    ['UTF-16LE without a mark', little],
    ['UTF-16BE without a mark', big],
    ['GB18030', gb],
    ['GB18030 with its mark', mark('84319533', gb)],
  ])('in %s is decoded, and nothing is noted', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, notes: [] });
  });

  it.each(['The quick brown fox jumps', 'Bush hid the facts', 'a1', '白鹭'])(
    'in UTF-8 is not taken for UTF-16: %s',
    (text) => {
      expect(decodeText(Buffer.from(text)).text).toBe(text);
    },
  );

  it.each([
    '签约',
    '开工',
    '远航科技\n宁远',
    'Smith 公司 invests 30亿',
    '李明远、周启文、吴建平、欧阳海',
    '东区\n西区',
  ])('in GB18030 is read however short it is: %s', (text) => {
    expect(decodeText(toGb18030(text))).toEqual({ text, notes: [] });
  });

  it.each(['Café', 'Müller ＆ Söhne', 'Ещё', '신소재 프로젝트', '調印式が行われた'])(
    'in UTF-8 of other languages is read: %s',
    (text) => {
      expect(decodeText(Buffer.from(text)).text).toBe(text);
      expect(decodeText(mark('fffe', Buffer.from(text, 'utf16le'))).text).toBe(text);
    },
  );

  it('keeps a replacement character that stands in it', () => {
    expect(decodeText(Buffer.from('白鹭\ufffd高新区'))).toEqual({ text: '白鹭\ufffd高新区', notes: [] });
  });
});

describe('text with a fault', () => {
  it.each([
    ['a byte of UTF-8', withByte(utf8, at(utf8, '远航', Buffer.from), 0xff)],
    ['a byte of GB18030', withByte(gb, at(gb, '远航', toGb18030), 0xff)],
    ['a first byte of GB18030 that is lost', without(gb, at(gb, '远航', toGb18030))],
  ])('loses no more than a little: %s', (_, bytes) => {
    const { text, notes } = decodeText(bytes);
    expect(text).toContain('\ufffd');
    expect(text).toContain('白鹭高新区签约三个项目\n2024年6月5日 来源：白鹭日报\n6月4日');
    expect(text).toContain('与白鹭高新区签约，总投资30亿元。');
    expect(notes).toEqual([expect.stringMatching(/^the bytes are no \S+ in 1 place, from byte \d+ on/u)]);
  });

  it('survives the loss of any one byte, in UTF-8 and in GB18030', () => {
    for (const bytes of [utf8, gb])
      for (let i = 0; i < bytes.length; i++)
        expect(decodeText(without(bytes, i)).text).toContain(i < bytes.length / 2 ? '30亿元' : '三个项目');
  });

  it.each([
    ['UTF-8', utf8.subarray(0, -1)],
    ['GB18030', gb.subarray(0, -1)],
    ['UTF-16', little.subarray(0, -1)],
  ])('that is cut off in the middle of a character is read to there: %s', (_, bytes) => {
    const { text, notes } = decodeText(bytes);
    expect(text).toBe(`${TEXT.slice(0, -1)}\ufffd`);
    expect(notes).toEqual(['cut off in the middle of a character at its end: U+FFFD stands there']);
  });

  it('loses its zero bytes, which are counted', () => {
    const middle = Buffer.concat([utf8.subarray(0, 33), Buffer.alloc(1), utf8.subarray(33)]);
    expect(decodeText(middle)).toEqual({ text: TEXT, notes: ['1 zero byte left out'] });
  });

  it('is refused where it must be whole', () => {
    expect(() => decode(utf8.subarray(0, -1))).toThrow('cut off');
  });
});

describe('what is no text that we read is refused with the true reason', () => {
  const big5 = Buffer.from('b1e1ac50aceca7dea4bda571bb50b6b3c0adb0aab773b0cfc3b1acf9', 'hex');
  it.each([
    ['binary: it holds zero bytes', Buffer.from('7f454c46000100', 'hex')],
    ['in Big5', big5],
    ['in UTF-32', mark('fffe0000', little)],
    // 신소재 프로젝트 계약식이 열렸다. 총투자는 30억 위안이다.
    [
      'in EUC-KR',
      Buffer.from(
        'bdc5bcd2c0e720c7c1b7ced1a5c6ae20b0e8bee0bdc4c0cc20bfadb7c8b4d92e20c3d1c5f5c0dab4c22033c0bef220c0a7bec8c0ccb4d92e',
        'hex',
      ),
    ],
    // 工業団地で調印式が行われた。
    ['in EUC-JP', Buffer.from('b9a9b6c8c3c4c3cfa4c7c4b4b0f5bcb0a4acb9d4a4efa4eca4bfa1a3', 'hex')],
    ['in Shift_JIS', Buffer.from('8d488bc692638' + 'f2282c592b288f38eae82aa8d7382ed82ea82bd8142', 'hex')],
    ['in ISO-2022-JP', Buffer.from('\x1b$B9)6HCDCO$G\x1b(B')],
    ['in HZ', Buffer.from('~{G`:L8_PBGx~}')],
    // Завод построен в парке
    ['in KOI8-R', Buffer.from('fac1d7cfc420d0cfd3d4d2cfc5ce20d720d0c1d2cbc5', 'hex')],
    ['in windows-1251', Buffer.from('c7e0e2eee420efeef1f2f0eee5ed20e220efe0f0eae5', 'hex')],
    // 項目簽約, in four characters
    ['in Big5', Buffer.from('b6b5a5d8c3b1acf9', 'hex')],
    ['UTF-8 in part', Buffer.concat([utf8, gb])],
    ['neither UTF-8 nor GB18030', Buffer.from('80ff81ff80ff81fe9dff', 'hex')],
  ])('%s', (reason, bytes) => {
    expect(() => decodeText(bytes)).toThrow(reason);
  });

  it('whatever it declares', () => {
    expect(() => decodeText(big5, 'gb2312')).toThrow('in Big5');
    expect(decodeText(gb, 'big5').text).toBe(TEXT);
    expect(decodeText(utf8, 'gb2312').text).toBe(TEXT);
  });
});

describe('what a disk or a line lost', () => {
  it.each([
    ['UTF-16LE', mark('fffe', without(little, 41))],
    ['UTF-16BE', mark('feff', without(big, 41))],
  ])('of %s costs a character or two, and what follows stands', (_, bytes) => {
    const { text, notes } = decodeText(bytes);
    expect(text.slice(0, 19)).toBe(TEXT.slice(0, 19));
    expect(text.slice(-30)).toBe(TEXT.slice(-30));
    expect(notes).toHaveLength(1);
  });

  it('at the end of a file that was never written whole are zeros, and they are left out', () => {
    const { text, notes } = decodeText(Buffer.concat([utf8, Buffer.alloc(500)]));
    expect({ text, notes }).toEqual({ text: TEXT, notes: ['500 zero bytes left out'] });
  });
});
