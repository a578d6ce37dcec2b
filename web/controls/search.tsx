import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../src/contract/list.ts';
import type { TextHit, TextsAnswer } from '../../src/contract/texts.ts';
import { api } from '../api/client.ts';
import { reach } from '../state/steps.ts';
import { select, selectArticle, selectEntity, useExplorer } from '../state/store.ts';
import { reasonOf } from '../ui/failed.tsx';
import { Icon, TypeMark } from '../ui/icons.tsx';
import { isTyping } from '../ui/keyboard.ts';
import { useWords } from '../ui/use-words.ts';
import { TextHitLine, useTexts } from './text-hits.tsx';

/** Milliseconds of rest after a key before the question is sent. */
const REST = 70;

/** The search box with its suggestions: `/` or Ctrl-K goes there, arrows choose, Enter opens, Escape leaves. */
export function Search() {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState('');
  const { answer, failure, chosen, setChosen } = useHits(question);
  const [isOpen, setOpen] = useState(false);
  useSearchKeys(input);

  const texts = useTexts(question);
  const choices = choicesOf(answer, texts);
  const open = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.kind === 'all') select({ kind: 'texts', q: question.trim() });
    else if (choice.kind === 'text') selectArticle(choice.hit.article.id, choice.hit.passages[0]?.quotes[0]);
    else if (choice.hit.type === 'Article') selectArticle(choice.hit.id);
    else {
      reach(choice.hit.id);
      selectEntity(choice.hit.id);
    }
    setOpen(false);
    setQuestion('');
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the composition of Chinese letters while there is one.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((chosen + step + choices.length) % Math.max(1, choices.length));
    } else if (event.key === 'Enter') open(choices[chosen]);
    else if (event.key === 'Escape') input.current?.blur();
  };
  const isFailed = isOpen && failure !== undefined && question.trim() !== '';
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
        aria-activedescendant={isListShown && choices.length > 0 ? `${id}-${chosen}` : undefined}
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
      {isFailed && (
        <div className="hits" role="alert">
          <p className="hits-note failed">{reasonOf(failure, words)}</p>
        </div>
      )}
      {isListShown && (
        <Hits
          id={id}
          answer={answer}
          choices={choices}
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
  const [failure, setFailure] = useState<unknown>();
  const attempt = useExplorer((state) => state.attempt);
  const [chosen, setChosen] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is asked again when the server is back.
  useEffect(() => {
    setChosen(0);
    setFailure(undefined);
    if (question.trim() === '') {
      setAnswer(undefined);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.search(question, abort.signal).then(
        (found) => {
          setFailure(undefined);
          setAnswer(found);
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          setFailure(error);
          setAnswer(undefined);
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [question, attempt]);
  return { answer, failure, chosen, setChosen };
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

/** What can be chosen: a name, an article whose text has the words, or all of those. An article that is found by its name is not there a second time. */
type Choice =
  | { readonly kind: 'name'; readonly hit: SearchHit }
  | { readonly kind: 'text'; readonly hit: TextHit }
  | { readonly kind: 'all'; readonly total: number };

function choicesOf(names: SearchAnswer | undefined, texts: TextsAnswer | undefined): readonly Choice[] {
  const { hits = [], total = 0 } = texts ?? {};
  const named = new Set(names?.hits.map(({ id }) => id));
  return [
    ...(names?.hits ?? []).map((hit) => ({ kind: 'name', hit }) as const),
    ...hits.filter(({ article }) => !named.has(article.id)).map((hit) => ({ kind: 'text', hit }) as const),
    ...(total > 0 ? [{ kind: 'all', total } as const] : []),
  ];
}

function keyOf(choice: Choice): string {
  if (choice.kind === 'all') return 'all';
  return choice.kind === 'name' ? choice.hit.id : `text ${choice.hit.article.id}`;
}

function Hits(props: {
  readonly id: string;
  readonly answer: SearchAnswer;
  readonly choices: readonly Choice[];
  readonly question: string;
  readonly chosen: number;
  readonly onPoint: (at: number) => void;
  readonly onOpen: (choice: Choice) => void;
}) {
  const words = useWords();
  const { id, choices, question, chosen, onPoint, onOpen } = props;
  const { hits, total } = props.answer;
  return (
    <div className="hits">
      <div role="listbox" id={`${id}-list`} aria-label={words.search}>
        {choices.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keyboard.
          <div
            key={keyOf(choice)}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className="hit"
            data-kind={choice.kind}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => onPoint(at)}
            onClick={() => onOpen(choice)}
          >
            {choice.kind === 'name' && <Hit hit={choice.hit} />}
            {choice.kind === 'text' && <TextHitLine hit={choice.hit} />}
            {choice.kind === 'all' && words.find.allTexts(choice.total)}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="hits-note">{words.noHits(question)}</p>}
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
