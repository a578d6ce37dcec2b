import type { Camera, Point } from '../graph/view.ts';
import type { Frame, Scene } from '../scene/scene.ts';

/** What the canvas tells of the mouse. Points are in the units of the layout. */
export interface CanvasEvents {
  readonly onNode: (id: string, isAdded: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onNothing: () => void;
  readonly onLasso: (ids: readonly string[], isAdded: boolean) => void;
  readonly onMoved: (id: string, point: Point) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onFrame: (frame: Frame) => void;
}

/** A drawn graph. One lives at a time; `close` frees its WebGL contexts. */
export interface Canvas {
  /** Draw a scene of the same graph: only what has changed is drawn anew. */
  draw(scene: Scene): void;
  /** Move the camera so that the focus is well inside the window; `closer`, so that all that is lit fills it. */
  reveal(closer?: boolean): void;
  zoom(factor: number): void;
  fit(): void;
  /** Put a place of the layout in the middle. */
  centre(point: Point): void;
  setCamera(camera: Camera): void;
  setLasso(isOn: boolean): void;
  /** Draw the nodes in other places, for as long as the scene has those that it has. */
  arrange(x: Float64Array, y: Float64Array): void;
  resize(): void;
  /** The view as seen, as a PNG or an SVG. */
  picture(): Promise<Blob | null>;
  svg(): Blob;
  /** Where a node, or the middle of an edge, is drawn: pixels from the canvas's top left corner. */
  locate(id: string): Point | undefined;
  close(): void;
}
