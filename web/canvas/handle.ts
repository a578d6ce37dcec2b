import type { Camera, Point } from '../graph/view.ts';
import type { Frame, Scene } from '../scene/scene.ts';
import type { Cover } from './cover.ts';
import type { Caption } from './svg-caption.ts';

/** What the canvas tells of the mouse. Points are in the units of the layout. */
export interface CanvasEvents {
  readonly onNode: (id: string, isAdded: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onEdge: (id: string) => void;
  /** A group, by the id of its hub. */
  readonly onGroup: (hub: string, isOpen: boolean) => void;
  readonly onNothing: () => void;
  readonly onLasso: (ids: readonly string[], isAdded: boolean) => void;
  readonly onMoved: (id: string, point: Point) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onFrame: (frame: Frame, cover: Cover) => void;
  /** The browser took the graphics away: the canvas shows nothing any more, and another has to be opened. */
  readonly onLost: () => void;
}

/** A drawn graph. One lives at a time; `close` frees its WebGL contexts. */
export interface Canvas {
  /** Draw a scene of the same graph: only what has changed is drawn anew. */
  draw(scene: Scene): void;
  /** Move the camera so that the focus is well inside the window; `closer`, so that all that is lit fills it. */
  reveal(closer?: boolean): void;
  zoom(factor: number): void;
  /** Show all that is drawn; with `calm` the camera stays where it already does. */
  fit(calm?: boolean): void;
  /** Show a circle of the layout. */
  show(circle: Point & { readonly radius: number }): void;
  /** Put a place of the layout in the middle. */
  centre(point: Point): void;
  setCamera(camera: Camera): void;
  setLasso(isOn: boolean): void;
  /** Draw the nodes in other places, for as long as the scene has those that it has. */
  arrange(x: Float64Array, y: Float64Array): void;
  resize(): void;
  /** The view as seen, as an SVG over its caption. */
  svg(caption: Caption): Blob;
  /** Where a node, or the middle of an edge, is drawn: pixels from the canvas's top left corner. */
  locate(id: string): Point | undefined;
  close(): void;
}
