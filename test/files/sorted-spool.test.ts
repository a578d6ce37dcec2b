import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedSpool } from '../../src/files/sorted-spool.ts';

const value = fc.record({ text: fc.string({ unit: 'binary' }), many: fc.array(fc.string()) });

function spooled<T>(entries: readonly (readonly [string, T])[], held: number): SortedSpool<T> {
  const spool = new SortedSpool<T>(held);
  for (const [key, one] of entries) spool.add(key, one);
  return spool;
}

describe('a sorted spool', () => {
  it('gives values in the order of their keys, those of one key as they came, whatever went to the disk', () => {
    const entries = fc.array(
      fc.tuple(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('一', '\n', '𠮷', '（')), value),
    );
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 400 }), (given, held) => {
        const spool = spooled(given, held);
        const sorted = [...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
        expect([...spool]).toEqual(sorted);
        expect([...spool]).toEqual(sorted);
        spool.close();
      }),
    );
  });

  it('is gone through at several places at the same time', () => {
    const spool = spooled(
      [...'秋樱路晨星科技'].map((key) => [key, key] as const),
      10,
    );
    const one = spool[Symbol.iterator]();
    const other = [...spool];
    expect(other.length).toBe(7);
    expect([...one]).toEqual(other);
    spool.close();
  });

  it('holds values that are larger than what is read at once', () => {
    const long = '长'.repeat(300_000);
    const spool = spooled([['b', long] as const, ['a', '短'] as const, ['c', `${long}。`] as const], 100);
    expect([...spool].map(({ length }) => length)).toEqual([1, 300_000, 300_001]);
    spool.close();
  });
});
