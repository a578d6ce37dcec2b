import { colourOf } from '../scene/look.ts';
import { mix } from '../scene/palette.ts';
import { type Frame, pointOf, type Scene } from '../scene/scene.ts';
import { type LabelWish, type PlacedLabel, placeLabels } from './label-places.ts';

/** Chinese first: the default of canvases has no Chinese letters of its own. */
export const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Names that ask for a place in one frame, and the radius in pixels from which a node does. */
const [MOST, LEAST_RADIUS] = [320, 4.2];

/** Lit nodes up to which each asks for its name, however small it is. */
const FEW = 60;

/** Community names stand over the graph only while it is seen from afar: from this scale down. */
const AFAR = 0.72;

/** Paint the names: those of communities have negative keys, -1 the first. Nodes in `plates` have theirs on a plate. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  bright: ReadonlySet<number>,
  plates: ReadonlySet<number>,
): void {
  const { palette } = scene;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = palette.paper;
  for (const { key, text, radius, left, middle } of labelsOf(context, scene, frame, bright)) {
    if (plates.has(key)) continue;
    const isCommunity = key < 0;
    context.font = isCommunity ? COMMUNITY_FONT : fontOf(radius);
    context.lineWidth = isCommunity ? 5 : 3;
    context.strokeText(text, left, middle);
    const own = palette.communities[-key - 1] ?? palette.quiet;
    context.fillStyle = isCommunity ? mix(own, palette.ink, 0.45) : radius > 10 ? palette.ink : palette.quiet;
    context.fillText(text, left, middle);
  }
}

/** The names that find a place where they cover neither each other nor a node of weight: of the lit alone, when some are. */
export function labelsOf(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  bright: ReadonlySet<number>,
): PlacedLabel[] {
  const hasLit = scene.light.lit !== undefined;
  const wishes: LabelWish[] = [];
  const wish = (node: number, rank: number) => {
    const [x, y] = pointOf(scene, frame, node);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) return;
    const radius = (scene.radii[node] ?? 4) * frame.scale;
    if (rank === 0 && radius < LEAST_RADIUS) return;
    const text = shorten(scene.index.graph.nodes.name[node] ?? '');
    const width = widthOf(context, text, radius);
    wishes.push({ key: node, text, x, y, radius, width, height: heightOf(radius), rank: radius + rank });
  };
  const isFew = bright.size <= FEW;
  const names = hasLit ? [] : communityWishes(context, scene, frame);
  const hubs = new Set(names.length > 0 ? scene.communities.map(({ hub }) => hub) : []);
  for (const node of bright) if (scene.shown.nodes[node]) wish(node, isFew ? 100 : 0);
  if (!hasLit)
    for (const node of bySize(scene.radii)) {
      if (wishes.length >= MOST) break;
      if (scene.shown.nodes[node] && !bright.has(node) && !hubs.has(node)) wish(node, 0);
    }
  return placeLabels([...names, ...wishes], wishes, frame);
}

const COMMUNITY_FONT = `700 16px ${FONT}`;

/** The communities' names over their middles, when they colour the graph and it is seen from afar. */
function communityWishes(context: CanvasRenderingContext2D, scene: Scene, frame: Frame): LabelWish[] {
  if (scene.colour !== 'community' || frame.scale > AFAR * 1.4) return [];
  context.font = COMMUNITY_FONT;
  return scene.communities.flatMap(({ community, name, nodes }) => {
    const shown = nodes.filter((node) => scene.shown.nodes[node]);
    if (shown.length < 3) return [];
    const points = shown.map((node) => pointOf(scene, frame, node));
    const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    const width = context.measureText(name).width;
    return [
      {
        key: -community - 1,
        text: name,
        x: middle(0),
        y: middle(1),
        // As heavy as the largest node, so that it may cover smaller ones.
        radius: 60,
        width,
        height: 20,
        rank: 1000 + shown.length,
        isCentred: true,
      },
    ];
  });
}

const orders = new WeakMap<Float64Array, readonly number[]>();

/** The nodes by radius, the largest first. */
function bySize(radii: Float64Array): readonly number[] {
  const known = orders.get(radii);
  if (known) return known;
  const order = Array.from(radii.keys()).sort((a, b) => (radii[b] ?? 0) - (radii[a] ?? 0) || a - b);
  orders.set(radii, order);
  return order;
}

/** The whole name on a plate, for the selected node. */
export function paintNameplate(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  node: number,
): void {
  const { palette } = scene;
  const name = scene.index.graph.nodes.name[node];
  if (!name) return;
  const [x, y] = pointOf(scene, frame, node);
  const size = (scene.radii[node] ?? 4) * frame.scale;
  context.font = `600 13px ${FONT}`;
  const room = { left: x - size, right: frame.width - x - size };
  const isLeft = room.right < Math.min(room.left, context.measureText(name).width + 22);
  const text = shorten(name, Math.floor((Math.max(room.left, room.right) - 22) / 13));
  const textWidth = context.measureText(text).width;
  const height = 26;
  const left = isLeft ? x - size - textWidth - 24 : x + size + 4;
  context.beginPath();
  context.roundRect(left, y - height / 2, textWidth + 20, height, height / 2);
  context.fillStyle = palette.card;
  context.shadowColor = 'rgb(10 20 30 / 18%)';
  context.shadowBlur = 10;
  context.shadowOffsetY = 2;
  context.fill();
  context.shadowColor = 'transparent';
  context.lineWidth = 1;
  context.strokeStyle = mix(colourOf(scene, node), palette.line, 0.6);
  context.stroke();
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(text, left + 10, y + 0.5);
}

function heightOf(radius: number): number {
  return radius > 14 ? 17 : 15;
}

export function fontOf(radius: number): string {
  return radius > 14 ? `600 14px ${FONT}` : radius > 9 ? `12.5px ${FONT}` : `11.5px ${FONT}`;
}

const widths = new Map<string, number>();

/** Measuring text is the dearest part of a frame, and names come again in every one. */
function widthOf(context: CanvasRenderingContext2D, text: string, radius: number): number {
  const font = fontOf(radius);
  const key = `${font.slice(0, 6)} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** A name cut for the drawing: long ones are told whole on hovering. */
export function shorten(name: string, most = 13): string {
  const units = Array.from(name);
  return units.length <= most ? name : `${units.slice(0, most - 1).join('')}…`;
}
