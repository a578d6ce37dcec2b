import { itemAt } from '../base/must.ts';
import { endsOf } from '../graph/graph-index.ts';
import { colourOf, quietStrokeOf, thicknessOf } from '../scene/look.ts';
import { type Drawing, pointOf, radiusOf } from '../scene/scene.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';
import { controlOf, curveInWindow } from './curve.ts';
import { paintGroups } from './discs.ts';
import { paintHeads } from './heads.ts';
import { labelsOf } from './labels.ts';
import { paintEdge, paintRelations } from './overlay.ts';
import { type Caption, drawCaption } from './svg-caption.ts';
import { pixels, SvgPen, toXml } from './svg-pen.ts';
import { FONT, fontOf } from './text.ts';

/** A view as seen, as an SVG with its names as text: only what lies in the window, over its caption where it has one. */
export function toSvg(seen: Drawing, caption?: Caption): Blob {
  // Nothing lies over a picture.
  const { scene, places, frame } = seen;
  const drawing: Drawing = { scene, places, frame };
  const { graph } = scene.index;
  const context = document.createElement('canvas').getContext('2d');
  const isIn = (node: number) => {
    const [x, y] = pointOf(drawing, node);
    return x > -40 && y > -40 && x < frame.width + 40 && y < frame.height + 40;
  };
  const { lit } = scene.light;
  const edges = [...graph.edges.id.keys()].filter((edge) => {
    const [from, to] = endsOf(graph, edge);
    return scene.grouping.drawn.edges[edge] && from !== to && (isIn(from) || isIn(to));
  });
  const isSeen = (node: number) => scene.grouping.drawn.nodes[node] || lit?.nodes.has(node);
  const nodes = [...graph.nodes.id.keys()].filter((node) => isSeen(node) && isIn(node));
  const quiet = edges.filter((edge) => !lit?.edges.has(edge));
  const elements = [
    ...quiet.map((edge) => toPath(drawing, edge)),
    ...(context ? underNodes(context, drawing) : []),
    ...nodes.map((node) => toDisc(drawing, node)),
    ...(context ? overNodes(context, drawing) : []),
  ];
  const widthOf = (text: string) => context?.measureText(text).width ?? text.length * 12;
  if (context) context.font = `12px ${FONT}`;
  const foot = caption && drawCaption(caption, frame, scene.palette, widthOf);
  const { width } = frame;
  const height = frame.height + (foot?.height ?? 0);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${toXml(FONT)}"><rect width="${width}" height="${height}" fill="${scene.palette.paper}"/>${[...elements, ...(foot?.elements ?? [])].join('\n')}</svg>\n`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** Lit edges and arrowheads, as the canvas paints them. */
function underNodes(context: CanvasRenderingContext2D, drawing: Drawing): string[] {
  const { lit } = drawing.scene.light;
  const pen = new SvgPen(context);
  if (lit) for (const edge of lit.edges) paintEdge(pen, drawing, edge);
  else paintHeads(pen, drawing);
  return pen.elements;
}

/** The discs of groups, what lit edges mean, and the names. */
function overNodes(context: CanvasRenderingContext2D, drawing: Drawing): string[] {
  const pen = new SvgPen(context);
  paintGroups(pen, drawing, undefined);
  paintRelations(pen, drawing, drawing.scene.light.lit?.edges ?? new Set());
  return [...pen.elements, ...toTexts(context, drawing)];
}

function toPath(drawing: Drawing, edge: number): string {
  const { scene, frame } = drawing;
  const { lit } = scene.light;
  const curve = curveInWindow(drawing, edge);
  const control = controlOf(curve);
  const width = thicknessOf(scene, edge) * frame.scale;
  const colour = quietStrokeOf(scene, edge);
  const d = `M${pixels(curve.ax)} ${pixels(curve.ay)}Q${pixels(control.x)} ${pixels(control.y)} ${pixels(curve.bx)} ${pixels(curve.by)}`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${pixels(width)}"${fade(false, lit)}/>`;
}

function toDisc(drawing: Drawing, node: number): string {
  const { scene } = drawing;
  const { name, type } = scene.index.graph.nodes;
  const { lit, focus } = scene.light;
  const [x, y] = pointOf(drawing, node);
  const radius = radiusOf(drawing, node);
  const ring = focus.has(node) || scene.picked.has(node) ? scene.palette.accent : scene.palette.paper;
  const side = radius * 1.04;
  const pictogram =
    radius > 6
      ? `<path transform="translate(${pixels(x - side / 2)} ${pixels(y - side / 2)}) scale(${pixels(side / 24)})" fill="${scene.palette.card}" fill-rule="evenodd" d="${PICTOGRAMS[itemAt(type, node)]}"/>`
      : '';
  return `<g${fade(lit?.nodes.has(node) ?? false, lit)}><title>${toXml(itemAt(name, node))}</title><circle cx="${pixels(x)}" cy="${pixels(y)}" r="${pixels(radius)}" fill="${colourOf(scene, node)}" stroke="${ring}" stroke-width="1.6"/>${pictogram}</g>`;
}

/** The names where they stand. */
function toTexts(context: CanvasRenderingContext2D, drawing: Drawing): string[] {
  const { palette, light } = drawing.scene;
  return labelsOf(context, drawing, light.lit?.nodes ?? new Set()).map(
    ({ text, left, middle, radius, font }) =>
      `<text x="${pixels(left)}" y="${pixels(middle)}" dominant-baseline="central" style="font:${toXml(font ?? fontOf(radius))}" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${toXml(text)}</text>`,
  );
}

/** What is not lit beside what is. */
function fade(isLit: boolean, lit: Drawing['scene']['light']['lit']): string {
  return lit && !isLit ? ' opacity=".16"' : '';
}
