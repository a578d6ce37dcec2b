import { itemAt } from '../base/must.ts';
import { endsOf } from '../graph/graph-index.ts';
import { colourOf, quietStrokeOf, strokeOf, thicknessOf } from '../scene/look.ts';
import { type Drawing, pointOf, radiusOf } from '../scene/scene.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';
import { controlOf, curveInWindow } from './curve.ts';
import { labelsOf } from './labels.ts';
import { FONT, fontOf } from './text.ts';

/** A view as seen, as an SVG with its names as text: only what lies in the window. */
export function toSvg(drawing: Drawing): Blob {
  const { scene, frame } = drawing;
  const { graph } = scene.index;
  const isIn = (node: number) => {
    const [x, y] = pointOf(drawing, node);
    return x > -40 && y > -40 && x < frame.width + 40 && y < frame.height + 40;
  };
  const edges = [...graph.edges.id.keys()].filter((edge) => {
    const [from, to] = endsOf(graph, edge);
    return scene.shown.edges[edge] && from !== to && (isIn(from) || isIn(to));
  });
  const nodes = [...graph.nodes.id.keys()].filter((node) => scene.shown.nodes[node] && isIn(node));
  const elements = [
    ...edges.map((edge) => toPath(drawing, edge)),
    ...nodes.map((node) => toDisc(drawing, node)),
    ...toTexts(drawing),
  ];
  const { width, height } = frame;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${toXml(FONT)}"><rect width="${width}" height="${height}" fill="${scene.palette.paper}"/>${elements.join('\n')}</svg>\n`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

function toPath(drawing: Drawing, edge: number): string {
  const { scene, frame } = drawing;
  const { lit } = scene.light;
  const isLit = lit?.edges.has(edge) ?? false;
  const curve = curveInWindow(drawing, edge);
  const control = controlOf(curve);
  const width = thicknessOf(scene, edge) * frame.scale * (isLit ? 1.7 : 1);
  const colour = isLit ? strokeOf(scene, edge) : quietStrokeOf(scene, edge);
  const d = `M${n(curve.ax)} ${n(curve.ay)}Q${n(control.x)} ${n(control.y)} ${n(curve.bx)} ${n(curve.by)}`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${fade(isLit, lit)}/>`;
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
      ? `<path transform="translate(${n(x - side / 2)} ${n(y - side / 2)}) scale(${n(side / 24)})" fill="${scene.palette.card}" fill-rule="evenodd" d="${PICTOGRAMS[itemAt(type, node)]}"/>`
      : '';
  return `<g${fade(lit?.nodes.has(node) ?? false, lit)}><title>${toXml(itemAt(name, node))}</title><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colourOf(scene, node)}" stroke="${ring}" stroke-width="1.6"/>${pictogram}</g>`;
}

/** The names where they stand; none where the browser cannot measure text. */
function toTexts(drawing: Drawing): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  const { palette, light } = drawing.scene;
  return labelsOf(context, drawing, light.lit?.nodes ?? new Set()).map(
    ({ text, left, middle, radius }) =>
      `<text x="${n(left)}" y="${n(middle)}" dominant-baseline="central" style="font:${toXml(fontOf(radius))}" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${toXml(text)}</text>`,
  );
}

/** What is not lit beside what is. */
function fade(isLit: boolean, lit: Drawing['scene']['light']['lit']): string {
  return lit && !isLit ? ' opacity=".16"' : '';
}

/** A number of pixels, as exact as it is seen. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function toXml(text: string): string {
  // Letters that XML does not allow are left out.
  const allowed = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
