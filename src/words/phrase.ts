/**
 * How a message is said in English, as the source has it, and in Chinese. `{}` stands for what is filled in, in both in the same
 * order; where Chinese turns it round, `{1}` is the first and `{2}` the second.
 */
export type Phrase = readonly [en: string, zh: string];
