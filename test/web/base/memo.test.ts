import { describe, expect, it } from 'vitest';
import { memo } from '../../../web/base/memo.ts';

describe('what is remembered', () => {
  it('is the same object for the same arguments, and made anew for others', () => {
    const pair = memo((a: unknown, b?: unknown) => ({ a, b }));
    const first = pair('x', 1);
    expect(pair('x', 1)).toBe(first);
    expect(pair('x', 2)).toEqual({ a: 'x', b: 2 });
    expect(pair('x', 1)).not.toBe(first);
    expect(pair('x')).toEqual({ a: 'x', b: undefined });
  });

  it('is as many answers as are kept, those asked for last', () => {
    let made = 0;
    const count = memo((_: string) => made++, 2);
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map((name) => count(name))).toEqual([0, 1, 0, 2, 0, 3]);
  });

  it('is nothing of what throws', () => {
    let isWell = false;
    const risky = memo((_: string) => {
      if (!isWell) throw new Error('not yet');
      return 'well';
    });
    expect(() => risky('a')).toThrow('not yet');
    isWell = true;
    expect(risky('a')).toBe('well');
  });
});
