/** What the interface says where people judge. */
export interface ReviewWords {
  readonly title: string;
  readonly hint: string;
  readonly keys: string;
  readonly doubts: string;
  readonly made: string;
  readonly none: string;
  readonly noneMade: string;
  readonly notOffered: string;
  readonly noRight: (role: 'reader' | 'reviewer' | 'editor') => string;
  readonly say: Readonly<Record<'same' | 'different' | 'unsure' | 'wrong', string>>;
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
  readonly wrong: string;
  readonly wrongValue: (value: string) => string;
  readonly how: string;
  readonly goes: Readonly<Record<'entity' | 'relation' | 'value', string>>;
  readonly rightName: string;
  readonly rightType: string;
  readonly rightRelation: string;
  readonly rightValue: string;
  readonly inYuan: string;
  readonly record: string;
  readonly noWay: (right: string | undefined) => string;
}

/** A difference with its sign: +3, −2. */
export function signed(number: number): string {
  return `${number > 0 ? '+' : '−'}${Math.abs(number)}`;
}
