import type Sigma from 'sigma';
import type { Drawing, Frame } from '../scene/scene.ts';
import { type Cover, coverOf } from './cover.ts';
import { frameOf } from './frame.ts';
import type { LiveScene } from './live-scene.ts';
import { paintOverlay } from './overlay.ts';
import type { Pointer } from './pointer.ts';

/** Paint what comes and goes over what sigma draws, after each of its frames and by itself; `onFrame` hears how the graph lies, and what lies over it. */
export function openPainter(
  sigma: Sigma,
  live: LiveScene,
  pointer: Pointer,
  onFrame: (frame: Frame, cover: Cover) => void,
) {
  // Sigma's own layer for labels: it lies over the nodes, and is sized and cleared with them.
  const context = sigma.getCanvases().labels?.getContext('2d');
  const frameNow = () => frameOf(sigma, live.scene.extent);
  let frame = frameNow();
  let due = 0;
  let cover = coverOf(sigma.getContainer());
  const drawing = (): Drawing => ({ scene: live.scene, places: live.places, frame, cover });
  const paint = () => {
    due = 0;
    cover = coverOf(sigma.getContainer());
    if (context) paintOverlay(context, drawing(), pointer);
    onFrame(frame, cover);
  };
  sigma.on('afterRender', () => {
    frame = frameNow();
    paint();
  });
  return {
    /** As it was drawn last. */
    drawing,
    /** As it will be drawn next. */
    nextDrawing: (): Drawing => ({ ...drawing(), frame: frameNow() }),
    /** Paint with the next frame, the graph itself staying as it is. */
    repaint(): void {
      due ||= requestAnimationFrame(paint);
    },
    close: () => cancelAnimationFrame(due),
  };
}
