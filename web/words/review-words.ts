import type { ArticleProperty } from '../../src/model/judgement.ts';

/** What the interface says where people judge. */
export interface ReviewWords {
  /** While the pairs are looked for, which takes seconds in a large graph. */
  readonly seeking: string;
  readonly title: string;
  readonly hint: string;
  readonly keys: string;
  readonly doubts: string;
  readonly unsure: string;
  readonly noneUnsure: string;
  readonly made: string;
  readonly none: string;
  readonly noneMade: string;
  readonly notOffered: string;
  readonly noRight: (role: 'reader' | 'reviewer' | 'editor') => string;
  readonly say: Readonly<
    Record<'same' | 'different' | 'unsure' | 'right' | 'wrong' | 'add' | 'article', string>
  >;
  readonly isOne: string;
  readonly otherThing: string;
  readonly areOne: string;
  readonly areTwo: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly score: string;
  readonly by: string;
  readonly byFirst: string;
  readonly why: string;
  readonly takeBack: string;
  readonly takenBack: (by: string) => string;
  readonly overruled: string;
  readonly givesWay: string;
  readonly changed: (entities: number, relations: number, records: number) => string;
  readonly isRight: string;
  readonly valueIsRight: (value: string) => string;
  readonly wrong: string;
  readonly wrongValue: (value: string) => string;
  readonly how: string;
  readonly goes: Readonly<Record<'entity' | 'relation' | 'value' | 'article', string>>;
  readonly rightName: string;
  readonly rightType: string;
  readonly rightRelation: string;
  readonly rightValue: string;
  readonly inYuan: string;
  readonly record: string;
  readonly addRelation: string;
  readonly quote: string;
  readonly pickQuote: string;
  readonly noQuote: string;
  readonly noEnds: string;
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly otherStart: string;
  readonly otherEnd: string;
  readonly byName: string;
  readonly chooseAnew: string;
  readonly wrongArticle: string;
  readonly ofArticle: Readonly<Record<ArticleProperty, string>>;
  readonly dateHint: string;
  readonly noWay: (right: string | undefined) => string;
}

/** A difference with its sign: +3, −2. */
export function signed(number: number): string {
  return `${number > 0 ? '+' : '−'}${Math.abs(number)}`;
}
