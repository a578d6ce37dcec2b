import type { Box } from '../graph/extent.ts';
import type { Shown } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import type { Light, Part, Places } from '../graph/light.ts';
import type { Look } from '../graph/view.ts';
import type { Palette } from './palette.ts';

/** All that a picture of the graph depends on, beside the window and the camera. */
export interface Scene {
  readonly index: GraphIndex;
  readonly shown: Shown;
  readonly light: Light;
  readonly picked: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
  readonly radii: Float64Array;
  readonly places: Places;
  /** What fills the window at rest: how far the server's layout reaches, so that what is moved here moves, and what is pinned stays. */
  readonly box: Box;
  readonly colour: Look['colour'];
  readonly palette: Palette;
  /** The relations by name, for the lit edges. */
  readonly relations: Readonly<Record<string, string>>;
  /** What stands over each community; those without a name are left out. */
  readonly communities: readonly CommunityName[];
}

export interface CommunityName {
  readonly community: number;
  readonly name: string;
  /** The node that it is called after. */
  readonly hub: number;
  readonly nodes: readonly number[];
}

/** How the graph lies in the window: a place (x, y) is drawn at `left + x * grain`, `top - y * grain`; radii times `scale`. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly grain: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** What the mouse is doing, beside what the scene says. */
export interface Hand {
  readonly hovered?: Part | undefined;
  readonly lasso: readonly (readonly [number, number])[];
}

export function pointOf(
  { places }: Scene,
  { left, top, grain }: Frame,
  node: number,
): readonly [number, number] {
  return [left + (places.x[node] ?? 0) * grain, top - (places.y[node] ?? 0) * grain];
}
