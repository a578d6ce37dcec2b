import type { Properties, PropertyValue } from '../../model/snapshot.ts';
import type { ExportGraph } from '../graph.ts';
import { isPlain } from '../xml/write.ts';

/** One JSON object with two long lists, whose items are JSON already, written item by item. */
function* object(
  head: Readonly<Record<string, unknown>>,
  lists: readonly (readonly [string, Iterable<string>])[],
): Generator<string> {
  yield '{';
  let comma = '\n';
  for (const [name, value] of Object.entries(head)) {
    yield `${comma}  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    comma = ',\n';
  }
  for (const [name, items] of lists) {
    yield `${comma}  ${JSON.stringify(name)}: [`;
    comma = ',\n';
    let between = '\n';
    for (const item of items) {
      yield `${between}    ${item}`;
      between = ',\n';
    }
    yield between === '\n' ? ']' : '\n  ]';
  }
  yield '\n}';
}

/**
 * An object of some fields, and of the properties those whose names are not among them. Written by hand: objects made only to be
 * turned into text cost more memory than the text.
 */
function fields(own: Readonly<Record<string, PropertyValue>>, properties: Properties = {}): string {
  let text = '';
  for (const name in own) text += `${text === '' ? '' : ','}"${name}":${toJson(own[name] as PropertyValue)}`;
  for (const name in properties)
    if (!Object.hasOwn(own, name))
      text += `${text === '' ? '' : ','}${toJson(name)}:${toJson(properties[name] as PropertyValue)}`;
  return `{${text}}`;
}

/** A value as JSON. */
export function toJson(value: PropertyValue): string {
  if (typeof value === 'string') return isPlain(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  let items = '';
  for (const item of value) items += `${items === '' ? '' : ','}${toJson(item)}`;
  return `[${items}]`;
}

function* map<T>(items: Iterable<T>, change: (item: T) => string): Generator<string> {
  for (const item of items) yield change(item);
}

const metadata = ({ creator, date, description, rights }: ExportGraph) => ({
  creator,
  date,
  description,
  rights,
});

/** Node-link JSON as networkx reads it: `node_link_graph(data, edges="edges")`. */
export function* writeNodeLink(graph: ExportGraph): Generator<string> {
  yield* object({ directed: true, multigraph: true, graph: metadata(graph) }, [
    [
      'nodes',
      map(graph.nodes, ({ id, labels, label, properties }) => fields({ id, labels, label }, properties)),
    ],
    [
      'edges',
      map(graph.edges, ({ id, type, from, to, weight, properties }) =>
        fields({ type, weight, source: from, target: to, key: id }, properties),
      ),
    ],
  ]);
  yield '\n';
}

/** What graphology's `Graph.from` reads, with the attributes that sigma draws. */
export function* writeGraphology(graph: ExportGraph): Generator<string> {
  const options = { type: 'directed', multi: true, allowSelfLoops: true };
  yield* object({ attributes: metadata(graph), options }, [
    [
      'nodes',
      map(graph.nodes, ({ id, label, labels, place: [x, y] = [0, 0], size, colour, properties }) => {
        const attributes = fields({ label, labels, x, y, size, color: hex(colour) }, properties);
        return `{"key":${toJson(id)},"attributes":${attributes}}`;
      }),
    ],
    [
      'edges',
      map(graph.edges, ({ id, type, from, to, weight, properties }) => {
        // `type` would choose sigma's edge program.
        const attributes = fields({ label: type, kind: type, weight }, properties);
        return `{"key":${toJson(id)},"source":${toJson(from)},"target":${toJson(to)},"attributes":${attributes}}`;
      }),
    ],
  ]);
  yield '\n';
}

/** Cytoscape JSON with positions. */
export function* writeCytoscape(graph: ExportGraph): Generator<string> {
  yield `{\n"data": ${JSON.stringify(metadata(graph))},\n"elements":\n`;
  yield* object({}, [
    [
      'nodes',
      map(graph.nodes, ({ id, label, labels, place, size, colour, properties }) => {
        const data = fields({ id, label, labels, size, color: hex(colour) }, properties);
        return `{"data":${data}${place ? `,"position":${fields({ x: place[0], y: place[1] })}` : ''}}`;
      }),
    ],
    [
      'edges',
      map(
        graph.edges,
        ({ id, type, from, to, weight, properties }) =>
          `{"data":${fields({ id, source: from, target: to, type, weight }, properties)}}`,
      ),
    ],
  ]);
  yield '\n}\n';
}

export function hex(colour: readonly number[]): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
