import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityPart } from '../../src/graph/build/records.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { type Opened, READERS, toBytes } from '../support/readers.ts';

const whole = goldenSnapshot();
const entities = entityPart(whole);

async function open(program: string, format: string): Promise<Opened> {
  const reader = READERS.find((one) => one.program === program && one.format === format);
  const [opened] = (await reader?.open([toBytes(whole, reader.format)])) ?? [];
  return opened ?? { nodes: [], relationships: [] };
}

describe.each(READERS)(
  '$program opens the graph of the articles as $format',
  ({ program, format, isHere }) => {
    it.runIf(isHere)('with every node, every edge and its name', async () => {
      const { nodes, relationships } = await open(program, format);
      const wanted =
        format === 'xlsx'
          ? entities.nodes.filter(({ labels }) => labels.includes('Company'))
          : entities.nodes;
      expect(new Map(nodes.map(({ id, properties }) => [id, properties.name]))).toEqual(
        new Map(wanted.map(({ id, properties }) => [id, properties.name])),
      );
      expect(relationships.map(toText).sort()).toEqual(entities.relationships.map(toText).sort());
    });

    // The tables of a workbook hold neither.
    if (format === 'xlsx') return;
    it.runIf(isHere)('with sums and quotes', async () => {
      const { nodes, relationships } = await open(program, format);
      const found = new Map(nodes.map((node) => [node.id, node.properties]));
      for (const { id, properties } of entities.nodes)
        if (properties.investment !== undefined)
          expect(Number(found.get(id)?.investment)).toBe(properties.investment);
      const quotes = new Map(relationships.map(({ id, properties }) => [id, properties.quotes]));
      for (const { id, properties } of entities.relationships)
        for (const quote of properties.quotes as readonly string[])
          expect(JSON.stringify(quotes.get(id)).replaceAll('\\\\', '\\')).toContain(
            JSON.stringify(quote).slice(1, -1).replaceAll('\\\\', '\\'),
          );
    });
  },
);

function toText({ from, type, to }: { from: string; type: string; to: string }): string {
  return `${from} ${type} ${to}`;
}

describe('networkx', () => {
  const { isHere = false } = READERS.find(({ program }) => program === 'networkx') ?? {};

  it.runIf(isHere)('finds positions and colours in GEXF', async () => {
    const { nodes } = await open('networkx', 'gexf');
    const zone = entities.nodes.find(({ properties }) => properties.name === '赣江新区');
    const { viz } = nodes.find(({ id }) => id === zone?.id)?.properties ?? {};
    const { position, color } = viz as Record<string, Record<string, number>>;
    expect(position?.x).toBe(zone?.properties.x);
    expect(position?.y).toBe(-Number(zone?.properties.y));
    expect(color).toMatchObject({ r: 35, g: 128, b: 106 });
  });

  it.runIf(isHere)('finds when things were there in dynamic GEXF', async () => {
    const [graph] = fc.sample(randomSnapshot, { numRuns: 1, seed: 7676 });
    const reader = READERS.find(({ format }) => format === 'gexf-dynamic');
    const [opened] = (await reader?.open([toBytes(graph as Snapshot, 'gexf-dynamic')])) ?? [];
    const days = { '2023': '2023-01-01', '2024-02': '2024-02-01', '2024-02-29': '2024-02-29' };
    const seen = new Map(opened?.nodes.map(({ id, properties }) => [id, properties.spells]));
    for (const { id, properties } of graph?.nodes ?? [])
      expect(seen.get(id)).toEqual([[days[properties.firstSeen as keyof typeof days], '2024-04-01']]);
  });
});
