import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legal } from '../../src/exchange/xml/write.ts';
import type { PropertyValue, Snapshot } from '../../src/model/snapshot.ts';
import { Neo4jStore } from '../../src/store/neo4j/index.ts';
import { run } from './java.ts';
import { type Neo4jServer, startNeo4j } from './neo4j.ts';
import { installNeo4j } from './neo4j-install.mjs';

/** A server that holds what the real `neo4j-admin` made of a folder's files, called as README.txt there says. */
export async function importAdminFiles(folder: string): Promise<Neo4jServer> {
  const lib = installNeo4j();
  const given = readFileSync(join(folder, 'README.txt'), 'utf8').match(/--\S+/gu) ?? [];
  return startNeo4j(lib, (home) => {
    const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
    const call = ['org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', ...given];
    run('java', ['-cp', join(lib, '*'), ...call], { cwd: folder, env: environment });
  });
}

/** The whole graph of a server. */
export async function readNeo4j({ url, user, password }: Neo4jServer): Promise<Snapshot> {
  const store = await Neo4jStore.open(url, { user, password });
  try {
    return await store.read();
  } finally {
    await store.close();
  }
}

/** Properties as a format holds them: only values of one kind, and texts without what has no place in them. */
export function expected(snapshot: Snapshot, text: (value: string) => string): Snapshot {
  const values = (properties: Snapshot['nodes'][number]['properties']) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, value]): [string, PropertyValue] => [
        name,
        typeof value === 'string' ? text(value) : typeof value === 'object' ? value.map(text) : value,
      ]),
    );
  const sorted = <T extends { id: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    nodes: sorted(snapshot.nodes.map((node) => ({ ...node, properties: values(node.properties) }))),
    relationships: sorted(
      snapshot.relationships.map((one) => ({ ...one, properties: values(one.properties) })),
    ),
  };
}

/** A text as a cell of the import files has it: line ends are spaces. */
export function toCell(text: string): string {
  return legal(text).replace(/[\r\n]+/gu, ' ');
}

/**
 * A graph as far as import files can say it: a column has one type, so sums of facts are text, for states are; an empty list is an
 * empty cell, which is no property at all; a list is one cell, in which a semicolon is a space.
 */
export function asImported({ nodes, relationships }: Snapshot): unknown {
  const isFull = (name: string, value: unknown) =>
    name === 'value' ? String(value) : Array.isArray(value) && value.length === 0 ? undefined : value;
  return JSON.parse(JSON.stringify({ nodes, relationships }, isFull).replaceAll(';', ' ')) as unknown;
}
