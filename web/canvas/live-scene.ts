import type { Places } from '../graph/places.ts';
import type { Scene } from '../scene/scene.ts';
import { changeBetween } from './change.ts';
import type { Positions } from './queue.ts';

/**
 * The scene that is drawn, and beside it where its nodes are at the moment: while one is dragged, or all are laid out, they are
 * not where the scene has them. A scene with places of its own puts them back.
 */
export class LiveScene {
  #scene: Scene;
  readonly #places: { readonly x: Float64Array; readonly y: Float64Array };

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#places = { x: Float64Array.from(scene.places.x), y: Float64Array.from(scene.places.y) };
  }

  get scene(): Scene {
    return this.#scene;
  }

  get places(): Places {
    return this.#places;
  }

  /** Take another scene of the same graph, and tell what has to be drawn anew for it. */
  take(next: Scene): Positions {
    const before = this.#scene;
    this.#scene = next;
    if (before.places !== next.places) this.arrange(next.places.x, next.places.y);
    return changeBetween(before, next);
  }

  /** Put one node elsewhere. */
  move(node: number, x: number, y: number): void {
    this.#places.x[node] = x;
    this.#places.y[node] = y;
  }

  /** Put all nodes elsewhere. */
  arrange(x: ArrayLike<number>, y: ArrayLike<number>): void {
    this.#places.x.set(x);
    this.#places.y.set(y);
  }
}
