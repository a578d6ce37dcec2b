import type Sigma from 'sigma';
import type { Extent } from '../graph/extent.ts';
import type { Frame } from '../scene/scene.ts';

/** How much slower than distances nodes grow under the camera, and bounds of their scale. */
const [SLOWER, SMALLEST, LARGEST] = [0.6, 0.25, 2];

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

/** The scale that nodes are drawn with where so many pixels go to a unit of the layout, which leaves room for them at 1. */
export function scaleAt(grain: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, grain ** SLOWER));
}

/** Pixels to a unit of the layout while the camera is at rest. */
export function grainAtRest(sigma: Sigma, { left, right }: Extent): number {
  const at = (x: number) => sigma.graphToViewport({ x, y: 0 }, { cameraState: AT_REST }).x;
  return (at(right) - at(left)) / (right - left);
}

/** The camera that shows the whole extent. */
export const AT_REST = { x: 0.5, y: 0.5, angle: 0, ratio: 1 } as const;
