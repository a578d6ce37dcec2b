import { describe, expect, it } from 'vitest';
import { entryOf, itemAt, MissingError } from '../../../web/base/must.ts';

describe('what cannot be missing', () => {
  it('is given where it is', () => {
    expect(itemAt(Float64Array.of(0, 1), 0)).toBe(0);
    expect(itemAt(['', 'b'], 0)).toBe('');
    expect(entryOf(new Map([['a', 0]]), 'a')).toBe(0);
  });

  it.each([
    ['a position outside', () => itemAt(['a'], 1), 'position 1 of a list of 1'],
    ['no position', () => itemAt(['a'], -1), 'position -1 of a list of 1'],
    ['an unknown key', () => entryOf(new Map([['a', 0]]), 'b'), '"b" in a table of 1'],
  ])('says what broke where it is not: %s', (_, ask, message) => {
    expect(ask).toThrow(MissingError);
    expect(ask).toThrow(message);
  });
});
