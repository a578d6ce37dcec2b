import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import { itemAt } from '../base/must.ts';
import { rangeOf } from '../graph/extent.ts';
import type { Camera, Point } from '../graph/view.ts';
import { coverOf } from './cover.ts';
import { AT_REST, grainAtRest } from './frame.ts';
import type { LiveScene } from './live-scene.ts';

/** Pixels to a unit of the layout beyond which a few nodes only drift apart. */
const CLOSEST = 2.6;

/** Of what nothing lies over what is shown fills this share; names stand in the rest. */
const FREE = { width: 0.88, height: 0.88 } as const;

/** The share of the window that what is shown fills at least where the camera may stay. */
const ENOUGH = 0.5;

/** Within this share of what is free, from its middle, a selection is seen well enough. */
const CALM = 0.4;

/** Milliseconds that a movement lasts for those who have not asked for stillness. */
const DURATION = 280;

/** A rectangle in the places of the canvas. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Where the camera goes, as things are when it is asked; undefined where it stays. */
type Aim = () => Partial<CameraState> | undefined;

/** Move sigma's camera; `at` is where it starts, else it shows all. */
export function openCamera(sigma: Sigma, live: LiveScene, at: Camera | undefined) {
  const camera = sigma.getCamera();
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : DURATION;
  const moveTo = (state: Partial<CameraState>) => {
    goal = state;
    // Sigma cannot move in no time: it would divide by it.
    if (duration === 0) camera.setState(state);
    else void camera.animate(state, { duration });
  };
  /** Where the camera showed all: as long as it is at one of these, the reader has not gone anywhere. */
  const shownAll: Partial<CameraState>[] = [];
  const showAll = (): Partial<CameraState> | undefined => {
    const all = boxOfDrawn(live);
    const state = all && framing(sigma, live, all);
    if (state) shownAll.push(state);
    return state;
  };
  let goal: Partial<CameraState> | undefined = at;
  const isAtAll = () => {
    const now = camera.isAnimated() && goal ? goal : camera;
    return shownAll.some((state) => isSame(state, now));
  };
  if (at) camera.setState({ ...at, angle: 0 });
  else {
    const state = showAll();
    if (state) camera.setState(state);
  }
  let frame = 0;
  let waiting: Aim | undefined;
  // After the frame that is due: only then do positions on the screen fit the window.
  const aimLater = (aim: Aim) => {
    cancelAnimationFrame(frame);
    waiting = aim;
    frame = requestAnimationFrame(() => {
      waiting = undefined;
      const state = aim();
      if (state) moveTo(state);
    });
  };
  return {
    reveal(closer?: boolean): void {
      aimLater(() => {
        if (live.scene.light.focus.size > 0) return aimAtLight(sigma, live, closer ?? false);
        // Where nothing is looked at, all that was in view stays in view beside a panel.
        const state = isAtAll() ? showAll() : undefined;
        return state && isSame(state, camera) ? undefined : state;
      });
    },
    zoom(factor: number): void {
      const closer = (state?: Partial<CameraState>) => ({
        ...state,
        ratio: camera.getBoundedRatio((state?.ratio ?? camera.ratio) / factor),
      });
      // What is still to be shown is shown closer, and does not take the zoom back.
      const first = waiting;
      if (first) aimLater(() => closer(first()));
      else moveTo(closer());
    },
    fit(calm?: boolean): void {
      aimLater(() => {
        const all = boxOfDrawn(live);
        return calm && all && isFramed(sigma, all) ? undefined : showAll();
      });
    },
    show({ x, y, radius }: Point & { readonly radius: number }): void {
      const box = { left: x - radius, right: x + radius, bottom: y - radius, top: y + radius };
      aimLater(() => framing(sigma, live, box));
    },
    centre({ x, y }: Point): void {
      const point = sigma.graphToViewport({ x, y: -y }, { cameraState: AT_REST });
      camera.setState(facing(sigma, point, camera.ratio));
    },
    set(state: Camera): void {
      if (state.x !== camera.x || state.y !== camera.y || state.ratio !== camera.ratio)
        camera.setState(state);
    },
    close: () => cancelAnimationFrame(frame),
  };
}

/** Whether two views can be told apart by no one. */
function isSame(a: Partial<CameraState>, b: Partial<CameraState>): boolean {
  return (['x', 'y', 'ratio'] as const).every((part) => Math.abs((a[part] ?? 0) - (b[part] ?? 0)) < 1e-6);
}

