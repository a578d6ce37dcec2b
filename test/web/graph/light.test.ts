import { describe, expect, it } from 'vitest';
import { NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { toLight } from '../../../web/graph/light.ts';
import { commonNeighbours } from '../../../web/graph/neighbours.ts';
import { graph } from '../sample-graph.ts';

describe('a selection', () => {
  const index = toGraphIndex(graph);
  const shown = toShown(index, NO_FILTER);

  it('lights an entity with its neighbours, and a relation with its ends', () => {
    expect(toLight(index, shown, { kind: 'entity', id: 'c' }).lit).toEqual({
      nodes: new Set([1, 2]),
      edges: new Set([2]),
    });
    expect(toLight(index, shown, { kind: 'relation', id: 'ab' }).focus).toEqual(new Set([0, 1]));
    expect(toLight(index, shown, { kind: 'entity', id: 'gone' }).lit).toBeUndefined();
  });

  it('lights what two have in common', () => {
    expect(commonNeighbours(index, shown, [0, 2])).toEqual([1]);
    expect(toLight(index, shown, { kind: 'common', ids: ['a', 'c'] }).lit?.edges).toEqual(new Set([0, 1, 2]));
  });
});
