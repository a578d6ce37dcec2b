import { useCallback, useEffect, useRef } from 'react';
import { type State, useExplorer } from '../state/store.ts';

/** What the camera is to show of the next scene: a group that was opened, or all that is drawn; calmly it stays where it already does. */
interface FramingWish {
  readonly opened: string | undefined;
  readonly isCalm: boolean;
}

/** Tells, once, what is to be framed: what is drawn, after every step that changes it, but for a way back, which has its own camera. */
export function useFramingWish(): () => FramingWish | undefined {
  const wish = useRef<FramingWish>(undefined);
  useEffect(
    () =>
      useExplorer.subscribe((state, before) => {
        wish.current = wishAfter(state, before) ?? wish.current;
      }),
    [],
  );
  return useCallback(() => {
    const taken = wish.current;
    wish.current = undefined;
    return taken;
  }, []);
}

function wishAfter(state: State, before: State): FramingWish | undefined {
  if (state.fresh !== before.fresh && state.fresh?.isFramed) return { opened: undefined, isCalm: false };
  const isOther = (['filter', 'opened', 'places'] as const).some((part) => state[part] !== before[part]);
  if (!isOther || state.isPlaying || state.graph !== before.graph) return undefined;
  if (state.camera !== before.camera && state.camera !== undefined) return undefined;
  return {
    opened: [...state.opened].find((id) => !before.opened.has(id)),
    isCalm: state.places === before.places,
  };
}
