import type { FigureCandidate, FigureVerdict } from '../encode/figure.ts';
import type { OwnedSum, SumProposal } from '../relate/sum.ts';
import { askSums, toCandidates } from './candidate.ts';
import type { Scene } from './scene.ts';

/**
 * The sums that are investments of projects, and whose: what `judge` finds at least so sure, all told. What the rules say of a sum is one
 * of the things that it looks at.
 */
export async function judgeSums(
  scene: Scene,
  proposals: readonly SumProposal[],
  judge: (candidates: readonly FigureCandidate[]) => Promise<readonly FigureVerdict[]>,
  least: number,
): Promise<OwnedSum[]> {
  const verdicts = await judge(toCandidates(scene, askSums(proposals)));
  return proposals.flatMap(({ amount }, i) => {
    const { told, owner } = verdicts[i] as FigureVerdict;
    if (owner === undefined || scene.subjects[owner.entity]?.type !== 'Project') return [];
    const belief = told * owner.share;
    return belief < least ? [] : [{ entity: owner.entity, amount, belief }];
  });
}
