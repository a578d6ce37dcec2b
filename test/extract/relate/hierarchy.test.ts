import { describe, expect, it } from 'vitest';
import { keepMostSpecific, type Link } from '../../../src/extract/relate/index.ts';
import type { RelationType } from '../../../src/model/relation.ts';
import { entitiesOf, knowledge } from '../../support/view.ts';

const entities = entitiesOf('[L江西省][L南昌市][Z云岭高新区][Z青禾产业园][C晨星科技有限公司]');

/** The links that stay, of links by the places of their ends in the text. */
function kept(
  ...links: readonly (readonly [from: number, type: RelationType, to: number, confidence: number])[]
) {
  const all = links.map(([from, type, to, confidence]): Link => {
    return { from, type, to, confidence, span: { start: 0, end: 1 }, rule: 'test' };
  });
  return keepMostSpecific(entities, knowledge, all).map(({ from, to }) => `${from} ${to}`);
}

describe('of what a thing is in', () => {
  it('the innermost zone stays', () => {
    expect(kept([3, 'PART_OF', 2, 0.9], [4, 'LOCATED_IN', 3, 0.9], [4, 'LOCATED_IN', 2, 0.9])).toEqual([
      '3 2',
      '4 3',
    ]);
  });

  it('one that is much less likely does not take the place of another', () => {
    expect(kept([3, 'PART_OF', 2, 0.9], [4, 'LOCATED_IN', 3, 0.4], [4, 'LOCATED_IN', 2, 0.9])).toEqual([
      '3 2',
      '4 3',
      '4 2',
    ]);
  });

  it('places lie in one another as the list of divisions says', () => {
    expect(kept([2, 'LOCATED_IN', 0, 0.9], [2, 'LOCATED_IN', 1, 0.9])).toEqual(['2 1']);
  });

  it('of two zones that each were part of the other the likelier one is', () => {
    expect(kept([3, 'PART_OF', 2, 0.9], [2, 'PART_OF', 3, 0.5])).toEqual(['3 2']);
  });
});
