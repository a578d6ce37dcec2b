import type { Frame } from '../scene/scene.ts';
import type { Canvas } from './handle.ts';

let current: Canvas | undefined;
const followers = new Set<(frame: Frame) => void>();

/** The canvas that is open: what buttons, keys and menus around it turn to. None while there is no graph. */
export function currentCanvas(): Canvas | undefined {
  return current;
}

/** Make a canvas the one that is open; undefined when it has been closed. */
export function setCurrentCanvas(canvas: Canvas | undefined): void {
  current = canvas;
}

/** Hear of every frame of whichever canvas is open, until the answer is called. */
export function followFrames(hear: (frame: Frame) => void): () => void {
  followers.add(hear);
  return () => {
    followers.delete(hear);
  };
}

/** Tell all who follow how the graph lies in the window now. */
export function tellFrame(frame: Frame): void {
  for (const hear of followers) hear(frame);
}
