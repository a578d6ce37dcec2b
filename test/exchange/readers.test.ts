import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import { toJsonText } from '../../src/exchange/column.ts';
import { legal } from '../../src/exchange/xml/write.ts';
import type { PropertyValue, Snapshot } from '../../src/model/snapshot.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { type Format, jsonLdQuads, READERS, toBytes } from '../support/readers.ts';

// Many small graphs in one start of each program.
const GRAPHS = fc.sample(randomSnapshot, { numRuns: 80, seed: 7676 });

/** What a format holds of a value of a column that has values of every kind. */
const shown = (format: Format, value: PropertyValue): unknown => {
  switch (format) {
    case 'node-link':
    case 'graphology':
    case 'cytoscape':
      return value;
    case 'jsonld':
    case 'ttl': {
      if (typeof value === 'string') return legal(value);
      if (typeof value === 'boolean') return value;
      // The canonical form of a double has 16 digits.
      if (typeof value === 'number')
        return Number.isSafeInteger(value) ? value : Number(value.toExponential(15));
      // Statements are a set.
      const items = [...new Set(value.map(legal))];
      return items.length > 1 ? items.sort() : items[0];
    }
    default:
      return legal(toJsonText(value));
  }
};

const defused = (text: unknown): unknown =>
  typeof text === 'string' && /^[=+\-@＝＋－＠\t\r]/u.test(text) && Number.isNaN(Number(text))
    ? `'${text}`
    : text;

describe.each(READERS.filter(({ format }) => format !== 'xlsx'))('$program and $format', (reader) => {
  const { format, program } = reader;

  it.runIf(reader.isHere)('give any graph back', async () => {
    const opened = await reader.open(GRAPHS.map((graph) => toBytes(graph, format)));
    expect(opened).toHaveLength(GRAPHS.length);
    GRAPHS.forEach((graph, i) => {
      const { nodes, relationships } = opened[i] as (typeof opened)[number];
      expect(ends(relationships)).toEqual(ends(graph.relationships));
      const columns = isMixed(graph);
      const found = new Map(nodes.map((node) => [node.id, node]));
      expect([...found.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id));
      for (const { id, labels, properties } of graph.nodes) {
        const node = found.get(id);
        if (program !== 'igraph') expect([...(node?.labels ?? [])].sort()).toEqual(labels);
        const name = format.startsWith('csv') ? defused(legal(String(properties.name))) : properties.name;
        const plain = ['node-link', 'graphology', 'cytoscape'].includes(format);
        expect(node?.properties.name ?? '').toEqual(plain ? name : legal(String(name)));
        const got = sorted(format, node?.properties.extra);
        const extra = properties.extra as PropertyValue;
        if (program === 'yuantu import') expect(got).toEqual(kept(extra));
        else if (columns || plain || format === 'jsonld' || format === 'ttl')
          expect(got ?? '').toEqual(
            (format.startsWith('csv') ? defused(shown(format, extra)) : shown(format, extra)) ?? '',
          );
      }
    });
  });
});

/** Where the values of `extra` are of more than one kind, or lists, each is written as JSON where it has to be. */
function isMixed({ nodes }: Snapshot): boolean {
  const kinds = new Set(
    nodes.map(({ properties: { extra } }) => (typeof extra === 'object' ? 'list' : typeof extra)),
  );
  return kinds.size > 1 || kinds.has('list');
}

/** XML drops what it cannot hold, of texts; in a list it is escaped by JSON. */
function kept(value: PropertyValue): PropertyValue {
  return typeof value === 'string' ? legal(value) : value;
}

function sorted(format: Format, value: unknown): unknown {
  return (format === 'jsonld' || format === 'ttl') && Array.isArray(value) ? [...value].sort() : value;
}

function ends(
  all: readonly { readonly from: string; readonly to: string; readonly type: string }[],
): string[] {
  return all.map(({ from, to, type }) => `${from} ${type} ${to}`).sort();
}

describe('JSON-LD and Turtle', () => {
  it('say the same', async () => {
    const canonise = (quads: string) =>
      jsonld.canonize(quads as never, { inputFormat: 'application/n-quads', format: 'application/n-quads' });
    for (const graph of GRAPHS.slice(0, 20)) {
      const turtle = new Writer({ format: 'N-Quads' }).quadsToString(
        new Parser().parse(toBytes(graph, 'ttl').toString()),
      );
      expect(await canonise(await jsonLdQuads(toBytes(graph, 'jsonld')))).toEqual(await canonise(turtle));
    }
  });
});
