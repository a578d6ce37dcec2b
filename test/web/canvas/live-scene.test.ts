import { describe, expect, it } from 'vitest';
import { LiveScene } from '../../../web/canvas/live-scene.ts';
import { NO_FILTER, toShown } from '../../../web/graph/filter.ts';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { toRadii } from '../../../web/graph/measure.ts';
import { toPlaces } from '../../../web/graph/places.ts';
import { PALETTES } from '../../../web/scene/palette.ts';
import type { Scene } from '../../../web/scene/scene.ts';
import { WORDS } from '../../../web/words/languages.ts';
import { graph } from '../sample-graph.ts';

const index = toGraphIndex(graph);
const shown = toShown(index, NO_FILTER);
const withoutPlaces = toShown(index, { ...NO_FILTER, hiddenTypes: new Set(['Place']) });
const scene: Scene = {
  index,
  shown,
  grouping: { drawn: shown, groups: [], ties: [], folded: { loose: [], small: [] } },
  groupNotes: () => [],
  light: { focus: new Set() },
  picked: new Set(),
  pinned: new Set(),
  radii: toRadii(graph, 'degree'),
  places: toPlaces(index, { pins: new Map() }),
  extent: { left: 0, right: 2, bottom: -2, top: 0 },
  colour: 'type',
  palette: PALETTES.light,
  relations: WORDS.zh.relations,
  communities: [],
};

describe('where nodes are at the moment', () => {
  it('is told beside the scene, which stays as it was', () => {
    const live = new LiveScene(scene);
    live.move(1, 5, 6);
    expect(Array.from(live.places.x)).toEqual([0, 5, 2]);
    live.arrange([7, 8, 9], [1, 2, 3]);
    expect(Array.from(live.places.x)).toEqual([7, 8, 9]);
    expect(Array.from(scene.places.x)).toEqual([0, 1, 2]);
  });

  it('stays through another scene with the same places, and ends with other places', () => {
    const live = new LiveScene(scene);
    live.move(1, 5, 6);
    expect(live.take({ ...scene, picked: new Set([1]) })).toEqual({ nodes: [], edges: [] });
    expect(live.places.x[1]).toBe(5);
    const places = toPlaces(index, { pins: new Map([['a', { x: 3, y: 4 }]]) });
    expect(live.take({ ...scene, places, pinned: new Set([0]) }).nodes).toEqual([0, 1, 2]);
    expect([live.places.x[0], live.places.x[1]]).toEqual([3, 1]);
  });
});

describe('what has to be drawn anew', () => {
  it.each<[string, Partial<Scene>, number[], number[]]>([
    ['a selection', { light: { focus: new Set([0]) } }, [], []],
    ['a pin', { pinned: new Set([2]) }, [2], []],
    ['a filter', { grouping: { ...scene.grouping, drawn: withoutPlaces } }, [2], [2]],
    ['a theme', { palette: PALETTES.dark }, [0, 1, 2], [0, 1, 2]],
  ])('after %s', (_, change, nodes, edges) => {
    expect(new LiveScene(scene).take({ ...scene, ...change })).toEqual({ nodes, edges });
  });
});
