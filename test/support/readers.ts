import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import cytoscape from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import { IMPORTERS } from '../../src/exchange/read.ts';
import { EXPORTERS, type ExportOptions, exportSnapshot } from '../../src/exchange/write.ts';
import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';
import { hasPython, runPython } from './python.ts';

export type Format = keyof typeof EXPORTERS;

/** A graph as another program sees it; values as it gives them. */
export interface Opened {
  readonly nodes: readonly Found<Pick<NodeRecord, 'id' | 'labels'>>[];
  readonly relationships: readonly Found<Omit<RelationshipRecord, 'properties'>>[];
}

type Found<T> = T & { readonly properties: Readonly<Record<string, unknown>> };

/** A program that opens files of a format: many at once, for some start slowly. */
export interface GraphReader {
  readonly program: string;
  readonly format: Format;
  readonly isHere: boolean;
  readonly open: (files: readonly Buffer[]) => Promise<Opened[]>;
}

export function toBytes(snapshot: Snapshot, format: Format, options: ExportOptions = {}): Buffer {
  return Buffer.concat(
    [...exportSnapshot(snapshot, EXPORTERS[format], options)].map((one) => Buffer.from(one)),
  );
}

const NETWORKX = `
import json, sys, networkx as nx
out = []
for path in sys.argv[1:]:
    if path.endswith('.gexf'): g = nx.read_gexf(path)
    elif path.endswith('.graphml'): g = nx.read_graphml(path, force_multigraph=True)
    else:
        data = json.load(open(path, encoding='utf-8'))
        try: g = nx.node_link_graph(data, edges='edges')
        except TypeError: g = nx.node_link_graph(dict(data, links=data['edges']))
    edges = g.edges(keys=True, data=True) if g.is_multigraph() else [(a, b, d.get('id'), d) for a, b, d in g.edges(data=True)]
    out.append({
        'nodes': [{'id': i, 'labels': d.get('labels', ''), 'properties': d} for i, d in g.nodes(data=True)],
        'relationships': [{'id': str(k), 'from': a, 'to': b, 'type': d.get('type') or d.get('label'), 'properties': d} for a, b, k, d in edges]})
print(json.dumps(out))
`;

const IGRAPH = `
import json, sys, igraph
def clean(d): return {k: v for k, v in d.items() if v is not None and v == v}
out = []
for path in sys.argv[1:]:
    g = igraph.Graph.Read_GraphML(path)
    ids = g.vs['id']
    out.append({
        'nodes': [{'id': v['id'], 'labels': '', 'properties': clean(v.attributes())} for v in g.vs],
        'relationships': [{'id': e.attributes().get('id', ''), 'from': ids[e.source], 'to': ids[e.target], 'type': e['label'], 'properties': clean(e.attributes())} for e in g.es]})
print(json.dumps(out))
`;

const OPENPYXL = `
import json, sys, openpyxl
out = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, read_only=True)
    def records(title):
        head, *rows = book[title].iter_rows(values_only=True)
        return [dict(zip(head, row)) for row in rows]
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not any(c.data_type == 'f' for c in cells), 'a formula'
    out.append({
        'nodes': [{'id': r['编号 id'], 'labels': ':Company', 'properties': {'name': r['名称 name'], 'aliases': r['别名 aliases']}} for r in records('企业 Companies')],
        'relationships': [{'id': r.get('编号 id', r['from id'] + r['to id']), 'from': r['from id'], 'to': r['to id'], 'type': r['type'], 'properties': {'quotes': r.get('原句 quotes')}} for title in ['关系 Relations', '已知 Known'] for r in records(title)]})
print(json.dumps(out))
`;

