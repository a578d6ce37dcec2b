import type { Properties, PropertyValue } from '../model/snapshot.ts';
import type { ExportEdge, ExportGraph, ExportNode } from './graph.ts';
import { legal } from './xml.ts';

const BASE = 'urn:yuantu:';
const VOCABULARY = `${BASE}vocabulary#`;
const PREFIXES = {
  yt: VOCABULARY,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** One piece of evidence of a relation: an article, where in it, and the words. */
interface Evidence {
  readonly article?: string;
  readonly span?: string;
  readonly quote?: string;
  readonly rule?: string;
}

const PARALLEL = ['articles', 'spans', 'quotes', 'rules'] as const;

function evidenceOf({ properties }: ExportEdge): Evidence[] {
  const lists = PARALLEL.map((name) => properties[name]).map((list) => (Array.isArray(list) ? list : []));
  const [articles = [], spans = [], quotes = [], rules = []] = lists as readonly (readonly string[])[];
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, i) => ({
    ...(articles[i] === undefined ? {} : { article: articles[i] }),
    ...(spans[i] === undefined ? {} : { span: spans[i] }),
    ...(quotes[i] === undefined ? {} : { quote: quotes[i] }),
    ...(rules[i] === undefined ? {} : { rule: rules[i] }),
  }));
}

/** The properties of an edge that say something of the whole relation. */
function ownOf({ properties }: ExportEdge): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => !(PARALLEL as readonly string[]).includes(name)),
  );
}

function iri(id: string): string {
  return `${BASE}id:${encodeURIComponent(legal(id))}`;
}

/**
 * JSON-LD 1.1. Every relation stands twice: as the plain triple, and as a node of its own with its evidence, each piece derived
 * from its article (prov:wasDerivedFrom), because a triple cannot carry a quote.
 */
export function* writeJsonLd(graph: ExportGraph): Generator<string> {
  const context = {
    '@vocab': VOCABULARY,
    rdf: PREFIXES.rdf,
    rdfs: PREFIXES.rdfs,
    prov: PREFIXES.prov,
    label: 'rdfs:label',
    subject: { '@id': 'rdf:subject', '@type': '@id' },
    predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
    object: { '@id': 'rdf:object', '@type': '@id' },
    wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  };
  const outgoing = new Map<string, ExportEdge[]>();
  for (const edge of graph.edges) {
    const list = outgoing.get(edge.from);
    if (list === undefined) outgoing.set(edge.from, [edge]);
    else list.push(edge);
  }
  yield `{\n"@context": ${JSON.stringify(context)},\n"@graph": [`;
  let comma = '\n';
  for (const node of graph.nodes) {
    const links: Record<string, { '@id': string }[]> = {};
    for (const { type, to } of outgoing.get(node.id) ?? []) {
      links[type] ??= [];
      links[type].push({ '@id': iri(to) });
    }
    const { id: _, ...properties } = node.properties;
    yield `${comma}${JSON.stringify({ '@id': iri(node.id), '@type': node.labels, label: node.label, ...properties, ...links })}`;
    comma = ',\n';
  }
  for (const edge of graph.edges) {
    const evidence = evidenceOf(edge).map(({ article, ...rest }) => ({
      '@type': 'Evidence',
      ...(article === undefined ? {} : { wasDerivedFrom: iri(article) }),
      ...rest,
    }));
    const record = {
      '@id': iri(edge.id),
      '@type': 'Relation',
      subject: iri(edge.from),
      predicate: edge.type,
      object: iri(edge.to),
      ...ownOf(edge),
      evidence,
    };
    yield `${comma}${JSON.stringify(record)}`;
    comma = ',\n';
  }
  yield '\n]\n}\n';
}

/** Turtle, with the same triples as the JSON-LD. */
export function* writeTurtle(graph: ExportGraph): Generator<string> {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${namespace}> .\n`;
  yield `# ${graph.creator}, ${graph.date}: ${graph.description}\n`;
  for (const node of graph.nodes) yield turtleNode(node);
  for (const edge of graph.edges) {
    yield `\n${ref(edge.from)} yt:${edge.type} ${ref(edge.to)} .\n`;
    const lines = [
      'a yt:Relation',
      `rdf:subject ${ref(edge.from)}`,
      `rdf:predicate yt:${edge.type}`,
      `rdf:object ${ref(edge.to)}`,
      ...pairs(ownOf(edge)),
      ...evidenceOf(edge).map(
        ({ article, ...rest }) =>
          `yt:evidence [ ${[
            'a yt:Evidence',
            ...(article === undefined ? [] : [`prov:wasDerivedFrom ${ref(article)}`]),
            ...pairs(rest),
          ].join(' ; ')} ]`,
      ),
    ];
    yield `${ref(edge.id)} ${lines.join(' ;\n  ')} .\n`;
  }
}

function turtleNode({ id, labels, label, properties }: ExportNode): string {
  const types = `a ${labels.map((one) => `yt:${one}`).join(', ')}`;
  return `\n${ref(id)} ${[types, `rdfs:label ${text(label)}`, ...pairs(properties)].join(' ;\n  ')} .\n`;
}

function ref(id: string): string {
  return `<${iri(id)}>`;
}

function pairs(properties: Properties): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value as string | number | boolean];
    return values.length === 0 ? [] : [`yt:${name} ${values.map(term).join(', ')}`];
  });
}

function term(value: Exclude<PropertyValue, readonly string[]>): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  return Number.isInteger(value) ? `"${value}"^^xsd:integer` : `"${value}"^^xsd:double`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function text(value: string): string {
  return `"${legal(value).replace(/[\\"\n\r\t]/gu, (c) => ESCAPES[c] ?? c)}"`;
}
