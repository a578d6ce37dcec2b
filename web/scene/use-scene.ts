import { useExplorer } from '../state/store.ts';
import { sceneOf } from './derive.ts';
import type { Scene } from './scene.ts';

/** What is drawn now; undefined while there is no graph. */
export function useScene(): Scene | undefined {
  return useExplorer(sceneOf);
}
