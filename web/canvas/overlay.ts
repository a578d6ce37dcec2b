import { ENTITY_TYPES, type EntityType } from '../../src/model/entity.ts';
import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import { endsOf } from '../graph/graph-index.ts';
import { colourOf, strokeOf, thicknessOf } from '../scene/look.ts';
import { type Drawing, pointOf, radiusOf, type Scene } from '../scene/scene.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';
import { controlOf, curveInWindow, middleOf } from './curve.ts';
import { paintGroups } from './discs.ts';
import { paintHeads } from './heads.ts';
import { type LabelWish, placeLabels } from './label-places.ts';
import { paintLabels } from './labels.ts';
import { paintNameplate } from './nameplate.ts';
import type { Pointer } from './pointer.ts';
import type { Pen } from './svg-pen.ts';
import { fontOf, shorten } from './text.ts';

/** Lit edges up to which each tells its relation, and the pixels that it needs for that. */
const [FEW_EDGES, LONG_EDGE] = [24, 90];

/** Radius in pixels from which a pictogram can be told. */
const PICTOGRAM_FROM = 6;

/**
 * Paint what comes and goes: what is lit, picked and under the mouse, and the names. It lies over the graph itself, which does
 * not have to be drawn anew for it.
 */
export function paintOverlay(context: CanvasRenderingContext2D, drawing: Drawing, pointer: Pointer): void {
  const { scene, frame } = drawing;
  context.clearRect(0, 0, frame.width, frame.height);
  const { lit, focus } = scene.light;
  const nodes = new Set([...(lit?.nodes ?? []), ...(pointer.hovered?.nodes ?? [])]);
  const edges = new Set([...(lit?.edges ?? []), ...(pointer.hovered?.edges ?? [])]);
  paintGroups(context, drawing, pointer.group);
  if (!lit) paintHeads(context, drawing);
  for (const edge of edges) paintEdge(context, drawing, edge);
  for (const node of nodes) if (scene.shown.nodes[node] || focus.has(node)) paintNode(context, drawing, node);
  for (const node of scene.picked) if (scene.shown.nodes[node]) paintRing(context, drawing, node);
  paintRelations(context, drawing, edges);
  const plate = focus.size === 1 ? [...focus] : [];
  paintLabels(context, drawing, nodes, new Set(plate));
  for (const node of plate) paintNameplate(context, drawing, node);
  paintLasso(context, scene, pointer.lasso);
}

/** An edge that is lit, with its head. */
export function paintEdge(context: Pen, drawing: Drawing, edge: number): void {
  const { scene, frame } = drawing;
  const [from, to] = endsOf(scene.index.graph, edge);
  if (from === to) return;
  const curve = curveInWindow(drawing, edge);
  const { ax, ay, bx, by } = curve;
  const width = thicknessOf(scene, edge) * 1.7 * Math.min(1.3, frame.scale);
  const control = controlOf(curve);
  const radius = radiusOf(drawing, to);
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

function paintNode(context: CanvasRenderingContext2D, drawing: Drawing, node: number): void {
  const { scene } = drawing;
  const [x, y] = pointOf(drawing, node);
  const radius = radiusOf(drawing, node);
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

const pathOf = memo((type: EntityType) => new Path2D(PICTOGRAMS[type]), ENTITY_TYPES.length);

function paintPictogram(
  context: CanvasRenderingContext2D,
  { index, palette }: Scene,
  node: number,
  x: number,
  y: number,
  radius: number,
): void {
  const path = pathOf(itemAt(index.graph.nodes.type, node));
  const side = radius * 1.04;
  context.save();
  context.translate(x - side / 2, y - side / 2);
  context.scale(side / 24, side / 24);
  context.fillStyle = palette.card;
  context.fill(path, 'evenodd');
  context.restore();
}

function paintRing(context: CanvasRenderingContext2D, drawing: Drawing, node: number): void {
  const [x, y] = pointOf(drawing, node);
  context.beginPath();
  context.arc(x, y, radiusOf(drawing, node) + 3.5, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = drawing.scene.palette.accent;
  context.stroke();
}

/** The relations' names at the middles of the edges that are long enough for them, none over another or over an end; none where many are lit. */
export function paintRelations(context: Pen, drawing: Drawing, edges: ReadonlySet<number>): void {
  if (edges.size > FEW_EDGES) return;
  const { scene, frame } = drawing;
  context.font = fontOf(4);
  const wishes = [...edges].flatMap((edge): LabelWish[] => {
    const curve = curveInWindow(drawing, edge);
    const text = shorten(scene.relations[itemAt(scene.index.graph.edges.type, edge)]);
    const length = Math.hypot(curve.bx - curve.ax, curve.by - curve.ay);
    if (length < LONG_EDGE) return [];
    const { x, y } = middleOf(curve);
    const { width } = context.measureText(text);
    return [{ key: edge, text, x, y, radius: 0, width, height: 15, rank: length, isCentred: true }];
  });
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = scene.palette.paper;
  for (const { key, text, left, middle } of placeLabels(
    wishes,
    endsAsDiscs(drawing, edges),
    frame,
    drawing.cover,
  )) {
    context.strokeText(text, left, middle);
    context.fillStyle = strokeOf(scene, key);
    context.fillText(text, left, middle);
  }
}

/** The ends of edges, which the words of a relation may not cover. */
function endsAsDiscs(drawing: Drawing, edges: ReadonlySet<number>): LabelWish[] {
  const nodes = new Set([...edges].flatMap((edge) => endsOf(drawing.scene.index.graph, edge)));
  return [...nodes].map((node) => {
    const [x, y] = pointOf(drawing, node);
    return { key: -node - 1, text: '', x, y, radius: radiusOf(drawing, node), width: 0, height: 0, rank: 0 };
  });
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
