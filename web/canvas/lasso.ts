import type { Point } from '../graph/view.ts';

interface LassoEvents {
  readonly onDraw: (points: readonly (readonly [number, number])[]) => void;
  readonly onDone: (points: readonly (readonly [number, number])[], isAdded: boolean) => void;
  /** The button went down and up in one place. */
  readonly onClick: (point: Point) => void;
}

/** Points below which a movement is a click. */
const FEW = 4;

/**
 * Draw a line around nodes: with Shift held, or with any finger or button while the lasso is on.
 *
 * The canvas behind must not move meanwhile, so the events do not reach it.
 */
export function catchLasso(
  element: HTMLElement,
  events: LassoEvents,
): { setOn(isOn: boolean): void; close(): void } {
  let isOn = false;
  let points: (readonly [number, number])[] | undefined;
  const abort = new AbortController();
  const listen = (type: string, react: (event: PointerEvent) => void) =>
    element.addEventListener(type, (event) => react(event as PointerEvent), {
      capture: true,
      signal: abort.signal,
    });
  const here = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top } = element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  listen('pointerdown', (event) => {
    if (event.button !== 0 || !(isOn || event.shiftKey)) return;
    points = [here(event)];
    element.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  listen('pointermove', (event) => {
    if (!points) return;
    points.push(here(event));
    events.onDraw(points);
    event.stopPropagation();
  });
  listen('pointerup', (event) => {
    if (!points) return;
    const drawn = points;
    points = undefined;
    event.stopPropagation();
    const [[x, y] = [0, 0]] = drawn;
    events.onDraw([]);
    if (drawn.length < FEW) events.onClick({ x, y });
    else events.onDone(drawn, event.shiftKey);
  });
  for (const type of ['mousedown', 'mousemove', 'mouseup', 'click', 'touchstart', 'touchmove', 'touchend'])
    listen(type, (event) => {
      if (points || ((isOn || event.shiftKey) && type !== 'mousemove')) event.stopPropagation();
    });
  return {
    setOn(next) {
      isOn = next;
      element.classList.toggle('is-lasso', next);
    },
    close: () => abort.abort(),
  };
}
