/** Hear when the graphics of a canvas in an element are lost (a driver that starts anew, a sleeping machine, too many pages), until the answer is called. */
export function watchLoss(container: HTMLElement, onLost: () => void): () => void {
  // The event does not bubble: it is met on its way down. Of the several layers the first is enough.
  container.addEventListener('webglcontextlost', onLost, { capture: true, once: true });
  return () => container.removeEventListener('webglcontextlost', onLost, { capture: true });
}

/** Whether the browser gives out graphics at all now: after many losses it may not. */
export function hasGraphics(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/** Milliseconds between two looks at the density of the screen. */
const LOOK = 250;

/**
 * Hear whenever a point of the page has more or fewer pixels than before, on another screen or zoomed, until the answer is called.
 *
 * It is looked at from time to time: media queries of a density are not known everywhere, and do not tell of every change.
 */
export function watchDensity(onChange: () => void): () => void {
  let density = devicePixelRatio;
  const timer = setInterval(() => {
    if (density === devicePixelRatio) return;
    density = devicePixelRatio;
    onChange();
  }, LOOK);
  return () => clearInterval(timer);
}
