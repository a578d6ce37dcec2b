import type { Circle } from './island.ts';
import type { Position } from './position.ts';

const MARGIN = 10;
const ROUNDS = 60;

/**
 * Pushes discs apart until none overlaps, or after sixty rounds as good as none. Neighbours are found on a grid, so that the
 * cost of a round grows with the number of discs. Two in the very same place part along the angle that their order gives.
 */
export function spread(discs: readonly Circle[], margin = MARGIN): Map<string, Position> {
  const x = Float64Array.from(discs, (d) => d.x);
  const y = Float64Array.from(discs, (d) => d.y);
  const size = Float64Array.from(discs, (d) => d.size);
  const cell = 2 * Math.max(1, maximum(size)) + margin;
  for (let round = 0; round < ROUNDS; round++) {
    const grid = new Map<string, number[]>();
    discs.forEach((_, i) => {
      const key = `${Math.floor((x[i] ?? 0) / cell)} ${Math.floor((y[i] ?? 0) / cell)}`;
      const list = grid.get(key);
      if (list === undefined) grid.set(key, [i]);
      else list.push(i);
    });
    let moved = false;
    for (const [key, members] of grid) {
      const [column = 0, row = 0] = key.split(' ').map(Number);
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const j of grid.get(`${column + dx} ${row + dy}`) ?? [])
            for (const i of members) if (i < j && part(i, j)) moved = true;
    }
    if (!moved) break;
  }
  return new Map(discs.map(({ id }, i) => [id, { x: x[i] ?? 0, y: y[i] ?? 0 }]));

  function part(i: number, j: number): boolean {
    const wanted = (size[i] ?? 0) + (size[j] ?? 0) + margin;
    const dx = (x[j] ?? 0) - (x[i] ?? 0);
    const dy = (y[j] ?? 0) - (y[i] ?? 0);
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance >= wanted) return false;
    const [ux, uy] = distance > 1e-6 ? [dx / distance, dy / distance] : [Math.cos(j), Math.sin(j)];
    const push = (wanted - distance) / 2 + 0.01;
    x[i] = (x[i] ?? 0) - ux * push;
    y[i] = (y[i] ?? 0) - uy * push;
    x[j] = (x[j] ?? 0) + ux * push;
    y[j] = (y[j] ?? 0) + uy * push;
    return true;
  }
}

function maximum(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
