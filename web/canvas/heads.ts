import { endsOf } from '../graph/graph-index.ts';
import { quietStrokeOf, thicknessOf } from '../scene/look.ts';
import { type Drawing, pointOf, radiusOf } from '../scene/scene.ts';
import { controlOf, curveInWindow } from './curve.ts';
import type { Pen } from './svg-pen.ts';

/** The scale of nodes from which the heads of edges are told apart, and how many in the window are worth it. */
const [NEAR, MOST] = [0.7, 500];

/** The shortest edge, in pixels, that has room for a head. */
const LEAST_LENGTH = 26;

/** Paint which way edges lead, where somebody is near enough to see it: from afar heads are only a grey crowd around a hub. */
export function paintHeads(context: Pen, drawing: Drawing): void {
  if (drawing.frame.scale < NEAR) return;
  const edges = edgesInWindow(drawing);
  if (edges.length > MOST) return;
  for (const edge of edges) {
    const { bx, by, ...curve } = curveInWindow(drawing, edge);
    const control = controlOf({ bx, by, ...curve });
    const away = Math.hypot(bx - control.x, by - control.y) || 1;
    const [ux, uy] = [(bx - control.x) / away, (by - control.y) / away];
    const radius = radiusOf(drawing, endsOf(drawing.scene.index.graph, edge)[1]);
    const length = 4.5 + thicknessOf(drawing.scene, edge);
    const [x, y] = [bx - ux * radius, by - uy * radius];
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - ux * length + uy * length * 0.42, y - uy * length - ux * length * 0.42);
    context.lineTo(x - ux * length - uy * length * 0.42, y - uy * length + ux * length * 0.42);
    context.fillStyle = quietStrokeOf(drawing.scene, edge);
    context.fill();
  }
}

/** The drawn edges that end in the window and are long enough; partnership has no direction. */
function edgesInWindow(drawing: Drawing): number[] {
  const { grouping, index } = drawing.scene;
  const { width, height } = drawing.frame;
  const found: number[] = [];
  grouping.drawn.edges.forEach((isDrawn, edge) => {
    if (!isDrawn || found.length > MOST || index.graph.edges.type[edge] === 'PARTNERS_WITH') return;
    const [from, to] = endsOf(index.graph, edge);
    const [bx, by] = pointOf(drawing, to);
    if (from === to || bx < 0 || by < 0 || bx > width || by > height) return;
    const [ax, ay] = pointOf(drawing, from);
    if (Math.hypot(bx - ax, by - ay) > LEAST_LENGTH + radiusOf(drawing, to)) found.push(edge);
  });
  return found;
}
