import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { hashId } from '../../model/id.ts';
import type { Graph } from '../build/records.ts';
import { pack } from './pack.ts';
import type { Position } from './position.ts';
import { spread } from './spread.ts';

// A CommonJS module: its types speak of a default export, Node gives the function itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPACING = 24;

/**
 * A position for every node. Each connected part is laid out by ForceAtlas2 from distinct starts that the ids decide, its
 * overlaps are spread out, and the parts are packed under the largest. Equal graphs give equal positions.
 *
 * With `kept`, the nodes in it stay where they are, and a new one comes beside its neighbours: a small change moves nothing else.
 */
export function layOut(graph: Graph, kept: ReadonlyMap<string, Position> = new Map()): Map<string, Position> {
  const placed =
    kept.size > 0 ? joinKept(graph, kept) : pack(components(graph).map((ids) => drift(graph, ids)));
  return new Map([...placed].map(([id, { x, y }]) => [id, { x: round(x), y: round(y) }]));
}

/** The connected parts, the largest first, then by their least id. */
function components(graph: Graph): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of graph.nodes().sort()) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const id of part)
      for (const next of graph.neighbors(id))
        if (!seen.has(next)) {
          seen.add(next);
          part.push(next);
        }
    parts.push(part.sort());
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** One connected part by itself. Several edges between two nodes pull as one: evidence makes no place closer. */
function drift(graph: Graph, ids: readonly string[]): Map<string, Position> {
  const part = new UndirectedGraph<{ x: number; y: number; size: number }>();
  for (const id of ids) part.addNode(id, { ...startOf(id, ids.length), size: sizeOf(graph.degree(id)) });
  for (const id of ids)
    for (const other of graph.neighbors(id).sort()) if (id < other) part.mergeEdge(id, other);
  if (ids.length > 1)
    forceAtlas2.assign(part, {
      iterations: Math.round(Math.min(800, Math.max(60, 2_000_000 / ids.length))),
      settings: {
        barnesHutOptimize: ids.length > 1000,
        gravity: 4,
        scalingRatio: 20,
        slowDown: 4,
      },
    });
  return spread(part.mapNodes((id, { x, y, size }) => ({ id, x, y, size })));
}

/** A start from the id alone, in a disc whose area grows with the graph. */
function startOf(id: string, count: number): Position {
  const bits = hashId('position', id);
  const unit = (from: number) => Number.parseInt(bits.slice(from, from + 8), 16) / 2 ** 32;
  const radius = SPACING * Math.sqrt(count) * Math.sqrt(unit(0));
  const angle = 2 * Math.PI * unit(8);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** New nodes one after the other: beside the middle of their neighbours, or outside the picture where none is placed. */
function joinKept(graph: Graph, kept: ReadonlyMap<string, Position>): Map<string, Position> {
  const ids = graph.nodes().sort();
  const placed = new Map<string, Position>();
  for (const id of ids) {
    const position = kept.get(id);
    if (position !== undefined) placed.set(id, position);
  }
  const edge = [...placed.values()].reduce((far, { x, y }) => Math.max(far, Math.hypot(x, y)), 0);
  ids
    .filter((id) => !placed.has(id))
    .forEach((id, i) => {
      const near = graph.neighbors(id).flatMap((neighbour) => placed.get(neighbour) ?? []);
      const middle = (axis: 'x' | 'y') => near.reduce((sum, p) => sum + p[axis], 0) / (near.length || 1);
      const beside = onSpiral(i + 1, near.length > 0 ? SPACING : edge + 2 * SPACING);
      placed.set(id, { x: middle('x') + beside.x, y: middle('y') + beside.y });
    });
  return placed;
}

/** The i-th place to try beside a point, or outside a circle around the middle where `edge` is given. */
export function besideOf(x: number, y: number, i: number, edge: number): Position {
  const beside = onSpiral(i, edge > 0 ? edge + 2 * SPACING : SPACING);
  return { x: round(x + beside.x), y: round(y + beside.y) };
}

/** The i-th point outside a circle: a sunflower's, so that no two come close. */
function onSpiral(i: number, inner: number): Position {
  const radius = Math.sqrt(inner * inner + i * SPACING * SPACING);
  return { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE) };
}

/** The radius that a node is drawn with, from how many edges it has. */
export function sizeOf(degree: number): number {
  return Math.round((4 + 2.2 * Math.sqrt(degree)) * 10) / 10;
}

function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
