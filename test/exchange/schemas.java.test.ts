import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { goldenSnapshot } from '../support/golden-graph.ts';
import { findJar, run } from '../support/java.ts';
import { SCHEMAS } from '../support/maven.mjs';
import { randomSnapshot } from '../support/random-snapshot.ts';
import { toBytes } from '../support/readers.ts';

const jar = findJar(SCHEMAS);
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
if (!hasXmllint) {
  const message = 'no xmllint: exports were not validated';
  if (process.env.YUANTU_TEST_READERS === 'required') throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
}
const folder = mkdtempSync(join(tmpdir(), 'yuantu-schemas-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What the schemas leave no room for, though the formats' readers want it: GEXF's has no `kind` and no `timerepresentation`
 * and refuses every element of its own viz namespace; GraphML's has none of APOC's attributes. It also wants ids without
 * slashes, which those of articles have: only entities are validated.
 */
const BEYOND = {
  gexf: [/<viz:[^>]*\/>/gu, / kind="[^"]*"/gu, / timerepresentation="[^"]*"/gu],
  graphml: [/(?<=<node[^>]*) labels="[^"]*"/gu, /(?<=<edge[^>]*) label="[^"]*"/gu],
} as const;

describe.runIf(jar !== undefined && hasXmllint)('xmllint and the official schemas', () => {
  if (jar !== undefined) run('jar', ['xf', jar], { cwd: folder });

  it.each([
    ['gexf', 'gexf'],
    ['gexf-dynamic', 'gexf'],
    ['graphml', 'graphml'],
  ] as const)('find nothing wrong with %s', (format, schema) => {
    const graphs = [goldenSnapshot(), ...fc.sample(randomSnapshot, { numRuns: 40, seed: 7676 })];
    const files = graphs.map((graph, i) => {
      const file = join(folder, `${i}.${format}`);
      const text = toBytes(graph, format).toString();
      writeFileSync(
        file,
        BEYOND[schema].reduce((left, pattern) => left.replace(pattern, ''), text),
      );
      return file;
    });
    const schemas = join(folder, `${schema}.xsd`);
    const { stderr, status } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schemas, ...files], {
      encoding: 'utf8',
    });
    expect(stderr.split('\n').filter((line) => !/ validates$|^$/u.test(line))).toEqual([]);
    expect(status).toBe(0);
  });
});
