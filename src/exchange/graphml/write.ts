import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import { type Column, columnsOf, toColumnXml } from '../column.ts';
import { type ExportEdge, type ExportGraph, type ExportNode, headline } from '../graph.ts';
import { attributes, escapeXml } from '../xml/write.ts';
import { DRAWN_EDGE, DRAWN_NODE, JSON_KEY } from './keys.ts';

/** A column with the id of its key: GraphML wants them unique over nodes and edges. */
interface Key extends Column {
  readonly id: string;
  /** What stands before each of its values. */
  readonly before: string;
}

/**
 * GraphML as Gephi, yEd, networkx, igraph and Neo4j's APOC read it: `labels` and `label` in the XML are APOC's labels and
 * relationship type, and `label`, `x`, `y`, `size`, `r`, `g`, `b` and `weight` are what Gephi draws. A property of one of
 * these names gives way to it.
 *
 * Source: http://graphml.graphdrawing.org/specification.html
 */
export function* writeGraphml(graph: ExportGraph): Generator<string> {
  const nodeKeys = toKeys('n', DRAWN_NODE, graph.nodes);
  const edgeKeys = toKeys('e', DRAWN_EDGE, graph.edges);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield `<desc>${escapeXml(headline(graph))}</desc>\n`;
  for (const [of, keys] of [['node', nodeKeys] as const, ['edge', edgeKeys] as const])
    for (const { id, name, type, json } of keys) {
      const head = attributes({ id, for: of, 'attr.name': name, 'attr.type': type });
      yield json ? `<key${head}><desc>${JSON_KEY}</desc></key>\n` : `<key${head}/>\n`;
    }
  yield '<graph id="yuantu" edgedefault="directed">\n';
  for (const node of graph.nodes)
    yield `<node id="${escapeXml(node.id)}" labels="${escapeXml(toText(node.labels))}">${data(nodeKeys, drawnNode(node), node.properties)}</node>\n`;
  for (const edge of graph.edges) {
    const { id, type, from, to, properties } = edge;
    const head = `id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}" label="${escapeXml(type)}"`;
    yield `<edge ${head}>${data(edgeKeys, drawnEdge(edge), properties)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function toKeys(
  prefix: string,
  drawn: readonly Column[],
  records: Iterable<{ readonly properties: Properties }>,
): Key[] {
  const names = new Set(drawn.map(({ name }) => name));
  const own = columnsOf(records).filter(({ name }) => !names.has(name));
  return [...drawn, ...own].map((column, i) => {
    const id = `${prefix}${i}`;
    return { ...column, id, before: `<data key="${id}">` };
  });
}

type Drawn = readonly (PropertyValue | undefined)[];

function drawnNode({ labels, label, place, size, colour: [r, g, b] }: ExportNode): Drawn {
  return [toText(labels), label, place?.[0], place && (-place[1] || 0), size, r, g, b];
}

/** As APOC writes labels. */
function toText(labels: readonly string[]): string {
  return `:${labels.join(':')}`;
}

function drawnEdge({ type, weight }: ExportEdge): Drawn {
  return [type, weight];
}

/** The first keys are of what is drawn, the others of the properties. */
function data(keys: readonly Key[], drawn: Drawn, properties: Properties): string {
  let known = '';
  let i = 0;
  for (const key of keys) {
    const value = i < drawn.length ? drawn[i] : properties[key.name];
    i++;
    if (value !== undefined) known += `${key.before}${toColumnXml(key, value)}</data>`;
  }
  return known;
}
