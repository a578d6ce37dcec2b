import { useEffect, useRef } from 'react';
import { type CanvasEvents, type CanvasView, openCanvas } from '../canvas/open.ts';
import { LayoutMenu } from '../controls/layout-menu.tsx';
import { Minimap } from '../controls/minimap.tsx';
import { PickedBar } from '../controls/picked-bar.tsx';
import type { Frame, Scene } from '../scene/scene.ts';
import { useScene } from '../scene/use-scene.ts';
import seal from '../seal.svg';
import {
  add,
  loadGraph,
  pick,
  pin,
  redo,
  showAll,
  togglePicked,
  undo,
  withNeighbours,
} from '../state/steps.ts';
import { select, selectEntity, selectRelation, setCamera, toggleLasso, useExplorer } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { isTyping } from '../ui/keyboard.ts';
import { useWords } from '../ui/use-words.ts';

/** The element of the canvas, with the drawn graph on it: for tests and for the console of the browser. */
export interface CanvasElement extends HTMLDivElement {
  view?: CanvasView | undefined;
  /** Told of every frame, for the minimap. */
  onFrame?: ((frame: Frame) => void) | undefined;
}

/** The view that is drawn now. */
export function viewNow(): CanvasView | undefined {
  return document.querySelector<CanvasElement>('.canvas')?.view;
}

/** The canvas with its controls, or what stands in its place while there is no graph. */
export function GraphRegion() {
  const words = useWords();
  const graph = useExplorer((state) => state.graph);
  const failure = useExplorer((state) => state.failure);

  if (failure && !graph) {
    const isOffline = failure.code === 'OFFLINE';
    return (
      <Notice
        title={isOffline ? words.offline : words.failed}
        hint={isOffline ? words.offlineHint : failure.message}
        onRetry={() => void loadGraph()}
      />
    );
  }
  if (!graph) return <Notice title={words.loading} isBusy />;
  if (graph.nodes.id.length === 0)
    return <Notice title={words.empty} hint={words.emptyHint} onRetry={() => void loadGraph()} />;
  return <DrawnGraph />;
}

/** What the mouse does on the canvas. `isOwnChoice` tells that what is selected next is already seen. */
function toEvents(element: CanvasElement, isOwnChoice: { current: boolean }): CanvasEvents {
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
    onFrame: (frame) => element.onFrame?.(frame),
  };
}

function DrawnGraph() {
  const words = useWords();
  const element = useRef<CanvasElement>(null);
  const scene = useScene();
  const index = scene?.index;
  const selection = useExplorer((state) => state.selection);
  const camera = useExplorer((state) => state.camera);
  const isLassoOn = useExplorer((state) => state.isLassoOn);
  const isOwnChoice = useRef(false);
  const isLinked = useRef(camera !== undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene of the same graph is drawn on the same canvas, below.
  useEffect(() => {
    const container = element.current;
    if (!container || !scene) return;
    const view = openCanvas(
      container,
      scene,
      useExplorer.getState().camera,
      toEvents(container, isOwnChoice),
    );
    container.view = view;
    // What is selected may only have come with this graph.
    if (!isLinked.current) view.reveal();
    let isFirst = true;
    const observer = new ResizeObserver(() => {
      if (!isFirst) {
        view.resize();
        view.reveal();
      }
      isFirst = false;
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      container.view = undefined;
      view.close();
    };
  }, [index]);

  useEffect(() => {
    if (scene) element.current?.view?.draw(scene);
  }, [scene]);

  // A camera that a link or the Back button brings; its own movements are where it is already.
  useEffect(() => {
    if (camera) element.current?.view?.setCamera(camera);
  }, [camera]);

  useEffect(() => {
    element.current?.view?.setLasso(isLassoOn);
  }, [isLassoOn]);

  // What is clicked on the canvas is already seen: the camera goes closer only to what was chosen elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the camera.
  useEffect(() => {
    if (!isLinked.current) element.current?.view?.reveal(!isOwnChoice.current);
    isOwnChoice.current = false;
    isLinked.current = false;
  }, [selection]);

  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => viewNow()?.zoom(1.5),
      '=': () => viewNow()?.zoom(1.5),
      '-': () => viewNow()?.zoom(1 / 1.5),
      f: () => viewNow()?.fit(),
      l: toggleLasso,
      t: () => select({ kind: 'list' }),
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === 'z') (event.shiftKey ? redo : undo)();
        else if (key === 'y') redo();
      } else acts[key]?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const counts = scene?.index.graph.counts ?? { entities: 0, relations: 0 };
  return (
    <>
      <div
        ref={element}
        className="canvas"
        role="img"
        aria-label={words.canvas(counts.entities, counts.relations)}
      />
      {scene && <Minimap scene={scene} />}
      <CameraTools />
      {scene && <StepTools scene={scene} />}
      <PickedBar />
      <Kept />
    </>
  );
}

function CameraTools() {
  const words = useWords();
  return (
    <div className="camera" role="toolbar" aria-label={words.camera}>
      <button
        type="button"
        aria-label={words.zoomIn}
        title={`${words.zoomIn} (+)`}
        onClick={() => viewNow()?.zoom(1.5)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        aria-label={words.zoomOut}
        title={`${words.zoomOut} (−)`}
        onClick={() => viewNow()?.zoom(1 / 1.5)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        aria-label={words.fit}
        title={`${words.fit} (F)`}
        onClick={() => viewNow()?.fit()}
      >
        <Icon name="fit" />
      </button>
    </div>
  );
}

/** Undo, redo, and the lasso. */
function StepTools({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const hasPast = useExplorer((state) => state.past.length > 0);
  const hasFuture = useExplorer((state) => state.future.length > 0);
  const isLassoOn = useExplorer((state) => state.isLassoOn);
  return (
    <div className="camera steps" role="toolbar" aria-label={words.steps}>
      <button
        type="button"
        disabled={!hasPast}
        aria-label={words.undo}
        title={`${words.undo} (Ctrl Z)`}
        onClick={undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        disabled={!hasFuture}
        aria-label={words.redo}
        title={`${words.redo} (Ctrl ⇧ Z)`}
        onClick={redo}
      >
        <Icon name="redo" />
      </button>
      <button
        type="button"
        aria-pressed={isLassoOn}
        aria-label={words.lasso}
        title={`${words.lasso} (L)`}
        onClick={toggleLasso}
      >
        <Icon name="lasso" />
      </button>
      <LayoutMenu scene={scene} />
    </div>
  );
}

/** Says that only a part is drawn, and leads back to all. */
function Kept() {
  const words = useWords();
  const only = useExplorer((state) => state.filter.only);
  const graph = useExplorer((state) => state.graph);
  if (!only && graph?.isWhole !== false) return null;
  return (
    <p className="only" role="status">
      {only
        ? words.onlyShown(only.size)
        : words.overview(graph?.nodes.id.length ?? 0, graph?.counts.entities ?? 0)}
      {only && (
        <button type="button" className="link" onClick={showAll}>
          {words.showAll}
        </button>
      )}
    </p>
  );
}

function Notice(props: {
  readonly title: string;
  readonly hint?: string;
  readonly isBusy?: boolean;
  readonly onRetry?: () => void;
}) {
  const words = useWords();
  return (
    <div className="notice" role="status" aria-busy={props.isBusy ?? false}>
      <img src={seal} alt="" width="44" height="44" />
      <h2>{props.title}</h2>
      {props.hint && <p>{props.hint}</p>}
      {props.onRetry && (
        <button type="button" className="button" onClick={props.onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
