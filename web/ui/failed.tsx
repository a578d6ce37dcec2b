import { RequestError } from '../api/client.ts';
import type { Words } from '../words/words.ts';

/** Says at once why something failed; nothing where nothing did. */
export function Failed({ why }: { readonly why: string | undefined }) {
  if (!why) return null;
  return (
    <p className="failed" role="alert">
      {why}
    </p>
  );
}

/** Why a request failed: that the server did not answer, or what it said. */
export function reasonOf(error: unknown, words: Words): string {
  if (error instanceof RequestError && error.code === 'OFFLINE') return words.offlineHint;
  return error instanceof Error ? error.message : String(error);
}
