/** What reads articles: rules with linear models over what they find, or the trained encoder. */
export const READERS = ['rules', 'encoder'] as const;

export type ReaderKind = (typeof READERS)[number];
