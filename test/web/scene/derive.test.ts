import { beforeAll, describe, expect, it, vi } from 'vitest';
import { graph } from '../sample-graph.ts';

// The state asks the browser for what it remembers and prefers: here it remembers nothing and prefers nothing.
vi.stubGlobal('navigator', { language: 'zh-CN' });
vi.stubGlobal('matchMedia', () => ({ matches: false }));
const { sceneOf, placeNow } = await import('../../../web/scene/derive.ts');
const { useExplorer } = await import('../../../web/state/store.ts');

const sceneNow = () => {
  const scene = sceneOf(useExplorer.getState());
  if (!scene) throw new Error('there is no scene');
  return scene;
};

describe('a scene', () => {
  it('is none while there is no graph', () => {
    expect(sceneOf(useExplorer.getState())).toBeUndefined();
  });

  describe('of a graph', () => {
    beforeAll(() => useExplorer.setState({ graph }));

    it('is one for all who ask, as long as what it shows stays', () => {
      const scene = sceneNow();
      useExplorer.setState({ camera: { x: 0.5, y: 0.5, ratio: 1 }, isTimeOpen: true });
      expect(sceneNow()).toBe(scene);
    });

    it('keeps the parts that a change does not concern', () => {
      const before = sceneNow();
      useExplorer.setState({ selection: { kind: 'entity', id: 'c' } });
      const { light, ...others } = sceneNow();
      expect(light.focus).toEqual(new Set([2]));
      for (const part of ['index', 'shown', 'radii', 'places', 'extent', 'palette', 'relations'] as const)
        expect(others[part]).toBe(before[part]);
    });

    it('has what is pinned where it was pinned, and tells it in the units of the layout', () => {
      const before = sceneNow();
      useExplorer.setState({ pins: new Map([['b', { x: 7, y: 8 }]]) });
      const { places, pinned } = sceneNow();
      expect([places.x[1], places.y[1], pinned]).toEqual([7, -8, new Set([1])]);
      expect(before.places.x[1]).toBe(1);
      expect(placeNow('b')).toEqual({ x: 7, y: 8 });
      expect(placeNow('gone')).toBeUndefined();
    });
  });
});
