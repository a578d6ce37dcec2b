import type { Properties } from '../model/snapshot.ts';
import { type Column, columnsOf, toText } from './column.ts';
import type { ExportGraph } from './graph.ts';
import { attributes, escapeXml } from './xml.ts';

/** A column with the id of its key: GraphML wants them unique over nodes and edges. */
interface Key extends Column {
  readonly id: string;
}

/**
 * GraphML as Gephi, yEd, networkx, igraph and Neo4j's APOC read it: `labels` and `label` in the XML are APOC's labels and
 * relationship type, and `label`, `x`, `y`, `size`, `r`, `g`, `b` and `weight` are what Gephi draws.
 *
 * Source: http://graphml.graphdrawing.org/specification.html
 */
export function* writeGraphml(graph: ExportGraph): Generator<string> {
  const nodes = graph.nodes.map(({ label, x, y, size, colour: [r, g, b], properties, ...rest }) => ({
    ...rest,
    properties: { ...properties, label, x, y: -y || 0, size, r, g, b },
  }));
  const edges = graph.edges.map(({ type, weight, properties, ...rest }) => ({
    ...rest,
    type,
    properties: { ...properties, label: type, weight },
  }));
  const nodeKeys = columnsOf(nodes).map((column, i) => ({ ...column, id: `n${i}` }));
  const edgeKeys = columnsOf(edges).map((column, i) => ({ ...column, id: `e${i}` }));

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield `<desc>${escapeXml(`${graph.creator}, ${graph.date}: ${graph.description}`)}</desc>\n`;
  for (const [of, keys] of [['node', nodeKeys] as const, ['edge', edgeKeys] as const])
    for (const { id, name, type } of keys)
      yield `<key${attributes({ id, for: of, 'attr.name': name, 'attr.type': type })}/>\n`;
  yield '<graph id="yuantu" edgedefault="directed">\n';
  for (const { id, labels, properties } of nodes)
    yield `<node${attributes({ id, labels: `:${labels.join(':')}` })}>${data(nodeKeys, properties)}</node>\n`;
  for (const { id, type, from, to, properties } of edges) {
    const head = attributes({ id, source: from, target: to, label: type });
    yield `<edge${head}>${data(edgeKeys, properties)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function data(keys: readonly Key[], properties: Properties): string {
  return keys
    .flatMap(({ id, name }) => {
      const value = properties[name];
      return value === undefined ? [] : [`<data key="${id}">${escapeXml(toText(value))}</data>`];
    })
    .join('');
}
