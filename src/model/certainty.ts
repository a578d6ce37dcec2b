/** How sure something is that articles are made to say, the surest first. */
export const BANDS = ['certain', 'likely', 'doubtful'] as const;

export type Band = (typeof BANDS)[number];

/**
 * The least confidence, 0..1, of what belongs to a band; three decimals at most, so that a rounded confidence falls into the same
 * one. The one place where they are set.
 */
export const LEAST: Readonly<Record<Band, number>> = { certain: 0.95, likely: 0.7, doubtful: 0 };

/** The band of a confidence; what has none comes from a public list, or was never in question. */
export function bandOf(confidence = 1): Band {
  return BANDS.find((band) => confidence >= LEAST[band]) ?? 'doubtful';
}

/** What every statement may ask by: `$certain` and `$likely`, the least confidence of a band, as in `WHERE r.confidence >= $likely`. */
export const BAND_PARAMETERS: Readonly<Record<Exclude<Band, 'doubtful'>, number>> = {
  certain: LEAST.certain,
  likely: LEAST.likely,
};
