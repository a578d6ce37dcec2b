import { type Fact, OF_PHASE } from '../../model/entity.ts';
import { lastEndingBy } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';
import { type Amount, findAmounts } from './amount.ts';
import type { LinkedDocument, Placed } from './linked-document.ts';
import type { ProjectScene } from './project-scene.ts';

/** A sum of money, and whose investment it is by rule, before it is judged. */
export interface SumProposal {
  readonly amount: Amount;
  /** The sentence that tells it, by index. */
  readonly sentence: number;
  /** The project, by index; absent where no rule finds one. */
  readonly entity?: number;
}

/** A sum that is the investment of an entity, by its index, and how sure that is, 0..1. */
export interface OwnedSum {
  readonly entity: number;
  readonly amount: Amount;
  readonly belief: number;
}

type Investment = Omit<Fact, 'name' | 'quote' | 'confidence'> & {
  readonly entity: number;
  readonly name: 'investment';
  readonly belief: number;
};

/** Every sum of a document that may be an investment, in text order. */
export function proposeSums(scenes: readonly ProjectScene[]): SumProposal[] {
  return scenes.flatMap(({ linked, sentence, projects, carried, focus }, i) =>
    findAmounts(linked.text, sentence).map((amount) => {
      const project =
        projectOfAmount(linked, projects, amount, sentence) ??
        (carriesOn(linked, amount, sentence) ? (focus ?? carried) : undefined);
      return { amount, sentence: i, ...(project === undefined ? {} : { entity: project.entity }) };
    }),
  );
}

/**
 * The statements of investment. The sum of a phase is no more than a bound of the whole, which costs at least so much. Where the article
 * knows the project by its phase alone (晨星电池项目二期), its one sum is the project's own; its rule says that it is of a phase.
 */
export function toInvestments(
  sums: readonly OwnedSum[],
  isPhaseItself: (entity: number) => boolean,
): Investment[] {
  const count = new Map<number, number>();
  for (const { entity } of sums) count.set(entity, (count.get(entity) ?? 0) + 1);
  return sums.map(({ entity, belief, amount: { role: _, isPhase, ...sum } }): Investment => {
    const { start, end, currency, bound, value, min = value } = sum;
    const stated = { entity, name: 'investment', belief, start, end } as const;
    const isBound = isPhase && !(count.get(entity) === 1 && isPhaseItself(entity));
    if (min === undefined && (isBound || sum.max === undefined))
      return { ...stated, rule: 'amount/set-aside' };
    if (!isBound || min === undefined)
      return { ...stated, ...sum, rule: isPhase ? OF_PHASE : 'amount/investment' };
    const least = { min, bound: bound === 'over' ? bound : ('atLeast' as const) };
    return { ...stated, ...least, ...(currency === undefined ? {} : { currency }), rule: OF_PHASE };
  });
}

const NEAR = 30;
/** What may stand between a sum and the project that it is spent on. */
const LEADS_ON = /^(?:的|,|建设|投资|兴建|打造|在[^,。;]{0,12}|启动|追加)?[^,。;、]{0,16}$/u;

function projectOfAmount(
  linked: LinkedDocument,
  projects: readonly Placed[],
  amount: Amount,
  sentence: Span,
): Placed | undefined {
  const near = { start: amount.end, end: Math.min(sentence.end, amount.end + NEAR + 1) };
  const after = linked.within(near, 'Project').find(({ start }) => {
    const gap = linked.text.slice(amount.end, start);
    return LEADS_ON.test(gap) && !/[,。;]/u.test(gap);
  });
  const attributive = linked.text[amount.end] === '的';
  if (after && (attributive || amount.role !== '')) return after;
  const before = lastEndingBy(projects, amount.start);
  if (
    before &&
    amount.role !== '' &&
    amount.start - before.end < 60 &&
    !/\d(?:余|多)?个/u.test(linked.text.slice(before.end, amount.start))
  )
    return before;
  return after && amount.start - sentence.start >= 0 && after.start - amount.end < 8 ? after : undefined;
}

/** Whether a sum in a sentence without a project's name speaks of the project last named. */
function carriesOn(linked: LinkedDocument, amount: Amount, sentence: Span): boolean {
  const clause = linked.text.slice(Math.max(sentence.start, amount.start - 12), amount.start);
  return /(?:该|此)?项目(?:计划)?$/u.test(clause) && amount.role !== '';
}
