import { EVIDENCE, kindOf } from '../../model/schema.ts';
import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import type { ExportEdge, ExportGraph, ExportNode } from '../graph.ts';
import { toJson } from '../json/write.ts';
import { legal } from '../xml/write.ts';

const BASE = 'urn:yuantu:';
const VOCABULARY = `${BASE}vocabulary#`;
const GRAPH = `${BASE}graph`;
const PREFIXES = {
  yt: VOCABULARY,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  prov: 'http://www.w3.org/ns/prov#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const { yt: _, ...NAMESPACES } = PREFIXES;

/** Fixed, and in every file, so that nothing has to be fetched. */
const CONTEXT = {
  '@vocab': VOCABULARY,
  ...NAMESPACES,
  label: 'rdfs:label',
  subject: { '@id': 'rdf:subject', '@type': '@id' },
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  object: { '@id': 'rdf:object', '@type': '@id' },
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
} as const;

/** Words that the context gives another meaning: a property of such a name is written in full. */
const TERMS: ReadonlySet<string> = new Set(Object.keys(CONTEXT));

/** One piece of evidence of a relation: an article, where in it, and the words. */
interface Evidence {
  readonly article?: string;
  readonly span?: string;
  readonly quote?: string;
  readonly rule?: string;
}

function evidenceOf({ properties }: ExportEdge): Evidence[] {
  const lists = EVIDENCE.map((name) => properties[name]).map((list) => (Array.isArray(list) ? list : []));
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
    Object.entries(properties).filter(([name]) => !(EVIDENCE as readonly string[]).includes(name)),
  );
}

function iri(id: string): string {
  return `${BASE}id:${encodeURIComponent(legal(id))}`;
}

/** A label, type or property as a word of our vocabulary, with what an IRI or a keyword could not hold as percents. */
function word(name: string): string {
  return encodeURIComponent(legal(name)).replace(
    /[!'()*.~-]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The properties under words, as RDF can say them, each after a comma; lists without items say nothing, nor does a number that
 * JSON-LD rounds. Written by hand, as in the other JSON: objects made only to be turned into text cost memory.
 */
function named(properties: Properties): string {
  let text = '';
  for (const name in properties)
    text += `,${toJson(TERMS.has(name) ? `${VOCABULARY}${name}` : word(name))}:${plain(name, properties[name] as PropertyValue)}`;
  return text;
}

function plain(name: string, value: PropertyValue): string {
  if (typeof value === 'string') return toJson(legal(value));
  if (typeof value === 'object') return toJson(value.map(legal));
  if (typeof value === 'boolean' || isInteger(name, value)) return String(value);
  return `{"@type":"xsd:double","@value":"${double(value)}"}`;
}

/** Whether a number is an integer: one without a fraction, of a property that is no float. */
function isInteger(name: string, value: number): boolean {
  return Number.isSafeInteger(value) && kindOf(name) !== 'float';
}

function metadata({ creator, date, description, rights }: ExportGraph): (readonly [string, string])[] {
  return Object.entries({ creator, ...(date === undefined ? {} : { date }), description, rights });
}

/**
 * JSON-LD 1.1. Every relation stands twice: as the plain triple, and as a node of its own with its evidence, each piece derived
 * from its article (prov:wasDerivedFrom), because a triple cannot carry a quote.
 */
export function* writeJsonLd(graph: ExportGraph): Generator<string> {
  yield `{\n"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [\n`;
  const about = Object.fromEntries(metadata(graph).map(([name, value]) => [`dct:${name}`, value]));
  yield JSON.stringify({ '@id': GRAPH, ...about });
  const comma = ',\n';
  for (const node of graph.nodes) {
    const head = `"@id":${toJson(iri(node.id))},"@type":${toJson(node.labels.map(word))}`;
    yield `${comma}{${head},"label":${toJson(legal(node.label))}${named(node.properties)}}`;
  }
  for (const edge of graph.edges) {
    const [subject, predicate, object] = [
      toJson(iri(edge.from)),
      toJson(word(edge.type)),
      toJson(iri(edge.to)),
    ];
    const evidence = evidenceOf(edge).map(({ article, ...rest }) => {
      const source = article === undefined ? '' : `,"wasDerivedFrom":${toJson(iri(article))}`;
      return `{"@type":"Evidence"${source}${named(rest)}}`;
    });
    yield `${comma}{"@id":${subject},${predicate}:{"@id":${object}}}`;
    yield `${comma}{"@id":${toJson(iri(edge.id))},"@type":"Relation","subject":${subject},"predicate":${predicate},"object":${object}` +
      `${named(ownOf(edge))},"evidence":[${evidence.join(',')}]}`;
  }
  yield '\n]\n}\n';
}

/** Turtle, with the same triples as the JSON-LD. */
export function* writeTurtle(graph: ExportGraph): Generator<string> {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${namespace}> .\n`;
  const about = metadata(graph).map(([name, value]) => `dct:${name} ${text(value)}`);
  yield `\n<${GRAPH}> ${about.join(' ;\n  ')} .\n`;
  for (const node of graph.nodes) yield turtleNode(node);
  for (const edge of graph.edges) {
    yield `\n${ref(edge.from)} ${property(edge.type)} ${ref(edge.to)} .\n`;
    const lines = [
      'a yt:Relation',
      `rdf:subject ${ref(edge.from)}`,
      `rdf:predicate ${property(edge.type)}`,
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
  const types = `a ${labels.map(property).join(', ')}`;
  return `\n${ref(id)} ${[types, `rdfs:label ${text(label)}`, ...pairs(properties)].join(' ;\n  ')} .\n`;
}

/** A word in Turtle: by prefix where that can write it. */
function property(name: string): string {
  const written = word(name);
  return /^\w+$/u.test(written) ? `yt:${written}` : `<${VOCABULARY}${written}>`;
}

function ref(id: string): string {
  return `<${iri(id)}>`;
}

function pairs(properties: Properties): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value as string | number | boolean];
    return values.length === 0
      ? []
      : [`${property(name)} ${values.map((one) => term(name, one)).join(', ')}`];
  });
}

function term(name: string, value: Exclude<PropertyValue, readonly string[]>): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  return isInteger(name, value) ? `"${value}"^^xsd:integer` : `"${double(value)}"^^xsd:double`;
}

function double(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/u, '$1E');
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
