import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/answer/catalogue.ts';
import { SearchIndex } from '../../src/answer/search.ts';
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
  const { hits } = await new SearchIndex(new Catalogue(graph)).find(question, 10);
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
