import { useRef, useState } from 'react';
import { setBy, useExplorer } from '../../state/store.ts';
import { Failed, reasonOf } from '../../ui/failed.tsx';
import { useWords } from '../../ui/use-words.ts';

/** The name that judgements are signed with, remembered. */
export function Signature() {
  const words = useWords();
  const by = useExplorer((state) => state.by);
  return (
    <label className="signature">
      <span>{words.review.by}</span>
      <input
        type="text"
        className="plain"
        required
        maxLength={200}
        autoComplete="name"
        value={by}
        onChange={({ target }) => setBy(target.value)}
      />
    </label>
  );
}

/** How a form of a correction ends: why, by whom, and sending it. */
export function Recording({
  isSending,
  failure,
}: {
  readonly isSending: boolean;
  readonly failure: string | undefined;
}) {
  const words = useWords();
  return (
    <>
      <label>
        <span>{words.review.why}</span>
        <input type="text" className="plain" name="why" maxLength={2000} />
      </label>
      <Signature />
      <button type="submit" className="button" disabled={isSending}>
        {words.review.record}
      </button>
      <Failed why={failure} />
    </>
  );
}

/** Send one judgement at a time, and say why one could not be recorded. Without a name nothing is sent. */
export function useSending() {
  const words = useWords();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isBusy = useRef(false);
  const send = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    if (useExplorer.getState().by.trim() === '') {
      setFailure(words.review.byFirst);
      return;
    }
    isBusy.current = true;
    setSending(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(reasonOf(error, words));
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  return { send, isSending, failure };
}
