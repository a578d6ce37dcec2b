import type { ExportGraph } from './graph.ts';

/** One JSON object with two long lists, written item by item. */
function* object(
  head: Readonly<Record<string, unknown>>,
  lists: readonly (readonly [string, Iterable<unknown>])[],
  indent = '',
): Generator<string> {
  yield `${indent}{`;
  let comma = '\n';
  for (const [name, value] of Object.entries(head)) {
    yield `${comma}${indent}  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    comma = ',\n';
  }
  for (const [name, items] of lists) {
    yield `${comma}${indent}  ${JSON.stringify(name)}: [`;
    comma = ',\n';
    let between = '\n';
    for (const item of items) {
      yield `${between}${indent}    ${JSON.stringify(item)}`;
      between = ',\n';
    }
    yield between === '\n' ? ']' : `\n${indent}  ]`;
  }
  yield `\n${indent}}`;
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
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
      map(graph.nodes, ({ id, labels, label, properties }) => ({ ...properties, id, labels, label })),
    ],
    [
      'edges',
      map(graph.edges, ({ id, type, from, to, weight, properties }) => ({
        ...properties,
        type,
        weight,
        source: from,
        target: to,
        key: id,
      })),
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
      map(graph.nodes, ({ id, label, labels, place: [x, y] = [0, 0], size, colour, properties }) => ({
        key: id,
        attributes: { ...properties, label, labels, x, y, size, color: hex(colour) },
      })),
    ],
    [
      'edges',
      map(graph.edges, ({ id, type, from, to, weight, properties }) => ({
        key: id,
        source: from,
        target: to,
        // `type` would choose sigma's edge program.
        attributes: { ...properties, label: type, kind: type, weight },
      })),
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
      map(graph.nodes, ({ id, label, labels, place, size, colour, properties }) => ({
        data: { ...properties, id, label, labels, size, color: hex(colour) },
        ...(place ? { position: { x: place[0], y: place[1] } } : {}),
      })),
    ],
    [
      'edges',
      map(graph.edges, ({ id, type, from, to, weight, properties }) => ({
        data: { ...properties, id, source: from, target: to, type, weight },
      })),
    ],
  ]);
  yield '\n}\n';
}

export function hex(colour: readonly number[]): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
