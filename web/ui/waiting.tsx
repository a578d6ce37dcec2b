import type { RequestError } from '../api/client.ts';
import { reconnected } from '../state/store.ts';
import { useWords } from './use-words.ts';

/** What a panel says while its content is on the way, or when it does not come. */
export function Waiting({
  failure,
  text: own,
}: {
  readonly failure: RequestError | undefined;
  /** What is being waited for, where that takes a while. */
  readonly text?: string;
}) {
  const words = useWords();
  if (!failure)
    return (
      <p className="waiting" role="status">
        {own ?? words.loadingPart}
      </p>
    );
  const text =
    failure.code === 'NOT_FOUND' ? words.gone : failure.code === 'OFFLINE' ? words.offlineHint : '';
  return (
    <div className="waiting failed" role="alert">
      <p>{text || `${words.failed}: ${failure.message}`}</p>
      {failure.code !== 'NOT_FOUND' && (
        <p className="actions">
          <button type="button" onClick={reconnected}>
            {words.retry}
          </button>
        </p>
      )}
    </div>
  );
}
