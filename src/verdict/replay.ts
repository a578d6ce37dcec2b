import type {
  Contradiction,
  Judgement,
  JudgementLine,
  NamedThing,
  PairJudgement,
  Standing,
} from '../model/judgement.ts';

/**
 * What stands of a log of judgements, oldest line first: what was undone is gone, and of two that cannot both be, the newer
 * stands and the older is reported: another verdict on the same thing, or `same` of names that chains of `same` and a
 * `different` keep apart.
 */
export function replay(lines: readonly JudgementLine[]): Standing {
  const contradictions: Contradiction[] = [];
  const alive = new Map<string, Judgement>();
  for (const line of lines) {
    if (line.say !== 'undo') {
      // Said again, it is as new as its last saying.
      alive.delete(line.id);
      alive.set(line.id, line);
    } else if (!alive.delete(line.of)) contradictions.push({ dropped: line });
  }
  const newest = new Map<string, Judgement>();
  const classes = new Classes();
  const judgements: Judgement[] = [];
  for (const judgement of [...alive.values()].reverse()) {
    const subject = subjectOf(judgement);
    const kept = newest.get(subject) ?? (isPair(judgement) ? classes.against(judgement) : undefined);
    if (kept === undefined) {
      newest.set(subject, judgement);
      if (isPair(judgement)) classes.add(judgement);
      judgements.push(judgement);
    } else if (meaningOf(kept) !== meaningOf(judgement)) contradictions.push({ kept, dropped: judgement });
  }
  return { judgements: judgements.sort((a, b) => (a.id < b.id ? -1 : 1)), contradictions };
}

function isPair(judgement: Judgement): judgement is PairJudgement {
  return 'left' in judgement;
}

function thingKey({ type, name, article }: NamedThing): string {
  return [type === 'Official' || type === 'Executive' ? 'Person' : type, name, article ?? ''].join('\n');
}

/** What a judgement is about: two on one subject rule each other out. */
function subjectOf(judgement: Judgement): string {
  if (isPair(judgement))
    return ['pair', ...[judgement.left, judgement.right].map(thingKey).sort()].join('\n');
  if (judgement.say === 'article') return ['article', judgement.article, judgement.property ?? ''].join('\n');
  if (judgement.say === 'add') {
    const { from, relation, to, article, quote } = judgement;
    return ['add', thingKey(from), relation, thingKey(to), article, quote].join('\n');
  }
  const { what } = judgement;
  if (what === 'relation')
    return [what, thingKey(judgement.from), judgement.relation, thingKey(judgement.to)].join('\n');
  const value = what === 'value' ? [judgement.fact, String(judgement.value)] : [];
  return [what, thingKey(judgement.of), ...value].join('\n');
}

function meaningOf(judgement: Judgement): string {
  // What is right is another verdict than any that puts something in its place.
  if (isPair(judgement) || judgement.say === 'right') return judgement.say;
  if (judgement.say === 'add') return judgement.title ?? '';
  const right = String(judgement.right ?? '');
  if (judgement.say === 'article' || judgement.what !== 'relation') return right;
  const ends = [judgement.rightFrom, judgement.rightTo];
  return [right, ...ends.map((end) => (end === undefined ? '' : thingKey(end)))].join('\n');
}

/** Names joined by `same`, and the pairs of classes that a `different` keeps apart. */
class Classes {
  private readonly parent = new Map<string, string>();
  private readonly apart: PairJudgement[] = [];
  private readonly together: PairJudgement[] = [];

  /** A standing judgement that rules this one out. */
  against(judgement: PairJudgement): PairJudgement | undefined {
    const { say, left, right } = judgement;
    const [a, b] = [this.root(left), this.root(right)];
    if (say === 'different' && a === b) return this.together.find((one) => this.root(one.left) === a);
    if (say !== 'same') return undefined;
    return this.apart.find((one) => {
      const [x, y] = [this.root(one.left), this.root(one.right)];
      return (x === a && y === b) || (x === b && y === a);
    });
  }

  add(judgement: PairJudgement): void {
    if (judgement.say === 'different') this.apart.push(judgement);
    if (judgement.say !== 'same') return;
    this.together.push(judgement);
    this.parent.set(this.root(judgement.left), this.root(judgement.right));
  }

  private root(thing: NamedThing): string {
    let at = thingKey(thing);
    for (let up = this.parent.get(at); up !== undefined && up !== at; up = this.parent.get(at)) at = up;
    return at;
  }
}
