import type { EntityType } from './entity.ts';

/** A division of the administration. `code` is the six-digit GB/T 2260 code; `parent` the code above, absent for a province. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
  readonly parent?: string;
}

/**
 * A zone of a public list. `kind`: 经开 高新 综保 保税 新区 自贸 自创 合作 临空 农高 旅游 园区 …; `level`: 国家 or 省, absent where
 * the list does not say. `place` is a division's code.
 */
export interface ListedZone {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level?: string;
  readonly kind: string;
  readonly place: string;
  /** File and row that says it, such as `seeds/zones.csv:12`. */
  readonly origin: string;
}

/** A body of the national government, with the short names that are its own or, without a place in front, every place's. */
export interface NationalBody {
  readonly name: string;
  readonly short: readonly string[];
}

/** A listed company by its short name, and its full one where the list has it. */
export interface ListedFirm {
  readonly name: string;
  readonly full?: string;
}

/** A great firm by the name that it is spoken of by most, and its other ones. */
export interface House {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name that the user watches. */
export interface LexiconEntry {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
}

/** What we know before reading: parsed and checked once from `seeds/`, then passed in. */
export interface Seeds {
  readonly surnames: ReadonlySet<string>;
  readonly divisions: readonly Division[];
  readonly zones: readonly ListedZone[];
  /** One-column lists by name of file: `titles-company`, `industries`, … each word once, longest first. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Short names of listed companies that articles are read with. */
  readonly companies: ReadonlySet<string>;
  /** Listed companies as names are joined by them: a longer list, which the model has not learnt with. */
  readonly firms: readonly ListedFirm[];
  readonly houses: readonly House[];
  readonly bodies: readonly NationalBody[];
  readonly lexicon: readonly LexiconEntry[];
}
