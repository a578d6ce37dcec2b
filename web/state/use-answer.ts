import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { useExplorer } from './store.ts';

/**
 * What the server answers about something, fetched anew with every version of the graph. What was answered before is read on
 * until the newer answer is there: others may write at any time.
 */
export function useAnswer<T>(about: string, ask: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  return useLoaded(
    about,
    ask,
    useExplorer((state) => state.graph?.version),
  );
}
