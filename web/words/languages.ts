import { en } from './en.ts';
import type { Locale, Words } from './words.ts';
import { zh } from './zh.ts';

/** Everything that the interface says, by language. */
export const WORDS: Readonly<Record<Locale, Words>> = { zh, en };
