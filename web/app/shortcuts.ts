import { useEffect } from 'react';
import { currentCanvas } from '../canvas/current.ts';
import { ZOOM_STEP } from '../controls/camera-tools.tsx';
import { redo, undo } from '../state/steps.ts';
import { select, toggleLasso } from '../state/store.ts';
import { isTyping } from '../ui/keyboard.ts';

/** What the keys do while a graph is drawn, by the key in small letters. */
const ACTS: Readonly<Record<string, () => void>> = {
  '+': () => currentCanvas()?.zoom(ZOOM_STEP),
  '=': () => currentCanvas()?.zoom(ZOOM_STEP),
  '-': () => currentCanvas()?.zoom(1 / ZOOM_STEP),
  f: () => currentCanvas()?.fit(),
  l: toggleLasso,
  t: () => select({ kind: 'list' }),
};

function onGraphKey(event: KeyboardEvent): void {
  if (isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') (event.shiftKey ? redo : undo)();
    else if (key === 'y') redo();
  } else ACTS[key]?.();
}

function onPageKey(event: KeyboardEvent): void {
  // Of a sheet or a menu over the panel, only that closes.
  const isOver = document.querySelector(':popover-open') !== null;
  if (event.key === 'Escape' && !isOver && !isTyping(event.target)) select(undefined);
}

function useKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onKey]);
}

/** The keys of the camera, of undo and of the lasso, for as long as a graph is drawn. */
export function useGraphKeys(): void {
  useKeys(onGraphKey);
}

/** Escape closes the panel. */
export function usePageKeys(): void {
  useKeys(onPageKey);
}
