import { describe, expect, it } from 'vitest';
import { choose } from '../../src/graph/choose.ts';
import { goldGraph } from '../support/graph.ts';

describe('a part of a graph', () => {
  const graph = goldGraph();

  it.each([[{}], [{ all: true }], [{ certainty: 'likely' as const, all: true }]])(
    'of %j knows how many relationships end at each node',
    (choice) => {
      const { nodes, relationships } = choose(graph, choice);
      const ends = [...relationships].flatMap(({ from, to }) => [from, to]);
      for (const { node, degree } of nodes)
        expect(degree, node.id).toBe(ends.filter((end) => end === node.id).length);
    },
  );

  it('tells of things by the articles and facts of the whole graph', () => {
    const { told } = choose(graph);
    const articles = graph.nodes.filter(({ labels }) => labels.includes('Article'));
    expect([...told().articles.keys()].sort()).toEqual(articles.map(({ id }) => id).sort());
    const facts = graph.relationships.filter(({ type }) => type === 'HAS_FACT');
    expect([...told().facts.values()].flat().length).toBe(facts.length);
  });
});
