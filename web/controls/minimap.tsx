import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { itemAt } from '../base/must.ts';
import { currentCanvas, followFrames } from '../canvas/current.ts';
import { extentOf } from '../graph/extent.ts';
import type { Places } from '../graph/places.ts';
import { colourOf } from '../scene/look.ts';
import type { Scene } from '../scene/scene.ts';
import { useWords } from '../ui/use-words.ts';

const [WIDTH, HEIGHT, MARGIN] = [168, 116, 8];

/** Nodes below which everything is in view anyway. */
const ENOUGH = 60;

/** How the graph lies in the small map: a place (x, y) at `left + x * grain`, `top - y * grain`. */
interface Fit {
  readonly grain: number;
  readonly left: number;
  readonly top: number;
}

/** The whole graph, small, with the window's part of it framed; a click or a drag moves the window. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const dots = useRef<HTMLCanvasElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const { shown, places } = scene;
  const fit = useMemo(() => toFit(places), [places]);
  useDots(dots, scene, fit);
  useWindow(window, fit);
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    currentCanvas()?.centre({
      x: (event.clientX - left - fit.left) / fit.grain,
      y: (event.clientY - top - fit.top) / fit.grain,
    });
  };
  if (shown.nodes.length < ENOUGH) return null;
  return (
    <div
      className="minimap"
      aria-hidden="true"
      title={words.minimap}
      onPointerDown={move}
      onPointerMove={move}
    >
      <canvas ref={dots} width={WIDTH} height={HEIGHT} />
      <div ref={window} className="minimap-window" />
    </div>
  );
}

function toFit(places: Places): Fit {
  const extent = extentOf(places);
  const grain = Math.min(
    (WIDTH - 2 * MARGIN) / (extent.right - extent.left),
    (HEIGHT - 2 * MARGIN) / (extent.top - extent.bottom),
  );
  const left = WIDTH / 2 - ((extent.left + extent.right) / 2) * grain;
  const top = HEIGHT / 2 + ((extent.top + extent.bottom) / 2) * grain;
  return { grain, left, top };
}

/** Draw each node as a dot. */
function useDots(canvas: RefObject<HTMLCanvasElement | null>, scene: Scene, fit: Fit): void {
  const { shown, places, palette, colour } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is lit in a scene changes nothing here.
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    // A stroke a colour, and in a turn of its own: thousands of dots one by one would hold up the graph itself.
    const turn = setTimeout(() => {
      context.clearRect(0, 0, WIDTH, HEIGHT);
      context.globalAlpha = 0.75;
      for (const [fill, nodes] of byColour(scene)) {
        context.beginPath();
        for (const node of nodes) {
          const x = fit.left + itemAt(places.x, node) * fit.grain;
          const y = fit.top - itemAt(places.y, node) * fit.grain;
          context.rect(x - 0.75, y - 0.75, 1.5, 1.5);
        }
        context.fillStyle = fill;
        context.fill();
      }
    });
    return () => clearTimeout(turn);
  }, [shown, places, palette, colour, fit]);
}

/** Keep the frame around what the canvas shows. */
function useWindow(window: RefObject<HTMLDivElement | null>, fit: Fit): void {
  useEffect(() => {
    const stop = followFrames((frame) => {
      const style = window.current?.style;
      if (!style) return;
      const share = fit.grain / frame.grain;
      // Where all is in view, the small picture says nothing.
      const isWhole = frame.width * share > WIDTH - 2 * MARGIN && frame.height * share > HEIGHT - 2 * MARGIN;
      window.current?.parentElement?.classList.toggle('is-whole', isWhole);
      style.left = `${fit.left - frame.left * share}px`;
      style.top = `${fit.top - frame.top * share}px`;
      style.width = `${frame.width * share}px`;
      style.height = `${frame.height * share}px`;
    });
    // The next frame tells where the window is.
    currentCanvas()?.resize();
    return stop;
  }, [window, fit]);
}

function byColour(scene: Scene): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  scene.shown.nodes.forEach((isShown, node) => {
    if (!isShown) return;
    const colour = colourOf(scene, node);
    const group = groups.get(colour);
    if (group) group.push(node);
    else groups.set(colour, [node]);
  });
  return groups;
}
