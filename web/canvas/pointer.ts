import type Sigma from 'sigma';
import type { Subgraph } from '../graph/graph-index.ts';
import type { Group } from '../graph/groups.ts';
import type { Drawing } from '../scene/scene.ts';
import type { CanvasEvents } from './handle.ts';
import type { LiveScene } from './live-scene.ts';
import type { Positions } from './queue.ts';

/** What the mouse is doing on the canvas, beside what the scene says: it changes with every movement. */
export interface Pointer {
  /** What is under it, with what that is tied to. */
  hovered: Subgraph | undefined;
  /** The closed group that is under it. */
  group?: Group | undefined;
  /** The line that is drawn around nodes, in pixels; empty when none is. */
  lasso: readonly (readonly [number, number])[];
}

/** What following the mouse stands on. */
export interface MouseGround {
  readonly sigma: Sigma;
  readonly container: HTMLElement;
  readonly live: LiveScene;
  readonly pointer: Pointer;
  /** Whether there are too many edges to light them under the mouse. */
  readonly isLarge: boolean;
  readonly events: CanvasEvents;
  readonly drawing: () => Drawing;
  readonly redraw: (positions: Positions) => void;
  readonly repaint: () => void;
}
