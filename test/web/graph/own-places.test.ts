import { expect, it } from 'vitest';
import { toGraphIndex } from '../../../web/graph/graph-index.ts';
import { markOf, readPlaces, writePlaces } from '../../../web/graph/own-places.ts';
import { toPlaces } from '../../../web/graph/places.ts';
import { graph } from '../sample-graph.ts';

const places = { mark: markOf(graph), nodes: [1, 2], x: [10, -20], y: [5, 0] };

it('places in an address are those of the moved nodes alone, and come back', () => {
  const read = readPlaces(writePlaces(places));
  expect(read?.nodes).toEqual([1, 2]);
  expect(read?.x.map(Math.round)).toEqual([10, -20]);
  expect(read?.y.map(Math.round)).toEqual([5, 0]);
  expect(read && writePlaces(read)).toBe(writePlaces(places));
  const hundred = {
    ...places,
    nodes: Array.from({ length: 112 }, (_, at) => at * 30),
    x: Array(112).fill(7),
    y: Array(112).fill(8),
  };
  expect(writePlaces(hundred).length).toBeLessThan(950);
  expect(readPlaces(writePlaces(hundred))?.nodes).toEqual(hundred.nodes);
});

it('the other nodes stay where the server has them, and places of another graph are passed over', () => {
  const index = toGraphIndex(graph);
  expect([...Array.from(toPlaces(index, { places, pins: new Map() }).x)]).toEqual([0, 10, -20]);
  expect([
    ...Array.from(toPlaces(index, { places: { ...places, mark: 'other' }, pins: new Map() }).x),
  ]).toEqual([0, 1, 2]);
  const fresh = { nodes: [0], x: [9], y: [9] };
  expect([...Array.from(toPlaces(index, { pins: new Map() }, fresh).x)]).toEqual([9, 1, 2]);
});
