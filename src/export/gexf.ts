import type { Properties } from '../model/snapshot.ts';
import { type Column, columnsOf, toText } from './column.ts';
import type { ExportGraph } from './graph.ts';
import { attributes, escapeXml } from './xml.ts';

/**
 * GEXF 1.2 as Gephi, Gephi Lite and networkx read it: positions, sizes and colours in the viz namespace, a relation's type as
 * `kind`, so that parallel relations stay apart, the number of pieces of evidence as `weight`.
 *
 * Source: https://gexf.net/1.2/
 */
export function* writeGexf(graph: ExportGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n';
  yield `<meta lastmodifieddate="${graph.date}"><creator>${escapeXml(graph.creator)}</creator>`;
  yield `<description>${escapeXml(graph.description)}</description></meta>\n`;
  yield '<graph defaultedgetype="directed" mode="static">\n';

  const nodeColumns = columnsOf(graph.nodes);
  const edgeColumns = columnsOf(graph.edges);
  yield declare('node', nodeColumns);
  yield declare('edge', edgeColumns);
  yield '<nodes>\n';
  for (const { id, label, x, y, size, colour, properties } of graph.nodes) {
    const [r, g, b] = colour;
    yield `<node${attributes({ id, label })}>${values(nodeColumns, properties)}`;
    // Its y grows upwards, ours downwards.
    yield `<viz:color${attributes({ r, g, b })}/><viz:position${attributes({ x, y: -y || 0, z: 0 })}/>`;
    yield `<viz:size${attributes({ value: size })}/></node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const { id, type, from, to, weight, properties } of graph.edges) {
    yield `<edge${attributes({ id, source: from, target: to, label: type, kind: type, weight })}>`;
    yield `${values(edgeColumns, properties)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declare(of: 'node' | 'edge', columns: readonly Column[]): string {
  const rows = columns.map(
    ({ name, type }) => `<attribute${attributes({ id: name, title: name, type })}/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${rows.join('')}</attributes>\n`;
}

function values(columns: readonly Column[], properties: Properties): string {
  const known = columns.flatMap(({ name }) => {
    const value = properties[name];
    return value === undefined ? [] : [`<attvalue${attributes({ for: name, value: toText(value) })}/>`];
  });
  return known.length === 0 ? '' : `<attvalues>${known.join('')}</attvalues>`;
}
