import type { Document } from '../../model/article.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Span } from '../../model/span.ts';
import type { FigureCandidate, FigureVerdict } from '../encode/figure.ts';
import { askFigures, toCandidates } from './candidate.ts';
import { type Proposal, proposeIndicators } from './proposal.ts';
import { Scene, type Subject } from './scene.ts';
import { type Certainty, decide } from './verdict.ts';

/** A figure of an entity by index, and the run of the cleaned text that says it. */
export interface IndicatorFact extends Indicator, Span {
  readonly entity: number;
  readonly rule: string;
  /** How sure the verdict is of it and of whose it is, 0..1. */
  readonly belief: number;
}

/**
 * The figures that the guideline of indicators speaks of, whose they are, and when they hold.
 *
 * Numbers, units, periods and measures are read by grammar, and rules say whose they may be and whether they are to be; `judge` is the
 * model, which decides whether that is a figure of a thing at all, and whose it is.
 */
export async function findIndicators(
  document: Document,
  subjects: readonly Subject[],
  judge: (candidates: readonly FigureCandidate[]) => Promise<readonly FigureVerdict[]>,
  least: Certainty,
): Promise<IndicatorFact[]> {
  const scene = new Scene(document, subjects);
  const proposals = proposeIndicators(scene);
  return judgeIndicators(proposals, await judge(toCandidates(scene, askFigures(proposals))), least);
}

/** The figures that verdicts let stand, one verdict for each proposal; what is of nothing that the document names is left out. */
export function judgeIndicators(
  proposals: readonly Proposal[],
  verdicts: readonly FigureVerdict[],
  least: Certainty,
): IndicatorFact[] {
  return fullest(
    proposals.flatMap((proposal, i) => {
      const { isOfPart, entity, reading } = proposal;
      const ruled = {
        entity: isOfPart ? undefined : entity,
        isFixed: reading.owner !== undefined,
        isBare: reading.isBare ?? false,
      };
      const own = decide(verdicts[i] as FigureVerdict, ruled, least);
      return own === undefined ? [] : [{ proposal, fact: toFact(proposal, own.entity, own.belief) }];
    }),
  );
}

function toFact({ reading, at, planned }: Proposal, entity: number, belief: number): IndicatorFact {
  const { name, figure, unit, growth, product, start, end, rule } = reading;
  return {
    ...{ entity, name, unit, planned, belief, start, end, rule },
    ...(figure === undefined ? {} : { value: figure.value }),
    ...(growth === undefined ? {} : { growth }),
    ...(at?.period === undefined ? {} : { period: at.period }),
    ...(figure?.bound === undefined ? {} : { bound: figure.bound }),
    ...(product === undefined ? {} : { product }),
  };
}

interface Found {
  readonly proposal: Proposal;
  readonly fact: IndicatorFact;
}

/** Of a figure told several times the fullest statement; of firms those of one kind only where no wider number stands beside. */
function fullest(found: readonly Found[]): IndicatorFact[] {
  const kept = new Map<string, Found>();
  const weight = ({ fact: { growth, period, product, end, start } }: Found) =>
    (growth === undefined ? 0 : 4) +
    (period === undefined ? 0 : 2) +
    (product === undefined ? 0 : 1) +
    (end - start) / 1000;
  for (const each of found) {
    const { entity, name, value, growth, unit } = each.fact;
    const key = `${entity} ${name} ${value ?? `+${growth}`} ${value === undefined ? '' : unit}`;
    const known = kept.get(key);
    if (known === undefined || weight(each) > weight(known)) kept.set(key, each);
  }
  const list = [...kept.values()].sort((a, b) => a.fact.start - b.fact.start);
  const keyOf = ({ fact: { entity, name, planned } }: Found) => `${entity} ${name} ${planned}`;
  const widest = new Map<string, number>();
  for (const each of list)
    if (!each.proposal.reading.isOfKind)
      widest.set(keyOf(each), Math.max(widest.get(keyOf(each)) ?? 0, each.fact.value ?? 0));
  return list
    .filter(
      (each) => !each.proposal.reading.isOfKind || (each.fact.value ?? 0) >= (widest.get(keyOf(each)) ?? 0),
    )
    .map(({ fact }) => fact);
}
