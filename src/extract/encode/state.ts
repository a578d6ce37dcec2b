import { join } from 'node:path';
import type { SegmentedDocument } from '../../model/article.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';
import type { Encoding } from './encoder.ts';
import { NEAR, sentencesOf } from './pair.ts';
import { openGraph } from './session.ts';

/** How far a project has come, as its mentions tell together, or nothing. */
export type StateReader = (
  document: SegmentedDocument,
  encoding: Encoding,
  mentions: readonly Span[],
) => Promise<ProjectStatus | undefined>;

/** Load the graph of states from a model's folder; a state is told whose score lies more than `least` above that of none. */
export async function createStateReader(folder: string, least: number): Promise<StateReader> {
  const graph = await openGraph(join(folder, 'states.onnx'));
  return async ({ text, sentences }, { vectors, width }, mentions) => {
    if (mentions.length === 0) return undefined;
    const sentence = sentencesOf(text.length, sentences);
    const around = mentions.flatMap(({ start, end }) => [
      ...[sentence.indexOf(sentence[start] ?? 0), sentence.lastIndexOf(sentence[start] ?? 0) + 1],
      ...[Math.max(0, start - NEAR), start],
      ...[end, Math.min(text.length, end + NEAR)],
    ]);
    const { scores } = await graph.run({
      vectors: { data: vectors, shape: [text.length, width] },
      mentions: {
        data: Int32Array.from(mentions.flatMap(({ start, end }) => [start, end])),
        shape: [mentions.length, 2],
      },
      around: { data: Int32Array.from(around), shape: [mentions.length, 3, 2] },
    });
    if (!scores) return undefined;
    const states = [undefined, ...PROJECT_STATUSES];
    const totals = states.map((_, s) => {
      const own = mentions.map((_, i) => scores[i * states.length + s] ?? 0);
      const top = Math.max(...own);
      const total = top + Math.log(own.reduce((sum, score) => sum + Math.exp(score - top), 0));
      return s === 0 ? total + least : total;
    });
    return states[totals.indexOf(Math.max(...totals))];
  };
}
