import type { EntityType } from '../../src/model/entity.ts';
import { endsOf } from '../graph/graph-index.ts';
import { colourOf, strokeOf, thicknessOf } from '../scene/look.ts';
import { type Frame, type Hand, pointOf, type Scene } from '../scene/scene.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';
import { type LabelWish, placeLabels } from './label-places.ts';
import { fontOf, paintLabels, paintNameplate, shorten } from './labels.ts';
import { controlOf } from './pick.ts';

/** Lit edges up to which each tells its relation, and the pixels that it needs for that. */
const [FEW_EDGES, LONG_EDGE] = [24, 90];

/** Radius in pixels from which a pictogram can be told. */
const PICTOGRAM_FROM = 6;

/**
 * Paint what comes and goes: what is lit, picked and under the mouse, and the names. It lies over the graph itself, which does
 * not have to be drawn anew for it.
 */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  hand: Hand,
): void {
  context.clearRect(0, 0, frame.width, frame.height);
  const { lit, focus } = scene.light;
  const nodes = new Set([...(lit?.nodes ?? []), ...(hand.hovered?.nodes ?? [])]);
  const edges = new Set([...(lit?.edges ?? []), ...(hand.hovered?.edges ?? [])]);
  for (const edge of edges) paintEdge(context, scene, frame, edge);
  for (const node of nodes)
    if (scene.shown.nodes[node] || focus.has(node)) paintNode(context, scene, frame, node);
  for (const node of scene.picked) if (scene.shown.nodes[node]) paintRing(context, scene, frame, node);
  if (edges.size <= FEW_EDGES) paintRelations(context, scene, frame, edges);
  const plate = focus.size === 1 ? [...focus] : [];
  paintLabels(context, scene, frame, nodes, new Set(plate));
  for (const node of plate) paintNameplate(context, scene, frame, node);
  paintLasso(context, scene, hand.lasso);
}

function paintEdge(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, edge: number): void {
  const [from, to] = endsOf(scene.index.graph, edge);
  if (from === to) return;
  const [ax, ay] = pointOf(scene, frame, from);
  const [bx, by] = pointOf(scene, frame, to);
  const width = thicknessOf(scene, edge) * 1.7 * Math.min(1.3, frame.scale);
  // The bend turns with the axis: the window counts downwards.
  const control = controlOf({ ax, ay, bx, by }, -(scene.index.bends[edge] ?? 0));
  const radius = (scene.radii[to] ?? 4) * frame.scale;
  const away = Math.hypot(bx - control.x, by - control.y) || 1;
  const [ux, uy] = [(bx - control.x) / away, (by - control.y) / away];
  const [tipX, tipY] = [bx - ux * radius, by - uy * radius];
  const length = width * 3.2;
  const colour = strokeOf(scene, edge);
  context.beginPath();
  context.moveTo(ax, ay);
  context.quadraticCurveTo(control.x, control.y, tipX - ux * length * 0.8, tipY - uy * length * 0.8);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.beginPath();
  context.moveTo(tipX, tipY);
  context.lineTo(tipX - ux * length + uy * length * 0.5, tipY - uy * length - ux * length * 0.5);
  context.lineTo(tipX - ux * length - uy * length * 0.5, tipY - uy * length + ux * length * 0.5);
  context.fillStyle = colour;
  context.fill();
}

function paintNode(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, node: number): void {
  const [x, y] = pointOf(scene, frame, node);
  const radius = (scene.radii[node] ?? 4) * frame.scale;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colourOf(scene, node);
  context.fill();
  const isFocus = scene.light.focus.has(node);
  context.lineWidth = isFocus ? 2.4 : 1.6;
  context.strokeStyle = isFocus ? scene.palette.accent : scene.palette.paper;
  context.stroke();
  if (radius > PICTOGRAM_FROM) paintPictogram(context, scene, node, x, y, radius);
}

const paths = new Map<EntityType, Path2D>();

function paintPictogram(
  context: CanvasRenderingContext2D,
  { index, palette }: Scene,
  node: number,
  x: number,
  y: number,
  radius: number,
): void {
  const type = index.graph.nodes.type[node] as EntityType;
  const path = paths.get(type) ?? new Path2D(PICTOGRAMS[type]);
  paths.set(type, path);
  const side = radius * 1.04;
  context.save();
  context.translate(x - side / 2, y - side / 2);
  context.scale(side / 24, side / 24);
  context.fillStyle = palette.card;
  context.fill(path, 'evenodd');
  context.restore();
}

function paintRing(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, node: number): void {
  const [x, y] = pointOf(scene, frame, node);
  context.beginPath();
  context.arc(x, y, (scene.radii[node] ?? 4) * frame.scale + 3.5, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = scene.palette.accent;
  context.stroke();
}

/** The relations' names at the middles of the edges that are long enough for them, none over another. */
function paintRelations(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  edges: ReadonlySet<number>,
): void {
  context.font = fontOf(4);
  const wishes = [...edges].flatMap((edge): LabelWish[] => {
    const [from, to] = endsOf(scene.index.graph, edge);
    const [ax, ay] = pointOf(scene, frame, from);
    const [bx, by] = pointOf(scene, frame, to);
    const text = shorten(scene.relations[scene.index.graph.edges.type[edge] ?? ''] ?? '');
    const length = Math.hypot(bx - ax, by - ay);
    if (text === '' || length < LONG_EDGE) return [];
    const control = controlOf({ ax, ay, bx, by }, -(scene.index.bends[edge] ?? 0));
    const [x, y] = [(ax + bx) / 4 + control.x / 2, (ay + by) / 4 + control.y / 2];
    const { width } = context.measureText(text);
    return [{ key: edge, text, x, y, radius: 0, width, height: 15, rank: length, isCentred: true }];
  });
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = scene.palette.paper;
  for (const { key, text, left, middle } of placeLabels(wishes, [], frame)) {
    context.strokeText(text, left, middle);
    context.fillStyle = strokeOf(scene, key);
    context.fillText(text, left, middle);
  }
}

function paintLasso(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  lasso: readonly (readonly [number, number])[],
): void {
  if (lasso.length < 2) return;
  context.beginPath();
  for (const [x, y] of lasso) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.1;
  context.fillStyle = palette.accent;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = palette.accent;
  context.stroke();
}
