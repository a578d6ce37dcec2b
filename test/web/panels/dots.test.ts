import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TotalsAnswer } from '../../../src/contract/ledger.ts';
import { SEATS } from '../../../web/panels/map/coordinates.ts';
import { frame, ofLevel, toDots } from '../../../web/panels/map/dots.ts';

const none = { least: 0, ranged: 0, foreign: [], leftOut: [] };
const group = (name: string, yuan: number, counted = 1): TotalsAnswer['groups'][number] => ({
  about: { id: name, type: 'Place', name },
  projects: [],
  total: { ...none, yuan, counted },
});

describe('the map', () => {
  it('has every province and city of the public list, and nothing else', () => {
    const listed = readFileSync('seeds/divisions.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , level]) => level !== 'county')
      .map(([, name]) => name);
    expect(SEATS.map(({ name }) => name).sort()).toEqual(listed.sort());
    for (const { longitude, latitude } of SEATS) {
      expect(longitude).toBeGreaterThan(73);
      expect(longitude).toBeLessThan(136);
      expect(latitude).toBeGreaterThan(3);
      expect(latitude).toBeLessThan(54);
    }
  });

  it('puts north above south and east right of west', () => {
    const { dots } = toDots([
      group('哈尔滨市', 1),
      group('海口市', 2),
      group('乌鲁木齐市', 3),
      group('上海市', 4),
    ]);
    const at = (name: string) => dots.find(({ place }) => place.name === name) ?? { x: 0, y: 0 };
    expect(at('哈尔滨市').y).toBeLessThan(at('海口市').y);
    expect(at('乌鲁木齐市').x).toBeLessThan(at('上海市').x);
    const { x, y, width, height } = frame();
    for (const dot of dots) {
      expect(dot.x).toBeGreaterThanOrEqual(x);
      expect(dot.x).toBeLessThanOrEqual(x + width);
      expect(dot.y).toBeGreaterThanOrEqual(y);
      expect(dot.y).toBeLessThanOrEqual(y + height);
    }
  });

  it('tells provinces from cities, a city that is a province on both, and counts what it does not know', () => {
    const { dots, unplaced } = toDots([
      group('江西省', 9),
      group('宜春市', 5),
      group('上海市', 7),
      group('安义县', 1),
    ]);
    expect(ofLevel(dots, 'province').map(({ place }) => place.name)).toEqual(['江西省', '上海市']);
    expect(ofLevel(dots, 'city').map(({ place }) => place.name)).toEqual(['上海市', '宜春市']);
    expect(unplaced).toBe(1);
  });
});
