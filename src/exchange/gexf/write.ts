import type { Properties } from '../../model/snapshot.ts';
import { type Column, columnsOf, drawnColumnsOf, toColumnXml } from '../column.ts';
import type { ExportGraph } from '../graph.ts';
import { toDays } from '../time.ts';
import { attributes, escapeXml } from '../xml/write.ts';
import { gexfKey } from './key.ts';

/**
 * GEXF 1.2 as Gephi, Gephi Lite and networkx read it: positions, sizes and colours in the viz namespace, a relation's type as
 * `kind`, so that parallel relations stay apart, the number of pieces of evidence as `weight`, labels as `:Company:Entity`.
 *
 * Source: https://gexf.net/1.2/
 */
export function writeGexf(graph: ExportGraph): Generator<string> {
  return write(graph, 'mode="static"', () => '');
}

/**
 * The same over time: what has a first and a last day is there between them, both included. A month or a year counts from its
 * first day to its last; what has no dates is always there.
 */
export function writeDynamicGexf(graph: ExportGraph): Generator<string> {
  return write(graph, 'mode="dynamic" timeformat="date" timerepresentation="interval"', spells);
}

function* write(
  graph: ExportGraph,
  mode: string,
  inside: (properties: Properties) => string,
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n';
  yield `<meta${graph.date === undefined ? '' : ` lastmodifieddate="${graph.date}"`}><creator>${escapeXml(graph.creator)}</creator>`;
  yield `<description>${escapeXml(`${graph.description}. ${graph.rights}`)}</description></meta>\n`;
  yield `<graph defaultedgetype="directed" ${mode}>\n`;

  const nodeColumns = drawnColumnsOf(graph.nodes);
  const edgeColumns = columnsOf(graph.edges);
  yield declare('node', [{ name: 'labels', type: 'string', json: false }, ...nodeColumns]);
  yield declare('edge', edgeColumns);
  const nodeValues = written(nodeColumns);
  const edgeValues = written(edgeColumns);
  yield '<nodes>\n';
  for (const { id, label, labels, place, size, colour, properties } of graph.nodes) {
    const [r, g, b] = colour;
    yield `<node id="${escapeXml(id)}" label="${escapeXml(label)}"><attvalues>` +
      `<attvalue for="labels" value="${escapeXml(`:${labels.join(':')}`)}"/>${values(nodeValues, properties)}</attvalues>` +
      `${inside(properties)}<viz:color r="${r}" g="${g}" b="${b}"/>` +
      // Its y grows upwards, ours downwards.
      `${place ? `<viz:position x="${place[0]}" y="${-place[1] || 0}" z="0"/>` : ''}<viz:size value="${size}"/></node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const { id, type, from, to, weight, properties } of graph.edges) {
    const kind = escapeXml(type);
    const ends = `source="${escapeXml(from)}" target="${escapeXml(to)}"`;
    const known = values(edgeValues, properties);
    yield `<edge id="${escapeXml(id)}" ${ends} label="${kind}" kind="${kind}" weight="${weight}">` +
      `${known === '' ? '' : `<attvalues>${known}</attvalues>`}${inside(properties)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declare(of: 'node' | 'edge', columns: readonly Column[]): string {
  const rows = columns.map(
    (column) => `<attribute${attributes({ id: gexfKey(column), title: column.name, type: column.type })}/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${rows.join('')}</attributes>\n`;
}

/** A column with what stands before each of its values. */
type Written = Column & { readonly before: string };

function written(columns: readonly Column[]): Written[] {
  return columns.map((column) => ({
    ...column,
    before: `<attvalue for="${escapeXml(gexfKey(column))}" value="`,
  }));
}

function values(columns: readonly Written[], properties: Properties): string {
  let known = '';
  for (const column of columns) {
    const one = properties[column.name];
    if (one !== undefined) known += `${column.before}${toColumnXml(column, one)}"/>`;
  }
  return known;
}

/** An open or an empty stretch of time is lost on readers, so the day after the last one closes it. */
function spells({ firstSeen, lastSeen }: Properties): string {
  const first = toDays(firstSeen);
  const last = toDays(lastSeen ?? firstSeen);
  if (first === undefined || last === undefined || last.after <= first.start) return '';
  return `<spells><spell start="${first.start}" end="${last.after}"/></spells>`;
}
