import { useRef, useState } from 'react';
import { api, type QueryAnswer, type Value } from '../../api/client.ts';
import { useExplorer } from '../../state/store.ts';
import { reasonOf } from '../../ui/failed.tsx';
import { useWords } from '../../ui/use-words.ts';
import { parametersOf } from './statement.ts';

/** How asking a statement stands. */
export type Query =
  | {
      readonly kind: 'answer';
      readonly answer: QueryAnswer;
      readonly milliseconds: number;
      /** The statement that was answered: the one in the field may be another by now. */
      readonly statement: string;
    }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'running'; readonly abort: AbortController };

/**
 * Ask the statement in the console; `given` are the texts of its parameters, a missing one is empty. `onFault` hears why it failed,
 * and of nothing when it starts. `asked` counts the statements that were answered.
 */
export function useQuery(
  given: Readonly<Record<string, string>>,
  onFault: (message: string | undefined) => void,
) {
  const words = useWords();
  const [query, setQuery] = useState<Query>();
  const [asked, setAsked] = useState(0);
  const start = async () => {
    const text = useExplorer.getState().statement ?? '';
    const abort = new AbortController();
    const began = performance.now();
    setQuery({ kind: 'running', abort });
    onFault(undefined);
    try {
      const parameters = parametersOf(text).map((name) => [name, toValue(given[name] ?? '')] as const);
      const answer = await api.query(text, Object.fromEntries(parameters), abort.signal);
      const milliseconds = Math.round(performance.now() - began);
      setQuery({ kind: 'answer', answer, milliseconds, statement: text });
      await api.remember(text).catch(() => undefined);
      setAsked((count) => count + 1);
    } catch (error) {
      if (abort.signal.aborted) return setQuery(undefined);
      const message = reasonOf(error, words);
      setQuery({ kind: 'failure', message });
      onFault(message);
    }
  };
  // Whoever keeps `run` asks with what is given by then.
  const latest = useRef(start);
  latest.current = start;
  const run = useRef(() => void latest.current()).current;
  return { query, asked, run };
}

/** What is typed for a parameter: JSON where it is some, else the text itself. */
function toValue(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
