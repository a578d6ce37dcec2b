import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import { itemAt } from '../base/must.ts';
import { rangeOf } from '../graph/extent.ts';
import type { Camera, Point } from '../graph/view.ts';
import type { LiveScene } from './live-scene.ts';

/** The camera's ratio at which a few neighbours stand well apart. */
const CLOSEST = 0.3;

const AT_REST: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Milliseconds in which a selection's movement of the camera is over. */
const LONG_ENOUGH = 1500;

/** Milliseconds that a movement lasts for those who have not asked for stillness. */
const DURATION = 280;

/** Move sigma's camera; `at` is where it starts, else it shows all. */
export function openCamera(sigma: Sigma, live: LiveScene, at: Camera | undefined) {
  const camera = sigma.getCamera();
  if (at) camera.setState({ ...at, angle: 0 });
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : DURATION;
  const moveTo = (state: Partial<CameraState>) => {
    // Sigma cannot move in no time: it would divide by it.
    if (duration === 0) camera.setState(state);
    else void camera.animate(state, { duration });
  };
  let revealing = 0;
  let closerUntil = 0;
  return {
    reveal(closer?: boolean): void {
      // After the frame that is due: only then do positions on the screen fit the window. A panel that opens with the
      // selection narrows the window while the camera is on its way, so what it was going to show still counts.
      if (closer) closerUntil = performance.now() + LONG_ENOUGH;
      cancelAnimationFrame(revealing);
      revealing = requestAnimationFrame((now) => {
        const state = aim(sigma, live, now < closerUntil);
        if (state) moveTo(state);
      });
    },
    zoom(factor: number): void {
      moveTo({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    fit: () => moveTo(AT_REST),
    centre({ x, y }: Point): void {
      const middle = sigma.graphToViewport({ x, y: -y }, { cameraState: AT_REST });
      camera.setState(sigma.viewportToFramedGraph(middle, { cameraState: AT_REST }));
    },
    set(state: Camera): void {
      if (state.x !== camera.x || state.y !== camera.y || state.ratio !== camera.ratio)
        camera.setState(state);
    },
    close: () => cancelAnimationFrame(revealing),
  };
}

/** The camera that shows the focus, or closer, all that is lit; undefined when nothing has to move. */
function aim(sigma: Sigma, { scene, places }: LiveScene, closer: boolean): Partial<CameraState> | undefined {
  const { lit, focus } = scene.light;
  const nodes = [...(closer ? (lit?.nodes ?? []) : focus)];
  const { width, height } = sigma.getDimensions();
  const isInView = ({ x, y }: Point) =>
    x > width * 0.1 && x < width * 0.9 && y > height * 0.1 && y < height * 0.9;
  const place = (node: number) => ({ x: itemAt(places.x, node), y: itemAt(places.y, node) });
  if (nodes.length === 0) return undefined;
  if (!closer && nodes.every((node) => isInView(sigma.graphToViewport(place(node))))) return undefined;
  // Reckoned from the camera at rest: the one of now may be under way.
  const points = nodes.map((node) => sigma.graphToViewport(place(node), { cameraState: AT_REST }));
  const [left, right] = rangeOf(points.map(({ x }) => x));
  const [top, bottom] = rangeOf(points.map(({ y }) => y));
  const fitting = Math.max((right - left) / (width * 0.6), (bottom - top) / (height * 0.7));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return {
    ...sigma.viewportToFramedGraph(middle, { cameraState: AT_REST }),
    ratio: closer ? Math.min(1, Math.max(CLOSEST, fitting)) : sigma.getCamera().ratio,
  };
}
