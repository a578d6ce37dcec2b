import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ENTITY_TYPES } from '../../model/entity.ts';
import { RELATION_TYPES } from '../../model/relation.ts';
import { SPAN_TYPES } from './name.ts';

/** Of a `Certainty`. */
const CERTAINTY = z.object({ told: z.number(), open: z.number(), owner: z.number() });

/** Of a `Scale`. */
const SCALE = z.object({ slope: z.number().positive(), shift: z.number() });

const Card = z.object({
  thresholds: z.object({
    names: z.record(z.enum(SPAN_TYPES), z.number()),
    entities: z.record(z.enum(ENTITY_TYPES), z.number()),
    relations: z.record(z.enum(RELATION_TYPES), z.number()),
    links: z.record(z.enum(ENTITY_TYPES), z.number()),
    state: z.number(),
    figures: CERTAINTY,
    sums: CERTAINTY,
  }),
  confidence: z.object({
    names: z.record(z.enum(SPAN_TYPES), SCALE),
    relations: z.record(z.enum(RELATION_TYPES), SCALE),
  }),
});

/** What the extractor takes from a model's card: how high the score of a name must be, that of the best name of a thing, that of a relation, and that of two forms that name one thing, by type; how far the score of a state must lie above that of none; how sure the verdict over a figure must be (`Certainty`), and that over the sum of a project; and how sure scores of names and relations are. */
export type Card = z.infer<typeof Card>;

/** Read `card.json` of a model's folder. */
export function readCard(folder: string): Card {
  return Card.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')));
}
