import { takeBack } from '../../state/judge.ts';
import { closeOutcome, useExplorer } from '../../state/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useSending } from './signature.tsx';

/** A short word on what the last judgement changed, with the way back. */
export function Outcome() {
  const words = useWords();
  const outcome = useExplorer((state) => state.outcome);
  const { send, isSending, failure } = useSending();
  return (
    <div className="outcome" role="status">
      {outcome && (
        <p>
          <span>
            {words.review.changed(
              outcome.after.entities - outcome.before.entities,
              outcome.after.relations - outcome.before.relations,
              outcome.changed,
            )}
          </span>
          {failure && <span className="failed">{failure}</span>}
          {outcome.id !== undefined && (
            <button
              type="button"
              className="link"
              disabled={isSending}
              onClick={() => send(() => takeBack(outcome.id ?? ''))}
            >
              {words.review.takeBack}
            </button>
          )}
          <button
            type="button"
            className="tool"
            aria-label={words.close}
            title={words.close}
            onClick={closeOutcome}
          >
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
