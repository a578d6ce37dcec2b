import type { GraphAnswer } from '../../src/contract/graph.ts';
import { memo } from '../base/memo.ts';
import { communitiesOf } from '../graph/community.ts';
import { extentOf } from '../graph/extent.ts';
import { type Shown, shownBy } from '../graph/filter.ts';
import { type GraphIndex, indexOf } from '../graph/graph-index.ts';
import { countIn, type Group, toGrouping } from '../graph/groups.ts';
import { toLight } from '../graph/light.ts';
import { toRadii } from '../graph/measure.ts';
import { type Places, type PlacesOfSome, toPlaces } from '../graph/places.ts';
import { smallPartOf } from '../graph/small-part.ts';
import type { Point } from '../graph/view.ts';
import { type State, useExplorer } from '../state/store.ts';
import { WORDS } from '../words/languages.ts';
import { PALETTES } from './palette.ts';
import { layoutPointOf, type Scene } from './scene.ts';

// Each part is remembered by itself, so that a part of the next scene is the same object where what it is made from is the same:
// by that the canvas tells what it has to draw anew.
const lightOf = memo(toLight);
const radiiOf = memo(toRadii);
const placesOf = memo(
  (index: GraphIndex, pins: State['pins'], places: State['places'], fresh: PlacesOfSome | undefined) =>
    toPlaces(index, { pins, places }, fresh),
);
const groupingOf = memo(
  (index: GraphIndex, shown: Shown, places: Places, opened: State['opened'], filter: State['filter']) =>
    toGrouping(index, shown, communitiesOf(index), places, { opened, filter }),
);
const extentAtRest = memo((index: GraphIndex) => extentOf(toPlaces(index, { pins: new Map() })));

const notesIn = {
  zh: (group: Group) => WORDS.zh.view.groupNotes(group.nodes.length, countIn(group, 'Project')),
  en: (group: Group) => WORDS.en.view.groupNotes(group.nodes.length, countIn(group, 'Project')),
};

const derive = memo(
  (
    graph: GraphAnswer,
    filter: State['filter'],
    selection: State['selection'],
    found: State['found'],
    picked: State['picked'],
    pins: State['pins'],
    places: State['places'],
    fresh: State['fresh'],
    opened: State['opened'],
    look: State['look'],
    theme: State['theme'],
    locale: State['locale'],
  ): Scene => {
    const index = indexOf(graph);
    const shown = shownBy(index, filter);
    const toNodes = (ids: Iterable<string>) => new Set([...ids].flatMap((id) => index.nodeOf.get(id) ?? []));
    const drawnAt = placesOf(
      index,
      pins,
      places,
      fresh?.key === smallPartOf(index, shown)?.key ? fresh : undefined,
    );
    return {
      index,
      shown,
      grouping: groupingOf(index, shown, drawnAt, opened, filter),
      light: lightOf(index, shown, selection, found),
      radii: radiiOf(graph, look.size),
      places: drawnAt,
      extent: extentAtRest(index),
      picked: toNodes(picked),
      pinned: toNodes(pins.keys()),
      colour: look.colour,
      palette: PALETTES[theme],
      relations: WORDS[locale].relations,
      communities: communitiesOf(index),
      groupNotes: notesIn[locale],
    };
  },
);

/** What is drawn in a state, derived from it once for all who ask; undefined while there is no graph. */
export function sceneOf(state: State): Scene | undefined {
  const { graph, filter, selection, found, picked, pins, places, fresh, opened, look, theme, locale } = state;
  return (
    graph && derive(graph, filter, selection, found, picked, pins, places, fresh, opened, look, theme, locale)
  );
}

/** Where an entity lies now, in the units of the layout; undefined when it is not in the graph that is here. */
export function placeNow(id: string): Point | undefined {
  const scene = sceneOf(useExplorer.getState());
  const node = scene?.index.nodeOf.get(id);
  return scene && node !== undefined ? layoutPointOf(scene.places, node) : undefined;
}
