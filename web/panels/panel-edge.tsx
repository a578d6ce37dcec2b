import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { LEAST_PANEL, mostPanel, setPanelWidth } from '../state/panel-size.ts';
import type { PanelSize } from '../state/panel-widths.ts';
import { useWords } from '../ui/use-words.ts';

/** Pixels by which a key widens a panel. */
const STEP = 32;

/** The edge of a panel: dragged, or moved by the arrow keys, it makes the panel wider; a double click gives it its own width again. */
export function PanelEdge({
  size,
  panel,
}: {
  readonly size: PanelSize;
  readonly panel: RefObject<HTMLElement | null>;
}) {
  const words = useWords();
  const edge = useRef<HTMLDivElement>(null);
  const width = useWidth(panel);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const next = Math.min(mostPanel(), Math.max(LEAST_PANEL, innerWidth - event.clientX));
    // By style alone while it is dragged: the state follows at the end, and nothing is rendered meanwhile.
    edge.current?.closest<HTMLElement>('.page')?.style.setProperty('--chosen', `${next}px`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: LEAST_PANEL,
      End: mostPanel(),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setPanelWidth(size, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between two parts of a text cannot be moved; this one can.
    <div
      ref={edge}
      className="panel-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.view.panelWidth}
      title={words.view.panelWidth}
      aria-valuemin={LEAST_PANEL}
      aria-valuemax={mostPanel()}
      aria-valuenow={width}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={({ currentTarget, pointerId, clientX }) => {
        if (currentTarget.hasPointerCapture(pointerId) && Math.abs(innerWidth - clientX - width) > 1)
          setPanelWidth(size, innerWidth - clientX);
      }}
      onDoubleClick={() => setPanelWidth(size, undefined)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The width that the panel has now, in pixels. */
function useWidth(panel: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(LEAST_PANEL);
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(Math.round(current.getBoundingClientRect().width)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [panel]);
  return width;
}
