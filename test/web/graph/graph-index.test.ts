import { describe, expect, it } from 'vitest';
import { endsOf, toGraphIndex } from '../../../web/graph/graph-index.ts';
import { graph } from '../sample-graph.ts';

describe('the index of a graph', () => {
  const index = toGraphIndex(graph);

  it('bends edges between the same two nodes apart and leaves single ones straight', () => {
    const [ab = 0, ba = 0, bc] = index.bends;
    // The second runs the other way, so an equal sign is the other side.
    expect(ab).toBe(ba);
    expect(ab).not.toBe(0);
    expect(bc).toBe(0);
    expect(endsOf(graph, 1)).toEqual([1, 0]);
  });
});
