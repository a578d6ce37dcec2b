import type { Document } from '../../model/article.ts';
import type { FigureCandidate, FigureVerdict } from '../encode/figure.ts';
import type { OwnedSum, SumProposal } from '../relate/sum.ts';
import { askSums, toCandidates } from './candidate.ts';
import { Scene, type Subject } from './scene.ts';
import { type Certainty, decide } from './verdict.ts';

/** The sums that are investments of projects, and whose: what `judge` is sure enough of. */
export async function judgeSums(
  document: Document,
  subjects: readonly Subject[],
  proposals: readonly SumProposal[],
  judge: (candidates: readonly FigureCandidate[]) => Promise<readonly FigureVerdict[]>,
  least: Certainty,
): Promise<OwnedSum[]> {
  const isProject = (entity: number) => subjects[entity]?.type === 'Project';
  if (proposals.length === 0 || !subjects.some((_, i) => isProject(i))) return [];
  const verdicts = await judge(toCandidates(new Scene(document, subjects), askSums(proposals)));
  return proposals.flatMap(({ amount, entity }, i) => {
    const own = decide(verdicts[i] as FigureVerdict, { entity }, least);
    return own !== undefined && isProject(own.entity) ? [{ ...own, amount }] : [];
  });
}
