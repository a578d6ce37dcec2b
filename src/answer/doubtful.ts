import type { DoubtfulAnswer } from '../contract/doubtful.ts';
import type { Catalogue } from './catalogue.ts';
import { toRelationAnswer } from './relation.ts';

/** A page of the relations that are doubtful, those first whose answer changes most. */
export function toDoubtfulAnswer(
  catalogue: Catalogue,
  page: { readonly limit: number; readonly offset: number },
): DoubtfulAnswer {
  const { total, rows } = catalogue.doubtful(page);
  return {
    total,
    rows: rows.map(({ relation, change }) => {
      const { evidence, ...rest } = toRelationAnswer(catalogue, relation);
      return {
        relation: { ...rest, evidence: evidence.slice(0, 1) },
        change: Math.round(change * 100) / 100,
      };
    }),
  };
}
