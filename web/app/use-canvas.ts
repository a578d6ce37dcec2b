import { type RefObject, useEffect, useRef } from 'react';
import { itemAt } from '../base/must.ts';
import { currentCanvas, setCurrentCanvas, tellFrame } from '../canvas/current.ts';
import type { Canvas, CanvasEvents } from '../canvas/handle.ts';
import { openCanvas } from '../canvas/open.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import type { Scene } from '../scene/scene.ts';
import { add, pick, pin, togglePicked, withNeighbours } from '../state/steps.ts';
import { select, selectEntity, selectRelation, setCamera, useExplorer } from '../state/store.ts';

/** The element that a graph is drawn in. The canvas hangs on it for who looks at the page from outside; nothing in the page reads it. */
export interface CanvasElement extends HTMLDivElement {
  view?: Canvas | undefined;
}

/** Keep a canvas open in an element for as long as a graph is drawn, and drawn as the scene and the state have it. */
export function useCanvas(element: RefObject<CanvasElement | null>, scene: Scene | undefined): void {
  const index = scene?.index;
  const selection = useExplorer((state) => state.selection);
  const camera = useExplorer((state) => state.camera);
  const isLassoOn = useExplorer((state) => state.isLassoOn);
  const isOwnChoice = useRef(false);
  const isLinked = useRef(camera !== undefined);
  const drawn = useRef<GraphIndex>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene of the same graph is drawn on the same canvas, below.
  useEffect(() => {
    const container = element.current;
    if (!container || !scene) return;
    const canvas = openCanvas(container, scene, useExplorer.getState().camera, toEvents(isOwnChoice));
    container.view = canvas;
    setCurrentCanvas(canvas);
    // What is selected may only have come with this graph; where it stood before, the reader may have looked away from it.
    if (!isLinked.current && !isAllIn(drawn.current, scene)) canvas.reveal();
    drawn.current = scene.index;
    const stopWatching = watchSize(container, canvas);
    return () => {
      stopWatching();
      container.view = undefined;
      setCurrentCanvas(undefined);
      canvas.close();
    };
  }, [index]);

  useEffect(() => {
    if (scene) currentCanvas()?.draw(scene);
  }, [scene]);

  // A camera that a link or the Back button brings; its own movements are where it is already.
  useEffect(() => {
    if (camera) currentCanvas()?.setCamera(camera);
  }, [camera]);

  useEffect(() => {
    currentCanvas()?.setLasso(isLassoOn);
  }, [isLassoOn]);

  // What is clicked on the canvas is already seen: the camera goes closer only to what was chosen elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the camera.
  useEffect(() => {
    if (!isLinked.current) currentCanvas()?.reveal(!isOwnChoice.current);
    isOwnChoice.current = false;
    isLinked.current = false;
  }, [selection]);
}

/** Whether all that a scene draws the eye to was in the graph that was drawn before. */
function isAllIn(before: GraphIndex | undefined, { light, index }: Scene): boolean {
  return [...light.focus].every((node) => before?.nodeOf.has(itemAt(index.graph.nodes.id, node)));
}

/** What the mouse does on the canvas. `isOwnChoice` tells that what is selected next is already seen. */
function toEvents(isOwnChoice: { current: boolean }): CanvasEvents {
  const own = (choose: (id: string) => void, id: string) => {
    isOwnChoice.current = true;
    choose(id);
  };
  return {
    onNode: (id, isAdded) => (isAdded ? togglePicked(id) : own(selectEntity, id)),
    onOpen: (id) => add(withNeighbours(id)),
    onEdge: (id) => own(selectRelation, id),
    onNothing: () => {
      select(undefined);
      if (useExplorer.getState().picked.size > 0) pick([]);
    },
    onLasso: (ids, isAdded) => pick(isAdded ? [...useExplorer.getState().picked, ...ids] : ids),
    onMoved: (id, point) => pin(new Map([[id, point]])),
    onCamera: setCamera,
    onFrame: tellFrame,
  };
}

/** Fit the canvas to its element whenever that changes its size, until the answer is called. */
function watchSize(element: HTMLElement, canvas: Canvas): () => void {
  let isFirst = true;
  const observer = new ResizeObserver(() => {
    if (!isFirst) {
      canvas.resize();
      canvas.reveal();
    }
    isFirst = false;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
