import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toText } from '../../src/export/column.ts';
import { chooseExporter, exportSnapshot } from '../../src/export/index.ts';
import { legal } from '../../src/export/xml.ts';
import { arrange } from '../../src/graph/arrange.ts';
import { buildSnapshot } from '../../src/graph/build.ts';
import { entityPart } from '../../src/graph/records.ts';
import type { PropertyValue, Snapshot } from '../../src/model/snapshot.ts';
import { resolveEntities } from '../../src/resolve/index.ts';
import { goldenSamples, TEST_SEEDS } from '../support/extraction.ts';
import { randomSnapshot } from '../support/random-snapshot.ts';

/** Debian's python3-networkx, or another Python that has it. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import networkx']).status === 0,
);
if (PYTHON === undefined) {
  const message = 'no Python with networkx, exports were not opened by it';
  if (process.env.YUANTU_TEST_NETWORKX === 'required') throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
}

const READ = `
import json, sys, networkx as nx
out = []
for path in sys.argv[1:]:
    if path.endswith('.gexf'): g = nx.read_gexf(path)
    elif path.endswith('.graphml'): g = nx.read_graphml(path, force_multigraph=True)
    else:
        data = json.load(open(path, encoding='utf-8'))
        try: g = nx.node_link_graph(data, edges='edges')
        except TypeError: g = nx.node_link_graph(dict(data, links=data['edges']))
    multi = g.is_multigraph()
    edges = g.edges(keys=True, data=True) if multi else [(a, b, d.get('id'), d) for a, b, d in g.edges(data=True)]
    out.append({'nodes': dict(g.nodes(data=True)), 'edges': [[a, b, str(k), d] for a, b, k, d in edges]})
print(json.dumps(out))
`;

interface Opened {
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly (readonly [string, string, string, Readonly<Record<string, unknown>>])[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuantu-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function open(snapshots: readonly Snapshot[], extension: string): Opened[] {
  const files = snapshots.map((snapshot, i) => {
    const file = join(folder, `graph${i}.${extension}`);
    writeFileSync(file, [...exportSnapshot(snapshot, chooseExporter(file))].join(''));
    return file;
  });
  const { stdout, stderr, status } = spawnSync(PYTHON ?? '', ['-c', READ, ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(stderr.replace(/^.*Warning.*\n.*\n/gmu, '')).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Opened[];
}

function golden(): Snapshot {
  const samples = goldenSamples();
  const resolution = resolveEntities(
    samples.map((s) => s.extraction),
    TEST_SEEDS,
  );
  return arrange(buildSnapshot(samples, resolution, {}, TEST_SEEDS));
}

describe.skipIf(PYTHON === undefined)('networkx opens', () => {
  const whole = golden();
  const entities = entityPart(whole);

  it.each(['gexf', 'graphml', 'json'])('%s with every node, edge and name', (extension) => {
    const [graph] = open([whole], extension);
    expect(Object.keys(graph?.nodes ?? {}).sort()).toEqual(entities.nodes.map((n) => n.id));
    expect(graph?.edges).toHaveLength(entities.relationships.length);
    for (const { id, properties } of entities.nodes) {
      const read = graph?.nodes[id];
      expect(read?.label).toBe(properties.name);
      expect(read?.pageRank).toBeCloseTo(Number(properties.pageRank), 9);
      if (properties.investment !== undefined) expect(read?.investment).toBe(properties.investment);
    }
  });

  it('gexf with positions, colours and kinds', () => {
    const [graph] = open([whole], 'gexf');
    const node = entities.nodes.find((n) => n.properties.name === '赣江新区');
    const viz = graph?.nodes[node?.id ?? '']?.viz as Record<string, Record<string, number>>;
    expect(viz.position?.x).toBe(node?.properties.x);
    expect(viz.color).toMatchObject({ r: 35, g: 128, b: 106 });
    // networkx keeps the label of an edge, and drops its kind.
    expect(new Set(graph?.edges.map(([, , , data]) => data.label))).toContain('HOLDS_POST');
  });

  it.each(['gexf', 'graphml', 'json'])('any graph in %s, and finds the same values', (extension) => {
    // Many small graphs in one start of Python.
    const snapshots = fc.sample(randomSnapshot, { numRuns: 60, seed: 7676 });
    const opened = open(snapshots, extension);
    snapshots.forEach((snapshot, i) => {
      const { nodes, edges } = opened[i] as Opened;
      expect(Object.keys(nodes)).toHaveLength(snapshot.nodes.length);
      // JSON holds everything; XML drops what is illegal in it, and lists are JSON inside it.
      const shown = (value: PropertyValue) =>
        extension === 'json' ? value : typeof value === 'string' ? legal(value) : legal(toText(value));
      for (const { id, properties } of snapshot.nodes) {
        const { name = '', extra = '' } = properties;
        expect(nodes[id]?.name ?? '').toBe(shown(name));
        if (typeof extra === 'string') expect(String(nodes[id]?.extra ?? '')).toBe(shown(extra));
      }
      expect(edges.map(([from, to]) => `${from} ${to}`).sort()).toEqual(
        snapshot.relationships.map(({ from, to }) => `${from} ${to}`).sort(),
      );
    });
  });
});
