import { useId, useRef, useState } from 'react';
import { useWords } from '../ui/use-words.ts';

/** Something to choose: its value, what it is called, and how many there are. */
export interface Option {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

/** Options that are listed; the others are found by typing. */
const MOST = 60;

/** Pixels that the list keeps from the foot of the window. */
const FOOT = 380;

/** Several of many values: a line that opens a list to search in, with counts. */
export function Facet(props: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (values: ReadonlySet<string> | undefined) => void;
}) {
  const words = useWords();
  const id = useId();
  const line = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState('');
  const { label, options, chosen, onChoose } = props;
  if (options.length === 0) return null;
  const isChosen = (value: string) => chosen?.has(value) ?? false;
  const [only] = chosen?.size === 1 ? options.filter(({ value }) => isChosen(value)) : [];
  const wanted = question.trim().toLowerCase();
  const found = options.filter(({ name }) => name.toLowerCase().includes(wanted));
  // What is chosen stands first, and stays in sight.
  const sorted = [...found].sort((a, b) => Number(isChosen(b.value)) - Number(isChosen(a.value)));
  const toggle = (value: string) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    onChoose(next.size > 0 ? next : undefined);
  };
  const place = () => {
    const box = line.current?.getBoundingClientRect();
    if (!box || !list.current) return;
    list.current.style.left = `${Math.min(box.right + 6, innerWidth - 272)}px`;
    list.current.style.top = `${Math.max(8, Math.min(box.top, innerHeight - FOOT))}px`;
  };
  return (
    <>
      <button ref={line} type="button" className="facet" popoverTarget={id} onClick={place}>
        {label}
        <span className="amount">{only?.name ?? (chosen ? words.view.chosen(chosen.size) : words.all)}</span>
      </button>
      <div ref={list} id={id} className="menu facet-list" popover="auto">
        <input
          type="search"
          className="plain"
          placeholder={words.view.searchIn(label)}
          aria-label={words.view.searchIn(label)}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <ul>
          {sorted.slice(0, MOST).map(({ value, name, count }) => (
            <li key={value}>
              <label>
                <input type="checkbox" checked={isChosen(value)} onChange={() => toggle(value)} />
                <span>{name}</span>
                <span className="amount">{count}</span>
              </label>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="hits-note">{words.view.noSuch}</p>}
        {found.length > MOST && <p className="hits-note">{words.moreHits(MOST, found.length)}</p>}
        {chosen && (
          <button type="button" className="link" onClick={() => onChoose(undefined)}>
            {words.view.clearChoice}
          </button>
        )}
      </div>
    </>
  );
}
