import { type RefObject, useEffect } from 'react';
import { useExplorer } from '../state/store.ts';

/** Where a panel was left: how far it was scrolled, and which of its links and buttons had the focus. */
interface Reading {
  readonly top: number;
  readonly focus: number;
}

/** Milliseconds in which a panel's content comes, or is not waited for any more. */
const PATIENCE = 5000;

const CONTROLS = 'article :is(a, button, summary)';

const left = new Map<string, Reading>();

/** Start each selection at its top with the focus in the panel; after a way back, read on where it was left. */
export function useReading(panel: RefObject<HTMLElement | null>, key: string): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const kept = useExplorer.getState().isReturn ? left.get(key) : undefined;
    element.focus({ preventScroll: true });
    if (!kept) element.scrollTo({ top: 0 });
    const stopRestoring = kept ? restore(element, kept) : () => {};
    // Kept as it changes: when the next selection is here, the content is gone already.
    const abort = new AbortController();
    const note = () =>
      left.set(key, {
        top: element.scrollTop,
        focus: [...element.querySelectorAll(CONTROLS)].indexOf(document.activeElement as Element),
      });
    element.addEventListener('click', note, { signal: abort.signal, capture: true });
    element.addEventListener('keydown', note, { signal: abort.signal, capture: true });
    return () => {
      abort.abort();
      stopRestoring();
    };
  }, [panel, key]);
}

/** Scroll and focus as it was, as soon as there is that much content; what comes back stops waiting. */
function restore(element: HTMLElement, { top, focus }: Reading): () => void {
  const attempt = () => {
    element.scrollTo({ top });
    if (Math.abs(element.scrollTop - top) > 2) return;
    const control = element.querySelectorAll<HTMLElement>(CONTROLS)[focus];
    if (focus >= 0 && !control) return;
    control?.focus({ preventScroll: true });
    stop();
  };
  const observer = new MutationObserver(attempt);
  const timer = setTimeout(() => stop(), PATIENCE);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(element, { childList: true, subtree: true });
  attempt();
  return stop;
}
