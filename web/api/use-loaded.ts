import { useEffect, useState } from 'react';
import { RequestError } from './client.ts';

/** Something that is fetched: not there yet, there, or failed. */
export type Loaded<T> = { readonly value?: T; readonly failure?: RequestError };

/**
 * Fetch anew whenever `key` or `version` changes. The answer of an older key never shows; that of an older version of the same
 * stands until the newer one is there.
 */
export function useLoaded<T>(
  key: string,
  fetchValue: (signal: AbortSignal) => Promise<T>,
  version?: string,
): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly key?: string }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what fetchValue closes over.
  useEffect(() => {
    const abort = new AbortController();
    fetchValue(abort.signal).then(
      (value) => setLoaded({ key, value }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const failure = error instanceof RequestError ? error : new RequestError('INTERNAL', String(error));
        setLoaded({ key, failure });
      },
    );
    return () => abort.abort();
  }, [key, version]);
  return loaded.key === key ? loaded : {};
}
