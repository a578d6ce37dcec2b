import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { legal } from '../../src/exchange/xml/write.ts';
import { entityPart } from '../../src/graph/build/records.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { findJar, run } from '../support/java.ts';
import { GEPHI } from '../support/maven.mjs';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { type Format, toBytes } from '../support/readers.ts';

const jar = findJar(GEPHI);
const PROGRAM = fileURLToPath(new URL('../support/java/OpenInGephi.java', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'yuantu-gephi-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as Gephi sees it: fields of each line, as the program prints them. */
interface Seen {
  readonly head: readonly string[];
  readonly issues: readonly string[];
  readonly nodes: readonly (readonly string[])[];
  readonly edges: readonly (readonly string[])[];
}

function open(snapshots: readonly Snapshot[], format: Format, extension: string): Seen[] {
  const paths = snapshots.map((snapshot, i) => {
    const path = join(folder, `${i}.${extension}`);
    writeFileSync(path, toBytes(snapshot, format));
    return path;
  });
  const lines = run('java', ['-Djava.awt.headless=true', '-cp', jar ?? '', PROGRAM, ...paths])
    .split('\n')
    .map((line) => line.split('\t'));
  const starts = lines.flatMap(([kind], i) => (kind === 'file' ? [i] : []));
  return starts.map((start, i) => {
    const own = lines.slice(start, starts[i + 1] ?? lines.length);
    const of = (wanted: string) => own.filter(([kind]) => kind === wanted).map(([, ...fields]) => fields);
    return {
      head: own[0]?.slice(1) ?? [],
      issues: of('issue').map((fields) => fields.join(' ')),
      nodes: of('node'),
      edges: of('edge'),
    };
  });
}

const FILES = [
  ['gexf', 'gexf'],
  ['gexf-dynamic', 'gexf'],
  ['graphml', 'graphml'],
] as const;

describe.runIf(jar !== undefined)('Gephi opens', () => {
  const whole = goldenSnapshot();
  const entities = entityPart(whole);

  it.each(FILES)('%s of the articles with names, sums, places, colours and kinds', (format, extension) => {
    const [seen] = open([whole], format, extension);
    expect(seen?.issues.filter((issue) => !issue.includes('deprecated'))).toEqual([]);
    const nodes = new Map(seen?.nodes.map((fields) => [fields[0], fields]));
    expect(nodes.size).toBe(entities.nodes.length);
    for (const { id, labels, properties } of entities.nodes) {
      const [, name, written, investment, x, y] = nodes.get(id) ?? [];
      expect([name, written, Number(investment)]).toEqual([
        properties.name,
        `:${labels.join(':')}`,
        Number(properties.investment ?? 0),
      ]);
      expect(Number(x)).toBeCloseTo(Number(properties.x), 0);
      expect(Number(y)).toBeCloseTo(-Number(properties.y), 0);
    }
    expect(seen?.edges.map(([from, to, label, kind]) => `${from} ${kind} ${to} ${label}`).sort()).toEqual(
      entities.relationships.map(({ from, type, to }) => `${from} ${type} ${to} ${type}`).sort(),
    );
  });

  it.each(FILES)('any graph in %s', (format, extension) => {
    const graphs = fc.sample(randomSnapshot, { numRuns: 40, seed: 7676 });
    const all = open(graphs, format, extension);
    expect(all).toHaveLength(graphs.length);
    graphs.forEach((graph, i) => {
      const { nodes, edges } = all[i] as Seen;
      const line = (text: unknown, id: string) => {
        const shown = legal(String(text)).replace(/[\t\r\n]/gu, ' ');
        // Of GraphML it shows an empty name as the id.
        return format === 'graphml' && shown.trim() === '' ? id : shown;
      };
      expect(nodes.map(([id, name]) => [id, name]).sort()).toEqual(
        graph.nodes.map(({ id, properties }) => [id, line(properties.name, id)]).sort(),
      );
      expect(edges.map(([from, to, , kind]) => `${from} ${kind} ${to}`).sort()).toEqual(
        graph.relationships.map(({ from, type, to }) => `${from} ${type} ${to}`).sort(),
      );
    });
  });

  it('dynamic GEXF with the time that each thing was there', () => {
    const graphs = fc.sample(randomSnapshot, { numRuns: 5, seed: 7676 });
    for (const { head, nodes } of open(graphs, 'gexf-dynamic', 'gexf')) {
      expect(head[2]).toBe('true');
      for (const fields of nodes) expect(fields[7]).not.toBe('[]');
    }
  });
});
