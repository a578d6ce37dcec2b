import type { Frame } from '../scene/scene.ts';
import type { Cover } from './cover.ts';
import type { Canvas } from './handle.ts';

let current: Canvas | undefined;
type Follower = (frame: Frame, cover: Cover) => void;
const followers = new Set<Follower>();

/** The canvas that is open: what buttons, keys and menus around it turn to. None while there is no graph. */
export function currentCanvas(): Canvas | undefined {
  return current;
}

/** Make a canvas the one that is open; undefined when it has been closed. */
export function setCurrentCanvas(canvas: Canvas | undefined): void {
  current = canvas;
}

/** Hear of every frame of whichever canvas is open, until the answer is called. */
export function followFrames(hear: Follower): () => void {
  followers.add(hear);
  return () => {
    followers.delete(hear);
  };
}

/** Tell all who follow how the graph lies in the window now, and what lies over it. */
export function tellFrame(frame: Frame, cover: Cover): void {
  for (const hear of followers) hear(frame, cover);
}
