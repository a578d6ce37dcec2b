import { describe, expect, it } from 'vitest';
import { parseExact } from '../../src/model/exact-json.ts';

describe('JSON with whole numbers past 2^53', () => {
  it.each([
    ['7312345678901234561', '7312345678901234561'],
    ['-9007199254740993', '-9007199254740993'],
    ['9007199254740991', 9007199254740991],
    [
      '{"a":[7312345678901234561,1],"b":"7312345678901234561 \\"9007199254740993"}',
      { a: ['7312345678901234561', 1], b: '7312345678901234561 "9007199254740993' },
    ],
    ['1234567890123456789.5', Number('1234567890123456789.5')],
    ['12345678901234567890e3', Number('12345678901234567890e3')],
  ])('keeps them as they are written: %s', (json, value) => {
    expect(parseExact(json)).toEqual(value);
  });

  it('refuses what is none, however long', () => {
    expect(() => parseExact(`"${'\\"'.repeat(100_000)}`)).toThrow(SyntaxError);
  });
});
