import type { RecordedAnswer } from '../../src/contract/review.ts';
import type { Judgement, Unsigned } from '../../src/model/judgement.ts';
import { api } from '../api/client.ts';
import { loadGraph } from './load.ts';
import { type State, useExplorer } from './store.ts';

/** A judgement before it is signed. */
export type UnsignedJudgement =
  Unsigned<Judgement> extends infer T ? (T extends unknown ? Omit<T, 'by'> : never) : never;

const { setState: set, getState: get } = useExplorer;

/** Whether the reader may judge. */
export function mayJudge({ rights }: Pick<State, 'rights'>): boolean {
  return rights?.offered === true && rights.role !== 'reader';
}

/** Ask what the reader may do; a server that does not answer is told of where the graph is. */
export async function loadRights(): Promise<void> {
  set({ rights: await api.rights().catch(() => undefined) });
}

/** Record a judgement under the reader's name and draw the graph as it is then. `why` empty is none. */
export function judge(said: UnsignedJudgement, why: string): Promise<void> {
  const reason = why.trim();
  const judgement = { ...said, by: get().by.trim(), ...(reason === '' ? {} : { why: reason }) };
  return follow(api.judge(judgement as Parameters<typeof api.judge>[0]), true);
}

/** Take a judgement back and draw the graph as it was without it. */
export function takeBack(id: string): Promise<void> {
  return follow(api.takeBack(id, get().by.trim()), false);
}

/** @throws {RequestError} when nothing was recorded. */
async function follow(recording: Promise<RecordedAnswer>, isReversible: boolean): Promise<void> {
  const before = get().graph?.counts;
  const { lines, changed } = await recording;
  await loadGraph();
  const after = get().graph?.counts;
  if (!before || !after) return;
  const id = isReversible ? lines[0]?.id : undefined;
  set({ outcome: { id, before, after, changed: changed.nodes + changed.relationships } });
}
