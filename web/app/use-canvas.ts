import { type RefObject, useEffect, useRef, useState } from 'react';
import { itemAt } from '../base/must.ts';
import { currentCanvas, setCurrentCanvas, tellFrame } from '../canvas/current.ts';
import type { Canvas, CanvasEvents } from '../canvas/handle.ts';
import { openCanvas } from '../canvas/open.ts';
import { hasGraphics } from '../canvas/surface.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import type { Scene } from '../scene/scene.ts';
import { add, closeGroup, openGroup, pick, pin, togglePicked, withNeighbours } from '../state/steps.ts';
import { select, selectEntity, selectRelation, setCamera, useExplorer } from '../state/store.ts';
import { useFramingWish } from './framing.ts';

/** The element that a graph is drawn in. The canvas hangs on it for who looks at the page from outside; nothing in the page reads it. */
export interface CanvasElement extends HTMLDivElement {
  view?: Canvas | undefined;
}

/** Milliseconds within which graphics that were lost again are not asked for again by themselves. */
const SOON = 5000;

/** Whether the canvas was lost for good, and how to try again. */
export interface CanvasLife {
  readonly isLost: boolean;
  readonly reopen: () => void;
}

/**
 * Keep a canvas open in an element for as long as a graph is drawn, and drawn as the scene and the state have it. Where the browser
 * takes its graphics away, another is opened in its place; where that does not last, the reader has to ask for it.
 */
export function useCanvas(element: RefObject<CanvasElement | null>, scene: Scene | undefined): CanvasLife {
  const [life, setLife] = useState({ number: 0, isLost: false });
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
    if (!container || !scene || life.isLost) return;
    const opened = performance.now();
    const onLost = () => {
      const isAgain = life.number > 0 && performance.now() - opened < SOON;
      setLife({ number: life.number + 1, isLost: isAgain || !hasGraphics() });
    };
    const events = { ...toEvents(isOwnChoice), onLost };
    const canvas = openCanvas(container, scene, useExplorer.getState().camera, events);
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
  }, [index, life]);

  const takeWish = useFramingWish();
  useEffect(() => {
    const canvas = currentCanvas();
    if (!scene || !canvas) return;
    canvas.draw(scene);
    const wish = takeWish();
    const group = scene.grouping.groups.find(({ hub }) => scene.index.graph.nodes.id[hub] === wish?.opened);
    if (group) canvas.show(group);
    else if (wish) canvas.fit(wish.isCalm);
  }, [scene, takeWish]);

  // A camera that a link or the Back button brings; its own movements are where it is already.
  useEffect(() => {
    if (camera) currentCanvas()?.setCamera(camera);
  }, [camera]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas that was opened anew has to be told.
  useEffect(() => {
    currentCanvas()?.setLasso(isLassoOn);
  }, [isLassoOn, life]);

  // A panel that was made wider may lie over what it is about.
  const panelWidths = useExplorer((state) => state.panelWidths);
  const seenBeside = useRef(panelWidths);
  useEffect(() => {
    if (seenBeside.current !== panelWidths) currentCanvas()?.reveal();
    seenBeside.current = panelWidths;
  }, [panelWidths]);

  // What is clicked on the canvas is already seen: the camera goes closer only to what was chosen elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the camera.
  useEffect(() => {
    if (!isLinked.current) currentCanvas()?.reveal(!isOwnChoice.current);
    isOwnChoice.current = false;
    isLinked.current = false;
  }, [selection]);

  return { isLost: life.isLost, reopen: () => setLife({ number: life.number + 1, isLost: false }) };
}

/** Whether all that a scene draws the eye to was in the graph that was drawn before. */
function isAllIn(before: GraphIndex | undefined, { light, index }: Scene): boolean {
  return [...light.focus].every((node) => before?.nodeOf.has(itemAt(index.graph.nodes.id, node)));
}

/** What the mouse does on the canvas. `isOwnChoice` tells that what is selected next is already seen. */
function toEvents(isOwnChoice: { current: boolean }): Omit<CanvasEvents, 'onLost'> {
  const own = (choose: (id: string) => void, id: string) => {
    isOwnChoice.current = true;
    choose(id);
  };
  return {
    onNode: (id, isAdded) => (isAdded ? togglePicked(id) : own(selectEntity, id)),
    onOpen: (id) => add(withNeighbours(id)),
    onEdge: (id) => own(selectRelation, id),
    onGroup: (hub, isOpen) => (isOpen ? closeGroup(hub) : openGroup(hub)),
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
