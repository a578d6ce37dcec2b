import { takeBack } from '../../state/judge.ts';
import { closeOutcome, useExplorer } from '../../state/store.ts';
import { ToolButton } from '../../ui/tool-button.tsx';
import { useWords } from '../../ui/use-words.ts';
import { useSending } from './signature.tsx';

/** A short word on what the last judgement changed, with the way back. */
export function Outcome() {
  const words = useWords();
  const outcome = useExplorer((state) => state.outcome);
  const id = outcome?.id;
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
          {id !== undefined && (
            <button
              type="button"
              className="link"
              disabled={isSending}
              onClick={() => send(() => takeBack(id))}
            >
              {words.review.takeBack}
            </button>
          )}
          <ToolButton icon="close" name={words.close} onClick={closeOutcome} />
        </p>
      )}
    </div>
  );
}
