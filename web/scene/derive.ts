import type { GraphAnswer } from '../../src/contract/graph.ts';
import { memo } from '../base/memo.ts';
import { communitiesOf } from '../graph/community.ts';
import { extentOf } from '../graph/extent.ts';
import { shownBy } from '../graph/filter.ts';
import { type GraphIndex, indexOf } from '../graph/graph-index.ts';
import { toLight } from '../graph/light.ts';
import { toRadii } from '../graph/measure.ts';
import { toPlaces } from '../graph/places.ts';
import type { Point } from '../graph/view.ts';
import { type State, useExplorer } from '../state/store.ts';
import { WORDS } from '../words/languages.ts';
import { PALETTES } from './palette.ts';
import { layoutPointOf, type Scene } from './scene.ts';

// Each part is remembered by itself, so that a part of the next scene is the same object where what it is made from is the same:
// by that the canvas tells what it has to draw anew.
const lightOf = memo(toLight);
const radiiOf = memo(toRadii);
const placesOf = memo((index: GraphIndex, pins: State['pins'], places: State['places']) =>
  toPlaces(index, { pins, places }),
);
const extentAtRest = memo((index: GraphIndex) => extentOf(toPlaces(index, { pins: new Map() })));

const derive = memo(
  (
    graph: GraphAnswer,
    filter: State['filter'],
    selection: State['selection'],
    found: State['found'],
    picked: State['picked'],
    pins: State['pins'],
    places: State['places'],
    look: State['look'],
    theme: State['theme'],
    locale: State['locale'],
  ): Scene => {
    const index = indexOf(graph);
    const shown = shownBy(index, filter);
    const toNodes = (ids: Iterable<string>) => new Set([...ids].flatMap((id) => index.nodeOf.get(id) ?? []));
    return {
      index,
      shown,
      light: lightOf(index, shown, selection, found),
      radii: radiiOf(graph, look.size),
      places: placesOf(index, pins, places),
      extent: extentAtRest(index),
      picked: toNodes(picked),
      pinned: toNodes(pins.keys()),
      colour: look.colour,
      palette: PALETTES[theme],
      relations: WORDS[locale].relations,
      communities: communitiesOf(index),
    };
  },
);

/** What is drawn in a state, derived from it once for all who ask; undefined while there is no graph. */
export function sceneOf(state: State): Scene | undefined {
  const { graph, filter, selection, found, picked, pins, places, look, theme, locale } = state;
  return graph && derive(graph, filter, selection, found, picked, pins, places, look, theme, locale);
}

/** Where an entity lies now, in the units of the layout; undefined when it is not in the graph that is here. */
export function placeNow(id: string): Point | undefined {
  const scene = sceneOf(useExplorer.getState());
  const node = scene?.index.nodeOf.get(id);
  return scene && node !== undefined ? layoutPointOf(scene.places, node) : undefined;
}
