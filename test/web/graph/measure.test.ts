import { describe, expect, it } from 'vitest';
import { NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { toTallies } from '../../../web/graph/measure.ts';
import { graph } from '../sample-graph.ts';

describe('what is drawn', () => {
  const index = toGraphIndex(graph);

  it('counts what a hidden type takes along', () => {
    const tallies = toTallies(index, toShown(index, { ...NO_FILTER, hiddenTypes: new Set(['Zone']) }));
    expect(tallies).toMatchObject({ hiddenEntities: 1, hiddenRelations: 3 });
    expect(tallies.types.get('Zone')).toEqual({ shown: 0, total: 1 });
  });
});
