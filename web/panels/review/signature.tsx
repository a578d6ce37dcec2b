import { useRef, useState } from 'react';
import { RequestError } from '../../api/client.ts';
import { setBy, useExplorer } from '../../state/store.ts';
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

/** Send one judgement at a time, and say why one could not be recorded. Without a name nothing is sent. */
export function useSending() {
  const words = useWords();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isBusy = useRef(false);
  const send = async (work: () => Promise<void>): Promise<boolean> => {
    if (isBusy.current) return false;
    if (useExplorer.getState().by.trim() === '') {
      setFailure(words.review.byFirst);
      return false;
    }
    isBusy.current = true;
    setSending(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      const isOffline = error instanceof RequestError && error.code === 'OFFLINE';
      setFailure(isOffline ? words.offlineHint : (error as Error).message);
      return false;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  return { send, isSending, failure };
}
