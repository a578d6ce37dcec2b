import type { FigureCandidate, FigureVerdict } from '../encode/figure.ts';
import type { OwnedSum, SumProposal } from '../relate/sum.ts';
import { askSums, toCandidates } from './candidate.ts';
import type { Scene } from './scene.ts';
import { type Certainty, decide } from './verdict.ts';

/** The sums that are investments of projects, and whose: what `judge` is sure enough of. */
export async function judgeSums(
  scene: Scene,
  proposals: readonly SumProposal[],
  judge: (candidates: readonly FigureCandidate[]) => Promise<readonly FigureVerdict[]>,
  least: Certainty,
): Promise<OwnedSum[]> {
  const verdicts = await judge(toCandidates(scene, askSums(proposals)));
  return proposals.flatMap(({ amount, entity }, i) => {
    const own = decide(verdicts[i] as FigureVerdict, { entity }, least);
    const isOfProject = own !== undefined && scene.subjects[own.entity]?.type === 'Project';
    return isOfProject ? [{ ...own, amount }] : [];
  });
}
