import { judge, mayJudge, type UnsignedJudgement } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { Failed } from '../../ui/failed.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Signature, useSending } from './signature.tsx';

/** *This is right*, at once; whoever has not given a name yet is asked for it. Nothing for whom may not judge, and of what is sure already. */
export function ConfirmButton(props: {
  readonly label?: string;
  readonly judgement: UnsignedJudgement;
  readonly confidence: number | undefined;
}) {
  const words = useWords();
  const isAllowed = useExplorer(mayJudge);
  const { send, isSending, failure } = useSending();
  const { label = words.review.isRight, judgement, confidence } = props;
  if (!isAllowed || confidence === 1) return null;
  return (
    <div className="wrong">
      <button
        type="button"
        className="link"
        disabled={isSending}
        onClick={() => void send(() => judge(judgement, ''))}
      >
        {label}
      </button>
      {failure !== undefined && <Signature />}
      <Failed why={failure} />
    </div>
  );
}
