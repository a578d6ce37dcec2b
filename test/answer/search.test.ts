import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../src/answer/search.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

interface Made {
  readonly aliases?: readonly string[];
  readonly relations: number;
}

/** Entities by name, each with its aliases and so many relations to one other. */
function graphOf(names: Readonly<Record<string, Made>>): Snapshot {
  const entries = Object.entries<Made>({ ...names, 省: { relations: 0 } });
  return {
    nodes: entries.map(([name, { aliases = [] }]) => ({
      id: name,
      labels: ['Entity', 'Zone'],
      properties: { name, aliases, type: 'Zone' },
    })),
    relationships: entries.flatMap(([from, { relations }]) =>
      Array.from({ length: relations }, (_, i) => ({
        id: `${from} ${i}`,
        type: 'LOCATED_IN',
        from,
        to: '省',
        properties: {},
      })),
    ),
  };
}

async function namesFor(question: string, graph: Snapshot): Promise<string[]> {
  const { hits } = await new SearchIndex(new WholeCatalogue(graph)).find(question, 10);
  return hits.map(({ name }) => name);
}

describe('the order of hits', () => {
  it('puts what much relates to first among like matches', async () => {
    const graph = graphOf({ 云岭附属学校: { relations: 1 }, 云岭经开区: { relations: 60 } });
    expect(await namesFor('云岭', graph)).toEqual(['云岭经开区', '云岭附属学校']);
    const alias = graphOf({
      云岭师范附属学校: { relations: 1 },
      晨星组团: { aliases: ['云岭经开区'], relations: 60 },
    });
    expect(await namesFor('云岭', alias)).toEqual(['晨星组团', '云岭师范附属学校']);
  });

  it('puts a zone that much is told of before the place whose short name it begins with', async () => {
    const graph = graphOf({ 云岭市: { aliases: ['云岭'], relations: 2 }, 云岭经开区: { relations: 28 } });
    const nodes = graph.nodes.map((node) =>
      node.id === '云岭市'
        ? { ...node, labels: ['Entity', 'Place'], properties: { ...node.properties, type: 'Place' } }
        : node,
    );
    expect(await namesFor('云岭', { ...graph, nodes })).toEqual(['云岭经开区', '云岭市']);
    const bare = nodes.map((node) =>
      node.id === '云岭市'
        ? { ...node, properties: { ...node.properties, name: '云岭', aliases: [] } }
        : node,
    );
    expect(await namesFor('云岭', { ...graph, nodes: bare })).toEqual(['云岭经开区', '云岭']);
    expect((await namesFor('云岭市', { ...graph, nodes }))[0]).toBe('云岭市');
  });

  it('never puts a beginning before the whole, nor a place inside before a beginning', async () => {
    const graph = graphOf({
      晨星市: { aliases: ['云岭'], relations: 0 },
      云岭区: { relations: 5000 },
      云岭师范大学附属第一实验学校: { relations: 0 },
      大云岭: { relations: 5000 },
    });
    expect(await namesFor('云岭', graph)).toEqual([
      '晨星市',
      '云岭区',
      '云岭师范大学附属第一实验学校',
      '大云岭',
    ]);
  });
});

it('finds a name that was pasted with signs that take no room', async () => {
  const graph = graphOf({ 云岭经开区: { relations: 1 } });
  for (const sign of ['\u200b', '\ufeff', '\u00ad', '\u2060'])
    expect(await namesFor(`云${sign}岭经开区`, graph)).toEqual(['云岭经开区']);
});
