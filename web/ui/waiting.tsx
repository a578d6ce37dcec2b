import type { RequestError } from '../api/client.ts';
import { useWords } from './use-words.ts';

/** What a panel says while its content is on the way, or when it does not come. */
export function Waiting({ failure }: { readonly failure: RequestError | undefined }) {
  const words = useWords();
  if (!failure) return <p className="waiting">{words.loading}</p>;
  const text =
    failure.code === 'NOT_FOUND' ? words.gone : failure.code === 'OFFLINE' ? words.offlineHint : '';
  return (
    <p className="waiting failed" role="alert">
      {text || `${words.failed}: ${failure.message}`}
    </p>
  );
}
