import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { type CanvasElement, viewNow } from '../app/graph-region.tsx';
import { boxOf } from '../graph/extent.ts';
import { colourOf } from '../scene/look.ts';
import type { Frame, Scene } from '../scene/scene.ts';
import { useWords } from '../ui/use-words.ts';

const [WIDTH, HEIGHT, MARGIN] = [168, 116, 8];

/** Nodes below which everything is in view anyway. */
const ENOUGH = 60;

/** The whole graph, small, with the window's part of it framed; a click or a drag moves the window. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const words = useWords();
  const dots = useRef<HTMLCanvasElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const { shown, places, palette } = scene;
  const fit = useMemo(() => {
    const box = boxOf(places);
    const grain = Math.min(
      (WIDTH - 2 * MARGIN) / (box.right - box.left),
      (HEIGHT - 2 * MARGIN) / (box.top - box.bottom),
    );
    const left = WIDTH / 2 - ((box.left + box.right) / 2) * grain;
    const top = HEIGHT / 2 + ((box.top + box.bottom) / 2) * grain;
    return { grain, left, top };
  }, [places]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is lit in a scene changes nothing here.
  useEffect(() => {
    const context = dots.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    // A stroke a colour, and in a turn of its own: thousands of dots one by one would hold up the graph itself.
    const turn = setTimeout(() => {
      context.clearRect(0, 0, WIDTH, HEIGHT);
      context.globalAlpha = 0.75;
      for (const [colour, nodes] of byColour(scene)) {
        context.beginPath();
        for (const node of nodes) {
          const x = fit.left + (places.x[node] ?? 0) * fit.grain;
          const y = fit.top - (places.y[node] ?? 0) * fit.grain;
          context.rect(x - 0.75, y - 0.75, 1.5, 1.5);
        }
        context.fillStyle = colour;
        context.fill();
      }
    });
    return () => clearTimeout(turn);
  }, [shown, places, palette, scene.colour, fit]);

  useEffect(() => {
    const canvas = document.querySelector<CanvasElement>('.canvas');
    if (!canvas) return;
    canvas.onFrame = (frame: Frame) => {
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
    };
    canvas.view?.resize();
    return () => {
      canvas.onFrame = undefined;
    };
  }, [fit]);

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    viewNow()?.centre({
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
