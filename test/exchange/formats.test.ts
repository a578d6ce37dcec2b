import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import {
  chooseExporter,
  EXPORTERS,
  type Exporter,
  exportAdminFiles,
  exportSnapshot,
} from '../../src/exchange/write.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { unzip } from '../support/readers.ts';

const FORMATS = Object.entries<Exporter>(EXPORTERS);

const SMALL: Snapshot = {
  nodes: [
    {
      id: 'a',
      labels: ['Company', 'Entity'],
      properties: { type: 'Company', name: '华创<新>材', aliases: ['华创', '新;材'], x: 1, y: 2 },
    },
    {
      id: 'art',
      labels: ['Article'],
      properties: { title: '题', text: '秘密正文', published: '2022-10', source: 's' },
    },
    { id: 'z', labels: ['Entity', 'Zone'], properties: { type: 'Zone', name: '=南昌经开区', aliases: [] } },
  ],
  relationships: [
    {
      id: 'r',
      type: 'LOCATED_IN',
      from: 'a',
      to: 'z',
      properties: { articles: ['art'], spans: ['0-2'], quotes: ['秘密引文'], rules: ['test'], count: 1 },
    },
  ],
};

function bytes(snapshot: Snapshot, exporter: Exporter, options = {}): Buffer {
  return Buffer.concat([...exportSnapshot(snapshot, exporter, options)].map((piece) => Buffer.from(piece)));
}

function text(snapshot: Snapshot, name: keyof typeof EXPORTERS, options = {}): string {
  return bytes(snapshot, EXPORTERS[name], options).toString();
}

describe('every format', () => {
  it.each(FORMATS)('%s gives equal files for equal graphs', (_, exporter) => {
    expect(bytes(SMALL, exporter).equals(bytes(structuredClone(SMALL), exporter))).toBe(true);
  });

  it.each(FORMATS)('%s takes any graph', (_, exporter) => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => bytes(snapshot, exporter).length > 0),
      { numRuns: 50 },
    );
  });

  it.each(FORMATS.filter(([, { extension }]) => !/zip|xlsx|svg/u.test(extension)))(
    '%s leaves quotes and texts out when asked, and articles in',
    (name) => {
      const file = text(SMALL, name as keyof typeof EXPORTERS, { text: false, all: true });
      expect(file).not.toMatch(/秘密/u);
      expect(file).toContain('0-2');
      expect(text(SMALL, name as keyof typeof EXPORTERS, { all: true })).toContain('秘密正文');
    },
  );

  it('is found by its extension or its name', () => {
    expect(chooseExporter('g.JSON')).toBe(EXPORTERS['node-link']);
    expect(chooseExporter('g.csv.zip')).toBe(EXPORTERS.csv);
    expect(chooseExporter('g.json', 'cytoscape')).toBe(EXPORTERS.cytoscape);
    expect(() => chooseExporter('g.doc')).toThrow(/names no format/u);
  });
});

describe('json', () => {
  it('of graphology is a graph again', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const graph = MultiDirectedGraph.from(JSON.parse(text(snapshot, 'graphology')));
        expect([graph.order, graph.size]).toEqual([snapshot.nodes.length, snapshot.relationships.length]);
        for (const { id, properties } of snapshot.nodes)
          expect(graph.getNodeAttribute(id, 'extra')).toEqual(properties.extra);
      }),
    );
  });

  it('of cytoscape has both ends of every edge', () => {
    const { elements } = JSON.parse(text(SMALL, 'cytoscape'));
    const ids = elements.nodes.map((n: { data: { id: string } }) => n.data.id);
    for (const { data } of elements.edges)
      expect(ids).toEqual(expect.arrayContaining([data.source, data.target]));
  });

  it('of linked data gives each relation its evidence', () => {
    const { '@graph': nodes } = JSON.parse(text(SMALL, 'jsonld'));
    const relation = nodes.find((n: Record<string, unknown>) => n['@type'] === 'Relation');
    expect(relation.evidence).toEqual([
      {
        '@type': 'Evidence',
        wasDerivedFrom: 'urn:yuantu:id:art',
        span: '0-2',
        quote: '秘密引文',
        rule: 'test',
      },
    ]);
  });
});

describe('tables', () => {
  it('are an archive that others open, with formulas defused', () => {
    const [files = {}] = unzip([bytes(SMALL, EXPORTERS.csv)]);
    const nodes = parse<Record<string, string>>(files['nodes.csv'] ?? '', { columns: true });
    expect(nodes.map((n) => n.Label)).toEqual(['华创<新>材', "'=南昌经开区"]);
    const edges = parse<Record<string, string>>(files['edges.csv'] ?? '', { columns: true });
    expect(edges[0]).toMatchObject({ Source: 'a', Target: 'z', Kind: 'LOCATED_IN', Weight: '1' });
  });

  it('keep their columns whatever the values are', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const files = new Map(
          [...exportAdminFiles(snapshot)].map(({ name, content }) => [name, [...content].join('')]),
        );
        for (const [name, content] of files) {
          if (!name.endsWith('.csv') || name.endsWith('-header.csv')) continue;
          const width = files.get(name.replace('.csv', '-header.csv'))?.split(',').length;
          for (const row of parse(content) as string[][]) expect(row).toHaveLength(width ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stand in a workbook of five sheets', () => {
    const [files = {}] = unzip([bytes(SMALL, EXPORTERS.xlsx)]);
    expect(Object.keys(files).filter((name) => name.includes('worksheets/sheet'))).toHaveLength(5);
    expect(files['xl/worksheets/sheet1.xml']).toContain('华创&lt;新&gt;材');
    expect(files['xl/worksheets/sheet1.xml']).toContain('=南昌经开区');
  });
});

describe('a Cypher script', () => {
  it('merges by id in batches, constraints first', () => {
    const script = text(SMALL, 'cypher');
    expect(script).toMatch(/^\/\/.*\nCREATE CONSTRAINT `entity_id`/u);
    expect(script).toContain('MERGE (n:`Entity` {id: row.id})\nSET n += row.properties, n:`Company`;');
    expect(script).toContain('MERGE (a)-[r:`LOCATED_IN` {id: row.id}]->(b)');
  });

  it('has every value inside one string', () => {
    fc.assert(
      fc.property(randomSnapshot, (snapshot) => {
        const outside = text(snapshot, 'cypher').replace(/'(?:[^'\\]|\\.)*'/gsu, '');
        expect(outside).not.toMatch(/['\\]/u);
        expect(outside.split('\n').slice(1).join('\n')).toMatch(/^[\p{ASCII}]*$/u);
      }),
    );
  });
});
