import { memo } from '../base/memo.ts';
import { itemAt } from '../base/must.ts';
import { mix } from '../scene/palette.ts';
import { type Drawing, pointOf, radiusOf } from '../scene/scene.ts';
import { groupObstacles, groupWishes } from './discs.ts';
import { type LabelWish, type PlacedLabel, placeLabels } from './label-places.ts';
import { FONT, fontOf, heightOf, shorten, widthOf } from './text.ts';

/** Names that ask for a place in one frame, and the radius in pixels from which a node does. */
const [MOST, LEAST_RADIUS] = [320, 4.2];

/** Lit nodes up to which each asks for its name, however small it is. */
const FEW = 60;

/** Community names stand over the graph only while it is seen from afar: from this scale down. */
const AFAR = 0.72;

/** Paint the names: those of communities and groups have negative keys, -1 the first. Nodes in `plates` have theirs on a plate. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  bright: ReadonlySet<number>,
  plates: ReadonlySet<number>,
): void {
  const { palette } = drawing.scene;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = palette.paper;
  for (const { key, text, radius, left, middle, font } of labelsOf(context, drawing, bright)) {
    if (plates.has(key)) continue;
    const isCommunity = font === COMMUNITY_FONT;
    context.font = font ?? fontOf(radius);
    context.lineWidth = isCommunity ? 5 : 3;
    context.strokeText(text, left, middle);
    const own = palette.communities[-key - 1] ?? palette.quiet;
    context.fillStyle = isCommunity
      ? mix(own, palette.ink, 0.45)
      : font || radius > 10
        ? palette.ink
        : palette.quiet;
    context.fillText(text, left, middle);
  }
}

/** The names that find a place where they cover neither each other nor a node of weight: of the lit alone, when some are. */
export function labelsOf(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  bright: ReadonlySet<number>,
): PlacedLabel[] {
  const { scene, frame } = drawing;
  const hasLit = scene.light.lit !== undefined;
  const wishes: LabelWish[] = [];
  const wish = (node: number, rank: number) => {
    const [x, y] = pointOf(drawing, node);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) return;
    const radius = radiusOf(drawing, node);
    if (rank === 0 && radius < LEAST_RADIUS) return;
    const text = shorten(itemAt(scene.index.graph.nodes.name, node));
    const width = widthOf(context, text, radius);
    wishes.push({ key: node, text, x, y, radius, width, height: heightOf(radius), rank: radius + rank });
  };
  const isFew = bright.size <= FEW;
  const names = hasLit ? [] : communityWishes(context, drawing);
  const hubs = new Set(names.length > 0 ? scene.communities.map(({ hub }) => hub) : []);
  for (const node of bright) if (scene.shown.nodes[node]) wish(node, isFew ? 100 : 0);
  if (!hasLit)
    for (const node of bySize(scene.radii)) {
      if (wishes.length >= MOST) break;
      if (scene.grouping.drawn.nodes[node] && !bright.has(node) && !hubs.has(node)) wish(node, 0);
    }
  return placeLabels(
    [...names, ...(hasLit ? [] : groupWishes(context, drawing)), ...wishes],
    [...(hasLit ? [] : groupObstacles(drawing)), ...wishes],
    frame,
    drawing.cover,
  );
}

const COMMUNITY_FONT = `700 16px ${FONT}`;

/** The communities' names over their middles, when they colour the graph and it is seen from afar. */
function communityWishes(context: CanvasRenderingContext2D, drawing: Drawing): LabelWish[] {
  const { scene, frame } = drawing;
  if (scene.colour !== 'community' || frame.scale > AFAR * 1.4 || scene.grouping.groups.length > 0) return [];
  context.font = COMMUNITY_FONT;
  return scene.communities
    .slice(0, scene.palette.communities.length)
    .flatMap(({ community, name, nodes }) => {
      const shown = nodes.filter((node) => scene.grouping.drawn.nodes[node]);
      if (shown.length < 3) return [];
      const points = shown.map((node) => pointOf(drawing, node));
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
          font: COMMUNITY_FONT,
          isCentred: true,
        },
      ];
    });
}

/** The nodes by radius, the largest first. */
const bySize = memo((radii: Float64Array): readonly number[] =>
  Array.from(radii.keys()).sort((a, b) => itemAt(radii, b) - itemAt(radii, a) || a - b),
);
