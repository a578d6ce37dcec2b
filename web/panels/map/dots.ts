import type { TotalsAnswer } from '../../../src/contract/ledger.ts';
import type { EntityReference } from '../../../src/contract/reference.ts';
import type { Point } from '../../graph/view.ts';
import { SEATS, type Seat } from './coordinates.ts';
import { toPoint } from './project.ts';

/** A place with what lies in it. */
export interface Dot extends Point {
  readonly place: EntityReference;
  readonly level: Seat['level'];
  readonly projects: number;
  readonly yuan: number;
  readonly counted: number;
}

const seats = new Map(
  SEATS.map((seat) => [seat.name, { ...seat, ...toPoint(seat.longitude, seat.latitude) }]),
);

/** The places that the map knows, those with most in them first, and how many others there are. */
export function toDots(groups: TotalsAnswer['groups']): {
  readonly dots: readonly Dot[];
  readonly unplaced: number;
} {
  let unplaced = 0;
  const dots = groups.flatMap(({ about, projects, total }): Dot[] => {
    const seat = about?.type === 'Place' ? seats.get(about.name) : undefined;
    if (about === undefined || seat === undefined) {
      unplaced++;
      return [];
    }
    const { x, y, level } = seat;
    return [
      { place: about, level, x, y, projects: projects.length, yuan: total.yuan, counted: total.counted },
    ];
  });
  return { dots: dots.sort((a, b) => b.yuan - a.yuan || b.projects - a.projects), unplaced };
}

/** What is shown of a level: a city that is a province, as 北京市, stands on both. */
export function ofLevel(dots: readonly Dot[], level: Seat['level']): readonly Dot[] {
  const cities = new Set(['北京市', '天津市', '上海市', '重庆市', '香港特别行政区', '澳门特别行政区']);
  return dots.filter((dot) => dot.level === level || (level === 'city' && cities.has(dot.place.name)));
}

/** Where every seat lies: faint, they show the country without any line. */
export function allSeats(): readonly Point[] {
  return [...new Map([...seats.values()].map((seat) => [`${seat.x} ${seat.y}`, seat])).values()];
}

/** The frame of the map: every seat, so that it is the same whatever is on it. */
export function frame(): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const points = [...seats.values()].filter(({ name }) => name !== '三沙市');
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