/** The camera that shows the focus, or closer, all that is lit; undefined when nothing has to move. */
function aimAtLight(sigma: Sigma, live: LiveScene, closer: boolean): Partial<CameraState> | undefined {
  const { lit, focus } = live.scene.light;
  const box = boxOf(live, closer ? (lit?.nodes ?? []) : focus);
  if (!box) return undefined;
  if (closer) return framing(sigma, live, box);
  const { left, top, width, height } = freeOf(sigma);
  const [low, high] = cornersOf(sigma, box);
  const [x, y] = [left + width / 2, top + height / 2];
  const isIn =
    low.x > x - width * CALM &&
    high.x < x + width * CALM &&
    high.y > y - height * CALM &&
    low.y < y + height * CALM;
  if (isIn) return undefined;
  return framing(sigma, live, box, sigma.getCamera().ratio);
}

/** The part of the window that nothing lies over, in pixels. */
function freeOf(sigma: Sigma) {
  const { width, height } = sigma.getDimensions();
  const { left, right, top, bottom } = coverOf(sigma.getContainer());
  return { left, top, width: width - left - right, height: height - top - bottom };
}

/** The camera that shows a part of the places in what is free of the window: as close as is of use, or as close as is said. */
function framing(sigma: Sigma, live: LiveScene, box: Box, closeness?: number): Partial<CameraState> {
  const free = freeOf(sigma);
  // Reckoned from the camera at rest: the one of now may be under way.
  const [low, high] = cornersOf(sigma, box, AT_REST);
  const fitting = Math.max(
    (high.x - low.x) / (free.width * FREE.width),
    (low.y - high.y) / (free.height * FREE.height),
  );
  const closest = grainAtRest(sigma, live.scene.extent) / CLOSEST;
  const ratio = sigma.getCamera().getBoundedRatio(closeness ?? Math.max(fitting, closest));
  return { ...facing(sigma, { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 }, ratio), ratio };
}

/** Where the camera has a point in the middle of what is free, which is beside that of the window. The point is in pixels as of the camera at rest. */
function facing(sigma: Sigma, { x, y }: Point, ratio: number): Point {
  const window = sigma.getDimensions();
  const free = freeOf(sigma);
  const middle = {
    x: x - (free.left + free.width / 2 - window.width / 2) * ratio,
    y: y - (free.top + free.height / 2 - window.height / 2) * ratio,
  };
  return sigma.viewportToFramedGraph(middle, { cameraState: AT_REST });
}

/** Whether a part is in what is free of the window, and large in it. */
function isFramed(sigma: Sigma, box: Box): boolean {
  const { left, top, width, height } = freeOf(sigma);
  const [low, high] = cornersOf(sigma, box);
  const isIn = low.x >= left && high.x <= left + width && high.y >= top && low.y <= top + height;
  return isIn && Math.max((high.x - low.x) / width, (low.y - high.y) / height) > ENOUGH;
}

/** The lower left and the upper right corner in the window, in pixels. */
function cornersOf(sigma: Sigma, box: Box, cameraState?: CameraState): readonly [Point, Point] {
  const options = cameraState ? { cameraState } : {};
  return [
    sigma.graphToViewport({ x: box.left, y: box.bottom }, options),
    sigma.graphToViewport({ x: box.right, y: box.top }, options),
  ];
}

/** What is drawn, groups with all of their circles; undefined when nothing is. */
function boxOfDrawn(live: LiveScene): Box | undefined {
  const { drawn, groups } = live.scene.grouping;
  const circles = groups.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    bottom: y - radius,
    top: y + radius,
  }));
  const nodes = boxOf(
    live,
    [...drawn.nodes.keys()].filter((node) => drawn.nodes[node]),
  );
  const boxes = nodes ? [...circles, nodes] : circles;
  if (boxes.length === 0) return undefined;
  return {
    left: rangeOf(boxes.map(({ left }) => left))[0],
    right: rangeOf(boxes.map(({ right }) => right))[1],
    bottom: rangeOf(boxes.map(({ bottom }) => bottom))[0],
    top: rangeOf(boxes.map(({ top }) => top))[1],
  };
}

/** The rectangle that some nodes fill with their discs; undefined of none. */
function boxOf({ scene, places }: LiveScene, some: Iterable<number>): Box | undefined {
  const nodes = [...some];
  if (nodes.length === 0) return undefined;
  const radius = (node: number) => itemAt(scene.radii, node);
  const [left] = rangeOf(nodes.map((node) => itemAt(places.x, node) - radius(node)));
  const [, right] = rangeOf(nodes.map((node) => itemAt(places.x, node) + radius(node)));
  const [bottom] = rangeOf(nodes.map((node) => itemAt(places.y, node) - radius(node)));
  const [, top] = rangeOf(nodes.map((node) => itemAt(places.y, node) + radius(node)));
  return { left, right, bottom, top };
}
