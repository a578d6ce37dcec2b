import { present } from '../../model/assert.ts';
import type { Span } from '../../model/span.ts';
import type { Encoding } from './encoder.ts';
import { type Input, openGraph } from './session.ts';

/** Where the text speaks of a thing that a figure may be of: by name, or by a word that stands for it. */
export interface FigurePlace extends Span {
  /** The thing, by index. */
  readonly entity: number;
  /** What is known of it beside its words, in the order that the model learnt. */
  readonly known: readonly number[];
  /** The characters between it and the figure. */
  readonly between: Span;
}

/** A figure as the model sees it: the number, what is known of it, the words around it, and what it may be of. */
export interface FigureCandidate extends Span {
  readonly known: readonly number[];
  readonly around: readonly Span[];
  readonly places: readonly FigurePlace[];
}

/** What the model says of a figure: whether it is told at all, 0..1, and what it is most likely of with how large a share; of nothing where nothing is named near. */
export interface FigureVerdict {
  readonly told: number;
  readonly owner?: { readonly entity: number; readonly share: number } | undefined;
}

/** Judges the figures of a document. */
export type FigureReader = (
  length: number,
  encoding: Encoding,
  candidates: readonly FigureCandidate[],
) => Promise<FigureVerdict[]>;

/** So many figures are judged at once. */
const AT_ONCE = 50;
/** Likelihoods are told to a hundredth, so that the last digits of a machine never decide. */
const STEPS = 100;

const flat = (spans: readonly Span[]): number[] => spans.flatMap(({ start, end }) => [start, end]);
const rows = (values: readonly number[], ...shape: number[]): Input => ({
  data: Int32Array.from(values),
  shape,
});
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const rounded = (x: number): number => Math.round(x * STEPS) / STEPS;

/** Load a graph that judges figures, or sums. */
export async function createFigureReader(file: string): Promise<FigureReader> {
  const graph = await openGraph(file);
  return async (length, { vectors, width }, candidates) => {
    const verdicts = new Map<FigureCandidate, FigureVerdict>();
    // A figure near which nothing is named is of nothing, whatever is judged beside it.
    const owned = candidates.filter(({ places }) => places.length > 0);
    for (let from = 0; from < owned.length; from += AT_ONCE) {
      const part = owned.slice(from, from + AT_ONCE);
      const places = part.flatMap((figure) => figure.places);
      const scores = await graph.run({
        vectors: { data: vectors, shape: [length, width] },
        figures: rows(flat(part), part.length, 2),
        figure_known: rows(
          part.flatMap(({ known }) => known),
          part.length,
          part[0]?.known.length ?? 0,
        ),
        figure_around: rows(
          part.flatMap(({ around }) => flat(around)),
          part.length,
          part[0]?.around.length ?? 0,
          2,
        ),
        of: rows(
          part.flatMap((figure, i) => figure.places.map(() => i)),
          places.length,
        ),
        places: rows(flat(places), places.length, 2),
        known: rows(
          places.flatMap(({ known }) => known),
          places.length,
          places[0]?.known.length ?? 0,
        ),
        between: rows(flat(places.map(({ between }) => between)), places.length, 1, 2),
      });
      const [told, owner] = [present(scores.told, 'told'), present(scores.owner, 'owner')];
      let at = 0;
      for (const [i, figure] of part.entries()) {
        const own = owner.subarray(at, at + figure.places.length);
        at += own.length;
        verdicts.set(figure, {
          told: rounded(sigmoid(told[i] ?? 0)),
          owner: likeliest(figure.places, own),
        });
      }
    }
    return candidates.map((figure) => verdicts.get(figure) ?? { told: 0 });
  };
}

/** The thing with the largest share of what all places and none weigh together. */
function likeliest(
  places: readonly FigurePlace[],
  scores: Float32Array,
): { entity: number; share: number } | undefined {
  const top = Math.max(0, ...scores);
  const shares = new Map<number, number>();
  let all = Math.exp(-top);
  for (const [k, { entity }] of places.entries()) {
    const weight = Math.exp((scores[k] ?? 0) - top);
    all += weight;
    shares.set(entity, (shares.get(entity) ?? 0) + weight);
  }
  const [best] = [...shares].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best && { entity: best[0], share: rounded(best[1] / all) };
}
