import type { RelationType } from '../../src/model/relation.ts';
import { itemAt } from '../base/must.ts';
import type { NamedCommunity } from '../graph/community.ts';
import type { Extent } from '../graph/extent.ts';
import type { Shown } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import type { Group, Grouping } from '../graph/groups.ts';
import type { Light } from '../graph/light.ts';
import type { Places } from '../graph/places.ts';
import type { Look, Point } from '../graph/view.ts';
import type { Palette } from './palette.ts';

/** All that a picture of the graph depends on, beside the window and the camera. It never changes: another state is another scene. */
export interface Scene {
  readonly index: GraphIndex;
  /** What the filter leaves. */
  readonly shown: Shown;
  /** What of that is drawn one by one, and what as groups. */
  readonly grouping: Grouping;
  readonly light: Light;
  readonly picked: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
  /** Pixels at rest. */
  readonly radii: Float64Array;
  readonly places: Places;
  /** What fills the window at rest: how far the server's layout reaches, so that what is moved here moves, and what is pinned stays. */
  readonly extent: Extent;
  readonly colour: Look['colour'];
  readonly palette: Palette;
  /** The relations by name, for the lit edges. */
  readonly relations: Readonly<Record<RelationType, string>>;
  readonly communities: readonly NamedCommunity[];
  /** What a group holds, in a few words a line. */
  readonly groupNotes: (group: Group) => readonly string[];
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

/** A scene as it lies in the window. `places` are where its nodes are at the moment: while they are moved, not where the scene has them. */
export interface Drawing {
  readonly scene: Scene;
  readonly places: Places;
  readonly frame: Frame;
  /** Pixels of the window's left and right that lie under something, where no name is to stand. */
  readonly cover?: { readonly left: number; readonly right: number; readonly top: number };
}

/** Where a node is drawn: pixels from the window's top left corner. */
export function pointOf({ places, frame }: Drawing, node: number): readonly [number, number] {
  const { left, top, grain } = frame;
  return [left + itemAt(places.x, node) * grain, top - itemAt(places.y, node) * grain];
}

/** The radius that a node is drawn with, in pixels. */
export function radiusOf({ scene, frame }: Drawing, node: number): number {
  return itemAt(scene.radii, node) * frame.scale;
}

/** Where a node lies, in the units of the layout. */
export function layoutPointOf({ x, y }: Places, node: number): Point {
  return { x: itemAt(x, node), y: -itemAt(y, node) };
}
