import { useEffect } from 'react';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { leadOn } from './lead-on.ts';
import { useExplorer } from './store.ts';

/**
 * What the server answers about something, fetched anew with every version of the graph. What was answered before is read on
 * until the newer answer is there: others may write at any time. `asOf` is the standpoint in time that the time bar gives.
 */
export function useAnswer<T>(
  about: string,
  ask: (signal: AbortSignal, asOf: string | undefined) => Promise<T>,
): Loaded<T> {
  const version = useExplorer((state) => `${state.graph?.version} ${state.attempt}`);
  const asOf = useAsOf();
  return useLoaded(about, (signal) => ask(signal, asOf), `${version} ${asOf ?? ''}`);
}

/** Follow to what a correction put in the place of what the panel was opened for. */
export function useLeadOn(id: string, answer: { readonly id: string } | undefined): void {
  const led = answer?.id;
  useEffect(() => {
    if (led !== undefined) leadOn(id, led);
  }, [id, led]);
}

/** The end of the time that is shown, by which pages are to see things; undefined where all is shown, and while it plays. */
export function useAsOf(): string | undefined {
  return useExplorer(({ filter: { period }, isPlaying }) =>
    period?.by === 'published' && !isPlaying ? period.to : undefined,
  );
}
