import { dropLevel } from '../names/division.ts';
import type { LabelledEntity } from './document.ts';

/** A form as it is compared: width, white space and quotes do not count. */
export function normalise(form: string): string {
  return form
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”"'‘’「」『』]/gu, '');
}

/** A place counts with or without its class word: 济南市, 济南. */
function formsOf({ type, name, aliases }: LabelledEntity): Set<string> {
  const bare = (form: string) => (type === 'Place' ? dropLevel(form) : form);
  return new Set([name, ...aliases].map((form) => bare(normalise(form))));
}

/** Which entity of the gold is which of the predicted ones: by position, each at most once. */
export interface Matching {
  readonly toPredicted: ReadonlyMap<number, number>;
  readonly toGold: ReadonlyMap<number, number>;
}

/**
 * Matches entities of one type that share a form: the pair that shares most comes first, and of equal ones the pair whose names
 * are equal; then the order of the files decides.
 */
export function matchEntities(
  gold: readonly LabelledEntity[],
  predicted: readonly LabelledEntity[],
): Matching {
  const predictedForms = predicted.map(formsOf);
  const pairs = gold.flatMap((wanted, g) => {
    const forms = formsOf(wanted);
    return predicted.flatMap((found, p) => {
      if (found.type !== wanted.type) return [];
      const shared = [...forms].filter((form) => predictedForms[p]?.has(form)).length;
      const sameName = normalise(wanted.name) === normalise(found.name);
      return shared === 0 ? [] : [{ g, p, weight: shared + (sameName ? 0.5 : 0) }];
    });
  });
  const toPredicted = new Map<number, number>();
  const toGold = new Map<number, number>();
  for (const { g, p } of pairs.sort((a, b) => b.weight - a.weight))
    if (!toPredicted.has(g) && !toGold.has(p)) {
      toPredicted.set(g, p);
      toGold.set(p, g);
    }
  return { toPredicted, toGold };
}
