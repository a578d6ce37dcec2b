import { DERIVED } from '../../model/schema.ts';
import type { NodeRecord, Properties, Snapshot } from '../../model/snapshot.ts';
import { entityPart, known, toGraph } from '../build/records.ts';
import { layOut } from './layout.ts';
import { measure } from './measure.ts';
import type { Position } from './position.ts';

// Above this share of new entities the old picture is worth nothing.
const MOST_NEW = 0.25;

/**
 * Gives every entity its position and measures, over the relations among entities.
 *
 * Where `before` has most of them, positions and communities stay and new entities join beside their neighbours; else all is laid out
 * anew.
 */
export function arrange(snapshot: Snapshot, before?: Snapshot): Snapshot {
  const part = entityPart(snapshot);
  const graph = toGraph(part);
  const old = new Map((before?.nodes ?? []).map((node) => [node.id, node.properties]));
  const kept = new Map<string, Position>();
  for (const { id } of part.nodes) {
    const position = positionOf(old.get(id));
    if (position !== undefined) kept.set(id, position);
  }
  const isKept = kept.size >= (1 - MOST_NEW) * part.nodes.length;
  const communities = new Map(
    [...kept.keys()].flatMap((id) => {
      const community = old.get(id)?.community;
      return typeof community === 'number' ? [[id, community] as const] : [];
    }),
  );
  const measures = measure(graph, isKept ? communities : new Map());
  const communityOf = (id: string) => measures.get(id)?.community ?? -1;
  const positions = layOut(graph, communityOf, isKept ? kept : new Map());
  const derive = (node: NodeRecord): NodeRecord => {
    const { id, labels, properties } = node;
    const position = positions.get(id);
    return position === undefined
      ? node
      : { id, labels, properties: known(Object.assign({}, properties, position, measures.get(id))) };
  };
  return { nodes: snapshot.nodes.map(derive), relationships: snapshot.relationships };
}

/** A snapshot without what is derived. */
export function withoutDerived({ nodes, relationships }: Snapshot): Snapshot {
  return { nodes: nodes.map(bare), relationships };
}

/** A node without what is derived. */
export function bare(node: NodeRecord): NodeRecord {
  const kept = Object.entries(node.properties).filter(([name]) => !DERIVED.has(name));
  return { ...node, properties: Object.fromEntries(kept) };
}

function positionOf(properties: Properties | undefined): Position | undefined {
  const { x, y } = properties ?? {};
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}
