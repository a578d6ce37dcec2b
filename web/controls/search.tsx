import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../src/contract/list.ts';
import { api } from '../api/client.ts';
import { reach } from '../state/steps.ts';
import { selectArticle, selectEntity } from '../state/store.ts';
import { Icon, TypeMark } from '../ui/icons.tsx';
import { isTyping } from '../ui/keyboard.ts';
import { useWords } from '../ui/use-words.ts';

/** Milliseconds of rest after a key before the question is sent. */
const REST = 70;

/** The search box with its suggestions: `/` or Ctrl-K goes there, arrows choose, Enter opens, Escape leaves. */
export function Search() {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState('');
  const { answer, chosen, setChosen } = useHits(question);
  const [isOpen, setOpen] = useState(false);
  useSearchKeys(input);

  const hits = answer?.hits ?? [];
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    if (hit.type === 'Article') selectArticle(hit.id);
    else {
      reach(hit.id);
      selectEntity(hit.id);
    }
    setOpen(false);
    setQuestion('');
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((chosen + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter') open(hits[chosen]);
    else if (event.key === 'Escape') input.current?.blur();
  };
  const isListShown = isOpen && answer !== undefined && question.trim() !== '';

  return (
    <search className="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words.search}
        aria-expanded={isListShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListShown && hits.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder={words.search}
        autoComplete="off"
        spellCheck={false}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd title={words.searchHint}>/</kbd>
      {isListShown && (
        <Hits
          id={id}
          answer={answer}
          question={question.trim()}
          chosen={chosen}
          onPoint={setChosen}
          onOpen={open}
        />
      )}
    </search>
  );
}

/** What the server finds for a question, and which hit is chosen: the first, until another is. */
function useHits(question: string) {
  const [answer, setAnswer] = useState<SearchAnswer>();
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    setChosen(0);
    if (question.trim() === '') {
      setAnswer(undefined);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.search(question, abort.signal).then(setAnswer, () => setAnswer(undefined));
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [question]);
  return { answer, chosen, setChosen };
}

/** The keys that lead to the box from anywhere. */
function useSearchKeys(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isSlash = event.key === '/' && !isTyping(event.target);
      if (!isSlash && !(event.key === 'k' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}

function Hits(props: {
  readonly id: string;
  readonly answer: SearchAnswer;
  readonly question: string;
  readonly chosen: number;
  readonly onPoint: (at: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
}) {
  const words = useWords();
  const { id, question, chosen, onPoint, onOpen } = props;
  const { hits, total } = props.answer;
  return (
    <div className="hits">
      <div role="listbox" id={`${id}-list`} aria-label={words.search}>
        {hits.map((hit, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keyboard.
          <div
            key={hit.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className="hit"
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => onPoint(at)}
            onClick={() => onOpen(hit)}
          >
            <Hit hit={hit} />
          </div>
        ))}
      </div>
      {hits.length === 0 && <p className="hits-note">{words.noHits(question)}</p>}
      {total > hits.length && <p className="hits-note">{words.moreHits(hits.length, total)}</p>}
    </div>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const words = useWords();
  const context = [
    words.types[hit.type],
    hit.place,
    hit.by === 'alias' ? `${words.alias} ${hit.form}` : undefined,
  ].filter(Boolean);
  const count = hit.type === 'Article' ? words.entityCount(hit.count) : words.relationCount(hit.count);
  return (
    <>
      <TypeMark type={hit.type} />
      <span className="hit-name">{hit.name}</span>
      <span className="hit-context">{context.join(' · ')}</span>
      <span className="hit-count">{count}</span>
    </>
  );
}
