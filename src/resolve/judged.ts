import type { Entity } from '../model/entity.ts';
import type { Judgement, NamedThing, PairJudgement } from '../model/judgement.ts';
import { normaliseForm } from '../names/normalise.ts';
import { type Kind, kindOf } from './rules.ts';

/** Which side of which judged pairs a reference is, by the judgement's id. */
export type Marks = ReadonlyMap<string, 'left' | 'right'>;

const NONE: Marks = new Map();

interface Side {
  readonly pair: PairJudgement;
  readonly side: 'left' | 'right';
  readonly thing: NamedThing;
}

/** The judged pairs, found by the names of an entity. */
export class JudgedPairs {
  private readonly byName = new Map<string, Side[]>();
  private readonly pairs = new Map<string, PairJudgement>();

  constructor(judgements: readonly Judgement[] = []) {
    for (const pair of judgements) {
      if (!('left' in pair)) continue;
      this.pairs.set(pair.id, pair);
      for (const side of ['left', 'right'] as const) {
        const thing = pair[side];
        const key = keyOf(kindOf(thing.type), thing.name);
        this.byName.set(key, [...(this.byName.get(key) ?? []), { pair, side, thing }]);
      }
    }
  }

  /** The marks of an entity of a document with these articles. Where both sides fit, the one that names the article does. */
  marksOf(kind: Kind, entity: Entity, articles: readonly { readonly id: string }[]): Marks {
    if (this.byName.size === 0) return NONE;
    const marks = new Map<string, 'left' | 'right'>();
    for (const form of [entity.name, ...entity.aliases])
      for (const { pair, side, thing } of this.byName.get(keyOf(kind, form)) ?? []) {
        const { article } = thing;
        if (article !== undefined && !articles.some(({ id }) => id === article)) continue;
        if (!marks.has(pair.id) || article !== undefined) marks.set(pair.id, side);
      }
    return marks.size === 0 ? NONE : marks;
  }

  /** Whether a judgement is on these two names. */
  isJudged(kind: Kind, a: string, b: string): boolean {
    return (this.byName.get(keyOf(kind, a)) ?? []).some(
      ({ pair, side }) => normaliseForm(pair[side === 'left' ? 'right' : 'left'].name) === normaliseForm(b),
    );
  }

  find(id: string): PairJudgement | undefined {
    return this.pairs.get(id);
  }

  verdict(id: string): PairJudgement['say'] | undefined {
    return this.pairs.get(id)?.say;
  }
}

/** The judgements of which `a` is one side and `b` the other. */
export function opposite(a: Iterable<Marks>, b: readonly Marks[]): string[] {
  const found = new Set<string>();
  for (const marks of a)
    for (const [id, side] of marks)
      if (b.some((other) => other.has(id) && other.get(id) !== side)) found.add(id);
  return [...found].sort();
}

function keyOf(kind: Kind, name: string): string {
  return `${kind}\n${normaliseForm(name)}`;
}
