import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { itemAt } from '../base/must.ts';
import { currentCanvas, followFrames } from '../canvas/current.ts';
import { type Extent, extentOfSome } from '../graph/extent.ts';
import { colourOf } from '../scene/look.ts';
import type { Scene } from '../scene/scene.ts';
import { useWords } from '../ui/use-words.ts';

const [WIDTH, HEIGHT, MARGIN] = [168, 116, 8];

/** Nodes below which everything is in view anyway. */
const ENOUGH = 60;

/** How the graph lies in the small map: a place (x, y) at `left + x * grain`, `top - y * grain`. */
interface Fit {
  readonly extent: Extent;
  readonly grain: number;
  readonly left: number;
  readonly top: number;
}

/** The whole graph, small, with the part of it framed that the window shows beside its panels; a click or a drag moves the window. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const dots = useRef<HTMLCanvasElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const { grouping, places } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is lit in a scene changes nothing here.
  const fit = useMemo(() => toFit(scene), [grouping, places]);
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
  if (grouping.drawn.nodes.length < ENOUGH) return null;
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

function toFit({ grouping: { drawn, groups }, places }: Scene): Fit {
  const nodes = [...drawn.nodes.keys()].filter((node) => drawn.nodes[node]);
  const extent = extentOfSome(places, nodes, groups);
  const grain = Math.min(
    (WIDTH - 2 * MARGIN) / (extent.right - extent.left),
    (HEIGHT - 2 * MARGIN) / (extent.top - extent.bottom),
  );
  const left = WIDTH / 2 - ((extent.left + extent.right) / 2) * grain;
  const top = HEIGHT / 2 + ((extent.top + extent.bottom) / 2) * grain;
  return { extent, grain, left, top };
}

/** Draw each node as a dot, and each group as a disc. */
function useDots(canvas: RefObject<HTMLCanvasElement | null>, scene: Scene, fit: Fit): void {
  const { grouping, places, palette, colour } = scene;
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
      context.fillStyle = palette.line;
      for (const { x, y, radius, isOpen } of grouping.groups) {
        if (isOpen) continue;
        context.beginPath();
        context.arc(fit.left + x * fit.grain, fit.top - y * fit.grain, radius * fit.grain, 0, 2 * Math.PI);
        context.fill();
      }
    });
    return () => clearTimeout(turn);
  }, [grouping, places, palette, colour, fit]);
}

/** Keep the frame around what the canvas shows. */
function useWindow(window: RefObject<HTMLDivElement | null>, fit: Fit): void {
  useEffect(() => {
    const stop = followFrames((frame, cover) => {
      const style = window.current?.style;
      if (!style) return;
      const share = fit.grain / frame.grain;
      // What lies under a panel is not in view.
      const free = {
        left: cover.left,
        top: cover.top,
        right: frame.width - cover.right,
        bottom: frame.height - cover.bottom,
      };
      // Where all is in view, the small picture says nothing.
      const { left, right, bottom, top } = fit.extent;
      const isWhole =
        frame.left + left * frame.grain >= free.left &&
        frame.left + right * frame.grain <= free.right &&
        frame.top - top * frame.grain >= free.top &&
        frame.top - bottom * frame.grain <= free.bottom;
      window.current?.parentElement?.classList.toggle('is-whole', isWhole);
      style.left = `${fit.left + (free.left - frame.left) * share}px`;
      style.top = `${fit.top + (free.top - frame.top) * share}px`;
      style.width = `${(free.right - free.left) * share}px`;
      style.height = `${(free.bottom - free.top) * share}px`;
    });
    // The next frame tells where the window is.
    currentCanvas()?.resize();
    return stop;
  }, [window, fit]);
}

function byColour(scene: Scene): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  scene.grouping.drawn.nodes.forEach((isDrawn, node) => {
    if (!isDrawn) return;
    const colour = colourOf(scene, node);
    const group = groups.get(colour);
    if (group) group.push(node);
    else groups.set(colour, [node]);
  });
  return groups;
}
