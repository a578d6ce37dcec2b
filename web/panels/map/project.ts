import type { Point } from '../../graph/view.ts';

const RADIANS = Math.PI / 180;

/** Albers' equal-area conic projection with the standard parallels and the meridian that maps of China have. */
const [FIRST, SECOND, MIDDLE, ORIGIN] = [25, 47, 105, 0].map((degrees) => degrees * RADIANS) as [
  number,
  number,
  number,
  number,
];
const N = (Math.sin(FIRST) + Math.sin(SECOND)) / 2;
const C = Math.cos(FIRST) ** 2 + 2 * N * Math.sin(FIRST);
const radiusAt = (latitude: number) => Math.sqrt(C - 2 * N * Math.sin(latitude)) / N;

/** Where a place lies on the map, in radii of the earth, y downwards. */
export function toPoint(longitude: number, latitude: number): Point {
  const angle = N * (longitude * RADIANS - MIDDLE);
  const radius = radiusAt(latitude * RADIANS);
  return { x: radius * Math.sin(angle), y: radius * Math.cos(angle) - radiusAt(ORIGIN) };
}
