import { useEffect, useMemo, useRef } from 'react';
import { type CanvasView, openCanvas } from './canvas.ts';
import { toDisplay, toGraphIndex } from './display.ts';
import { Icon } from './icons.tsx';
import { isTyping } from './keyboard.ts';
import { useWords } from './language.ts';
import { PALETTES } from './palette.ts';
import seal from './seal.svg';
import { loadGraph, select, selectEntity, selectRelation, showAll, useExplorer } from './state.ts';

/** The element of the canvas, with the drawn graph on it: for tests and for the console of the browser. */
export interface CanvasElement extends HTMLDivElement {
  view?: CanvasView | undefined;
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

function DrawnGraph() {
  const words = useWords();
  const element = useRef<CanvasElement>(null);
  const graph = useExplorer((state) => state.graph);
  const filter = useExplorer((state) => state.filter);
  const selection = useExplorer((state) => state.selection);
  const theme = useExplorer((state) => state.theme);
  const index = useMemo(() => graph && toGraphIndex(graph), [graph]);
  const display = useMemo(() => index && toDisplay(index, filter, selection), [index, filter, selection]);
  const palette = PALETTES[theme];
  // What is clicked on the canvas is already seen: the camera goes closer only to what was chosen elsewhere.
  const isOwnChoice = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new display or theme is drawn on the same canvas, below.
  useEffect(() => {
    const container = element.current;
    if (!container || !index || !display) return;
    const own = (choose: (id: string) => void) => (id: string) => {
      isOwnChoice.current = true;
      choose(id);
    };
    const view = openCanvas(container, index, display, palette, {
      onNode: own(selectEntity),
      onEdge: own(selectRelation),
      onNothing: () => select(undefined),
    });
    container.view = view;
    const observer = new ResizeObserver(() => {
      view.resize();
      view.reveal();
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      container.view = undefined;
      view.close();
    };
  }, [index]);

  useEffect(() => {
    if (display) element.current?.view?.draw(display, palette);
  }, [display, palette]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the camera.
  useEffect(() => {
    element.current?.view?.reveal(!isOwnChoice.current);
    isOwnChoice.current = false;
  }, [selection]);

  const view = () => element.current?.view;

  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => element.current?.view?.zoom(1.5),
      '=': () => element.current?.view?.zoom(1.5),
      '-': () => element.current?.view?.zoom(1 / 1.5),
      f: () => element.current?.view?.fit(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && !event.ctrlKey && !event.metaKey) acts[event.key]?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const counts = graph?.counts ?? { entities: 0, relations: 0 };
  return (
    <>
      <div
        ref={element}
        className="canvas"
        role="img"
        aria-label={words.canvas(counts.entities, counts.relations)}
      />
      <div className="camera">
        <button
          type="button"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          onClick={() => view()?.zoom(1.5)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          onClick={() => view()?.zoom(1 / 1.5)}
        >
          <Icon name="minus" />
        </button>
        <button type="button" aria-label={words.fit} title={words.fit} onClick={() => view()?.fit()}>
          <Icon name="fit" />
        </button>
      </div>
      {filter.only && (
        <p className="only" role="status">
          {words.onlyShown(filter.only.size)}
          <button type="button" className="link" onClick={showAll}>
            {words.showAll}
          </button>
        </p>
      )}
    </>
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
