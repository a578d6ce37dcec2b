import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { hashId } from '../../model/id.ts';
import type { Graph } from '../build/records.ts';
import { type Circle, type Island, merge, toIsland } from './island.ts';
import { pack } from './pack.ts';
import type { Position } from './position.ts';
import { spread } from './spread.ts';

// A CommonJS module: its types speak of a default export, Node gives the function itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPACING = 24;

/** Room around a node, and how many times the area that nodes need is theirs. */
const [ROOM, LOOSENESS] = [9, 1.5];

/** How often the communities of a connected part are drawn together, and how far each time. */
const [PULLS, PULL] = [40, 0.94];

/** The community of a node. */
type CommunityOf = (id: string) => number;

/** How many relations a node is drawn as large by. */
type DegreeOf = (id: string) => number;

/**
 * A position for every node. Each community is laid out by ForceAtlas2 from distinct starts that the ids decide and stands in a
 * circle of its own, beside the communities that it is tied to; the connected parts are packed around the largest. Equal graphs
 * give equal positions.
 *
 * With `kept`, the nodes in it stay where they are, and a new one comes beside its neighbours: a small change moves nothing else.
 */
export function layOut(
  graph: Graph,
  communityOf: CommunityOf,
  kept: ReadonlyMap<string, Position> = new Map(),
  degreeOf: DegreeOf = (id) => graph.degree(id),
): Map<string, Position> {
  const placed =
    kept.size > 0
      ? joinKept(graph, kept)
      : pack(
          components(graph)
            .map((ids) => drift(graph, ids, communityOf, degreeOf))
            .sort((a, b) => b.radius - a.radius),
        );
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

/** A connected part by itself: its communities, each an island, beside those that they are tied to. */
function drift(graph: Graph, ids: readonly string[], communityOf: CommunityOf, degreeOf: DegreeOf): Island {
  const members = new Map<number, string[]>();
  for (const id of ids) {
    const list = members.get(communityOf(id));
    if (list) list.push(id);
    else members.set(communityOf(id), [id]);
  }
  const parts = [...members.values()];
  const islands = parts.map((part) => toIsland(apart(settle(pull(graph, part, degreeOf)))));
  const [only, ...others] = islands;
  if (only && others.length === 0) return only;
  const numbers = new Map([...members.keys()].map((community, i) => [community, i]));
  const numberOf = (id: string) => numbers.get(communityOf(id)) ?? 0;
  return merge(islands, together(between(graph, parts, islands, numberOf)));
}

type Drawn = UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>;

/** Some nodes with what ties them. Several edges between two pull as one: evidence makes no place closer. */
function pull(graph: Graph, ids: readonly string[], degreeOf: DegreeOf): Drawn {
  const part: Drawn = new UndirectedGraph();
  const wanted = new Set(ids);
  for (const id of ids) part.addNode(id, { ...startOf(id, ids.length), size: sizeOf(degreeOf(id)) });
  for (const id of ids)
    for (const other of graph.neighbors(id).sort())
      if (id < other && wanted.has(other)) part.mergeEdge(id, other, { weight: 1 });
  return part;
}

/** The communities of a part, as large as their islands; they pull by how much ties them. */
function between(
  graph: Graph,
  parts: readonly (readonly string[])[],
  islands: readonly Island[],
  numberOf: (id: string) => number,
): Drawn {
  const whole: Drawn = new UndirectedGraph();
  islands.forEach(({ radius }, i) => {
    const start = startOf(parts[i]?.[0] ?? '', islands.length);
    whole.addNode(i, { ...start, size: radius });
  });
  parts.forEach((ids, here) => {
    for (const id of ids)
      for (const other of graph.neighbors(id).sort()) {
        const there = numberOf(other);
        if (here < there) whole.updateEdge(here, there, ({ weight = 0 }) => ({ weight: weight + 1 }));
      }
  });
  return whole;
}

/** Let nodes find their places. */
function settle(part: Drawn): Drawn {
  if (part.order > 1)
    forceAtlas2.assign(part, {
      iterations: Math.round(Math.min(300, Math.max(60, 600_000 / part.order))),
      getEdgeWeight: 'weight',
      settings: {
        barnesHutOptimize: part.order > 1000,
        edgeWeightInfluence: 0.5,
        gravity: 4,
        scalingRatio: 20,
        slowDown: 4,
      },
    });
  return part;
}

function circlesOf(part: Drawn): Circle[] {
  return part.mapNodes((id, { x, y, size }) => ({ id, x, y, size }));
}

/** The nodes in a circle as large as they need, so far apart that none lies over another. */
function apart(part: Drawn): Circle[] {
  const circles = circlesOf(part);
  const middle = (axis: 'x' | 'y') => circles.reduce((sum, one) => sum + one[axis], 0) / circles.length;
  const [left, top] = [middle('x'), middle('y')];
  const ranked = circles
    .map((circle) => ({ circle, far: Math.hypot(circle.x - left, circle.y - top) }))
    .sort((a, b) => a.far - b.far || (a.circle.id < b.circle.id ? -1 : 1));
  // Each is as far from the middle as those that are nearer leave room for: what springs pushed far out comes back.
  let filled = 0;
  const close = ranked.map(({ circle, far }) => {
    filled += (circle.size + ROOM) ** 2 * LOOSENESS;
    const share = Math.sqrt(filled) / (far || 1);
    return { ...circle, x: (circle.x - left) * share, y: (circle.y - top) * share };
  });
  const at = spread(close);
  return close.map((circle) => ({ ...circle, ...at.get(circle.id) }));
}

/** Islands beside those that they are tied to, none over another, and with little sea between them. */
function together(whole: Drawn): Circle[] {
  let circles = circlesOf(settle(whole));
  const far = circles.reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y)), 1);
  const room = Math.sqrt(circles.reduce((sum, { size }) => sum + size * size, 0));
  circles = circles.map((circle) => ({ ...circle, x: (circle.x * room) / far, y: (circle.y * room) / far }));
  for (let round = 0; round <= PULLS; round++) {
    const at = spread(circles, 0);
    circles = circles.map((circle) => {
      const { x, y } = at.get(circle.id) ?? circle;
      const share = round < PULLS ? PULL : 1;
      return { ...circle, x: x * share, y: y * share };
    });
  }
  return circles;
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
  return Math.round(Math.min(24, 4 + 2.2 * Math.sqrt(degree)) * 10) / 10;
}

function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
