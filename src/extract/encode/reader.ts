import { join } from 'node:path';
import type { Seeds } from '../../model/seeds.ts';
import { type Card, readCard } from './card.ts';
import { createEncoder, type Encoder } from './encoder.ts';
import { createFigureReader, type FigureReader } from './figure.ts';
import { createLinkScorer, type LinkScorer } from './link.ts';
import { createRelationScorer, type RelationScorer } from './relation.ts';
import { createStateReader, type StateReader } from './state.ts';

/** The parts of a trained model. */
export interface Reader {
  readonly card: Card;
  /** @internal */
  readonly encode: Encoder;
  /** @internal */
  readonly score: RelationScorer;
  /** @internal */
  readonly stateOf: StateReader;
  /** @internal */
  readonly linksOf: LinkScorer;
  /** @internal */
  readonly judge: FigureReader;
  /** @internal */
  readonly judgeSum: FigureReader;
}

/** Load the model of a folder, once for a process. */
export async function openReader(folder: string, seeds: Seeds): Promise<Reader> {
  const card = readCard(folder);
  return {
    card,
    encode: await createEncoder(folder, seeds),
    score: await createRelationScorer(folder),
    stateOf: await createStateReader(folder, card.thresholds.state),
    linksOf: await createLinkScorer(folder),
    judge: await createFigureReader(join(folder, 'figures.onnx')),
    judgeSum: await createFigureReader(join(folder, 'sums.onnx')),
  };
}
