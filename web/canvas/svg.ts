import type { EntityType } from '../../src/model/entity.ts';
import { endsOf } from '../graph/graph-index.ts';
import { colourOf, quietStrokeOf, strokeOf, thicknessOf } from '../scene/look.ts';
import { type Frame, pointOf, type Scene } from '../scene/scene.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';
import { FONT, fontOf, labelsOf } from './labels.ts';
import { controlOf } from './pick.ts';

/** The view as seen, as an SVG with its names as text: only what lies in the window. */
export function toSvg(scene: Scene, frame: Frame): Blob {
  const { graph } = scene.index;
  const { lit } = scene.light;
  const isIn = (node: number) => {
    const [x, y] = pointOf(scene, frame, node);
    return x > -40 && y > -40 && x < frame.width + 40 && y < frame.height + 40;
  };
  const parts: string[] = [];
  graph.edges.id.forEach((_, edge) => {
    const [from, to] = endsOf(graph, edge);
    if (!scene.shown.edges[edge] || from === to || !(isIn(from) || isIn(to))) return;
    const isLit = lit?.edges.has(edge) ?? false;
    const [ax, ay] = pointOf(scene, frame, from);
    const [bx, by] = pointOf(scene, frame, to);
    const control = controlOf({ ax, ay, bx, by }, -(scene.index.bends[edge] ?? 0));
    const width = thicknessOf(scene, edge) * frame.scale * (isLit ? 1.7 : 1);
    const colour = isLit ? strokeOf(scene, edge) : quietStrokeOf(scene, edge);
    const d = `M${n(ax)} ${n(ay)}Q${n(control.x)} ${n(control.y)} ${n(bx)} ${n(by)}`;
    parts.push(
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${fade(isLit, lit)}/>`,
    );
  });
  graph.nodes.id.forEach((_, node) => {
    if (!scene.shown.nodes[node] || !isIn(node)) return;
    const [x, y] = pointOf(scene, frame, node);
    const radius = (scene.radii[node] ?? 4) * frame.scale;
    const isFocus = scene.light.focus.has(node) || scene.picked.has(node);
    const ring = isFocus ? scene.palette.accent : scene.palette.paper;
    const side = radius * 1.04;
    const pictogram =
      radius > 6
        ? `<path transform="translate(${n(x - side / 2)} ${n(y - side / 2)}) scale(${n(side / 24)})" fill="${scene.palette.card}" fill-rule="evenodd" d="${PICTOGRAMS[graph.nodes.type[node] as EntityType]}"/>`
        : '';
    const name = toXml(graph.nodes.name[node] ?? '');
    parts.push(
      `<g${fade(lit?.nodes.has(node) ?? false, lit)}><title>${name}</title><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colourOf(scene, node)}" stroke="${ring}" stroke-width="1.6"/>${pictogram}</g>`,
    );
  });
  const measure = document.createElement('canvas').getContext('2d');
  if (measure)
    for (const { text, left, middle, radius } of labelsOf(measure, scene, frame, lit?.nodes ?? new Set()))
      parts.push(
        `<text x="${n(left)}" y="${n(middle)}" dominant-baseline="central" style="font:${toXml(fontOf(radius))}" fill="${scene.palette.ink}" stroke="${scene.palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${toXml(text)}</text>`,
      );
  const { width, height } = frame;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${toXml(FONT)}"><rect width="${width}" height="${height}" fill="${scene.palette.paper}"/>${parts.join('\n')}</svg>\n`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

function fade(isLit: boolean, lit: Scene['light']['lit']): string {
  return lit && !isLit ? ' opacity=".16"' : '';
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function toXml(text: string): string {
  // Letters that XML does not allow are left out.
  const allowed = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
