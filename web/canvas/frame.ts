import type Sigma from 'sigma';
import type { Extent } from '../graph/extent.ts';
import type { Frame } from '../scene/scene.ts';

/** Bounds of the scale of nodes: the layout leaves room for them at 1, and a small window shows it smaller. */
const [SMALLEST, LARGEST] = [0.6, 1.2];

/** How the graph lies in the window now. */
export function frameOf(sigma: Sigma, extent: Extent): Frame {
  const corner = sigma.graphToViewport({ x: extent.left, y: extent.bottom });
  const other = sigma.graphToViewport({ x: extent.right, y: extent.top });
  const grain = (other.x - corner.x) / (extent.right - extent.left);
  return {
    grain,
    left: corner.x - extent.left * grain,
    top: corner.y + extent.bottom * grain,
    scale: sigma.scaleSize(1),
    ...sigma.getDimensions(),
  };
}

/** The scale of nodes at rest, in an element of this size. */
export function restingScale({ clientWidth, clientHeight }: HTMLElement, extent: Extent): number {
  const { left, right, bottom, top } = extent;
  const shown = Math.min(clientWidth / (right - left), clientHeight / (top - bottom));
  return Math.min(LARGEST, Math.max(SMALLEST, shown));
}
