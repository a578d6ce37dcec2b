import { describe, expect, it } from 'vitest';
import { BAND_PARAMETERS, BANDS, bandOf, LEAST } from '../../src/model/certainty.ts';

describe('bands of certainty', () => {
  it('follow one another down to nothing, and stand for what a statement may ask by', () => {
    const least = BANDS.map((band) => LEAST[band]);
    expect(least).toEqual([...least].sort((a, b) => b - a));
    expect(least.at(-1)).toBe(0);
    expect(BAND_PARAMETERS).toEqual({ certain: LEAST.certain, likely: LEAST.likely });
  });

  it('begin where they are said to, on a thousandth: a rounded confidence falls into the same', () => {
    for (const band of BANDS) {
      expect(bandOf(LEAST[band])).toBe(band);
      expect(LEAST[band] * 1000).toBeCloseTo(Math.round(LEAST[band] * 1000), 9);
    }
    expect(bandOf(LEAST.certain - 0.0001)).toBe('likely');
    expect(bandOf(LEAST.likely - 0.0001)).toBe('doubtful');
    expect(bandOf()).toBe('certain');
  });
});