function python(program: string, extension: string): GraphReader['open'] {
  return async (files) => {
    const folder = mkdtempSync(join(tmpdir(), 'yuantu-readers-'));
    try {
      const paths = files.map((_, i) => join(folder, `${i}.${extension}`));
      paths.forEach((path, i) => {
        writeFileSync(path, files[i] ?? '');
      });
      type Raw = { nodes: { id: string; labels: string | string[]; properties: Record<string, unknown> }[] };
      return runPython<(Raw & Pick<Opened, 'relationships'>)[]>(program, ...paths).map((one) => ({
        ...one,
        nodes: one.nodes.map((node) => ({ ...node, labels: toLabels(node.labels) })),
      }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

function each(open: (file: Buffer) => Opened | Promise<Opened>): GraphReader['open'] {
  return (files) => Promise.all(files.map(open));
}

/** The reader alone, without the check of an import: probes are no values of the schema. */
function ours(extension: string): GraphReader['open'] {
  const read = IMPORTERS[extension];
  if (read === undefined) throw new Error(`nothing of ours reads .${extension}`);
  return each((file) => read(Readable.from([file.toString()])));
}

function toLabels(written: string | readonly string[]): string[] {
  return typeof written === 'string' ? written.split(':').filter((one) => one !== '') : [...written];
}

function openGraphology(file: Buffer): Opened {
  const graph = MultiDirectedGraph.from(JSON.parse(file.toString()));
  return {
    nodes: graph.mapNodes((id, properties) => ({ id, labels: properties.labels, properties })),
    relationships: graph.mapEdges((id, properties, from, to) => ({
      id,
      from,
      to,
      type: properties.kind,
      properties,
    })),
  };
}

function openCytoscape(file: Buffer): Opened {
  const { elements } = JSON.parse(file.toString());
  const graph = cytoscape({ headless: true, elements });
  return {
    nodes: graph.nodes().map((node) => ({
      id: node.id(),
      labels: node.data('labels'),
      properties: { ...node.data(), ...node.position() },
    })),
    relationships: graph.edges().map((edge) => ({
      id: edge.id(),
      from: edge.source().id(),
      to: edge.target().id(),
      type: edge.data('type'),
      properties: edge.data(),
    })),
  };
}

const MEMBERS = `
import base64, io, json, sys, zipfile
out = []
for path in sys.argv[1:]:
    z = zipfile.ZipFile(path)
    assert z.testzip() is None
    out.append({n: z.read(n).decode('utf-8') for n in z.namelist()})
print(json.dumps(out))
`;

/** The members of archives, by Python's own reader. */
export function unzip(archives: readonly Buffer[]): Record<string, string>[] {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-zip-'));
  try {
    const paths = archives.map((archive, i) => {
      const path = join(folder, `${i}.zip`);
      writeFileSync(path, archive);
      return path;
    });
    return runPython(MEMBERS, ...paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openCsv(files: readonly Buffer[]): Promise<Opened[]> {
  return unzip(files).map((members) => {
    const table = (name: string) =>
      parse<Record<string, string>>(members[name] ?? '', { columns: true, bom: true });
    return {
      nodes: table('nodes.csv').map((row) => ({
        id: row.Id ?? '',
        labels: toLabels(row.Labels ?? ''),
        properties: row,
      })),
      relationships: table('edges.csv').map((row) => ({
        id: row.Id ?? '',
        from: row.Source ?? '',
        to: row.Target ?? '',
        type: row.Kind ?? '',
        properties: row,
      })),
    };
  });
}

const VOCABULARY = 'urn:yuantu:vocabulary#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The graph that RDF says: a property of many values is a list of them, of one the value. */
export function fromQuads(quads: readonly Quad[]): Opened {
  const subjects = new Map<string, Map<string, Quad['object'][]>>();
  for (const { subject, predicate, object } of quads) {
    const said = subjects.get(subject.value) ?? new Map<string, Quad['object'][]>();
    subjects.set(subject.value, said.set(predicate.value, [...(said.get(predicate.value) ?? []), object]));
  }
  const toId = (iri: string) => decodeURIComponent(iri.replace('urn:yuantu:id:', ''));
  const toWord = (iri: string) => decodeURIComponent(iri.replace(VOCABULARY, ''));
  const nodes: Opened['nodes'][number][] = [];
  const relationships: Opened['relationships'][number][] = [];
  for (const [subject, said] of subjects) {
    if (!subject.startsWith('urn:yuantu:id:')) continue;
    const one = (predicate: string) => said.get(`${RDF}${predicate}`)?.[0]?.value ?? '';
    const properties: Record<string, unknown> = {};
    for (const [predicate, objects] of said) {
      if (!predicate.startsWith(VOCABULARY)) continue;
      const values = objects.filter(({ termType }) => termType === 'Literal').map(toValue);
      if (values.length > 0) properties[toWord(predicate)] = values.length === 1 ? values[0] : values;
    }
    if (said.has(`${RDF}subject`)) {
      const quotes = (said.get(`${VOCABULARY}evidence`) ?? []).flatMap(
        ({ value }) =>
          subjects
            .get(value)
            ?.get(`${VOCABULARY}quote`)
            ?.map(({ value: quote }) => quote) ?? [],
      );
      relationships.push({
        id: toId(subject),
        from: toId(one('subject')),
        to: toId(one('object')),
        type: toWord(one('predicate')),
        properties: { ...properties, quotes },
      });
    } else {
      const labels = said.get(`${RDF}type`)?.map(({ value }) => toWord(value)) ?? [];
      nodes.push({ id: toId(subject), labels, properties });
    }
  }
  return { nodes, relationships };
}

function toValue(term: Quad['object']): unknown {
  if (term.termType !== 'Literal') return term.value;
  const type = term.datatype.value.split('#')[1];
  if (type === 'boolean') return term.value === 'true';
  return type === 'integer' || type === 'double' ? Number(term.value) : term.value;
}

/** The statements of a JSON-LD file, by jsonld.js; nothing is fetched. */
export async function jsonLdQuads(file: Buffer): Promise<string> {
  return (await jsonld.toRDF(JSON.parse(file.toString()), {
    format: 'application/n-quads',
    documentLoader: async (url: string) => {
      throw new Error(`the file wants ${url}`);
    },
  })) as unknown as string;
}

export const READERS: readonly GraphReader[] = [
  { program: 'networkx', format: 'gexf', isHere: hasPython, open: python(NETWORKX, 'gexf') },
  { program: 'networkx', format: 'gexf-dynamic', isHere: hasPython, open: python(NETWORKX, 'gexf') },
  { program: 'networkx', format: 'graphml', isHere: hasPython, open: python(NETWORKX, 'graphml') },
  { program: 'igraph', format: 'graphml', isHere: hasPython, open: python(IGRAPH, 'graphml') },
  { program: 'networkx', format: 'node-link', isHere: hasPython, open: python(NETWORKX, 'json') },
  { program: 'graphology', format: 'graphology', isHere: true, open: each(openGraphology) },
  { program: 'cytoscape.js', format: 'cytoscape', isHere: true, open: each(openCytoscape) },
  { program: 'csv-parse', format: 'csv', isHere: hasPython, open: openCsv },
  {
    program: 'jsonld.js',
    format: 'jsonld',
    isHere: true,
    open: each(async (file) => fromQuads(new Parser().parse(await jsonLdQuads(file)))),
  },
  {
    program: 'n3',
    format: 'ttl',
    isHere: true,
    open: each((file) =>
      fromQuads(new Store(new Parser().parse(file.toString())).getQuads(null, null, null, null)),
    ),
  },
  { program: 'openpyxl', format: 'xlsx', isHere: hasPython, open: python(OPENPYXL, 'xlsx') },
  { program: 'yuantu import', format: 'gexf', isHere: true, open: ours('gexf') },
  { program: 'yuantu import', format: 'graphml', isHere: true, open: ours('graphml') },
];
