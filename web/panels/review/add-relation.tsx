import { type FormEvent, useEffect, useState } from 'react';
import type { EntityReference } from '../../../src/contract/reference.ts';
import { ENTITY_TYPES } from '../../../src/model/entity.ts';
import { mayJoin, RELATION_TYPES, type RelationType } from '../../../src/model/relation.ts';
import { findSelected } from '../../graph/quoted.ts';
import { judge, mayJudge } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityPicker } from '../../ui/entity-picker.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Recording, useSending } from './signature.tsx';

/** Sentences that a relation may be taken from, and the article of each. */
export interface Quotable {
  readonly article: string;
  readonly title: string;
  readonly text: string;
}

interface Props {
  /** What the relation leads from, where that is known. */
  readonly subject?: EntityReference;
  /** Entities that are offered before anything is typed. */
  readonly near: readonly EntityReference[];
  /** An article whose text stands on the page, for the quote to be picked there. */
  readonly article?: { readonly id: string; readonly text: string };
  /** Or else sentences to choose from. */
  readonly sentences?: readonly Quotable[];
}

/** A button that opens the form for a relation that nobody found; nothing for whom may not judge. */
export function AddRelation(props: Props) {
  const words = useWords();
  const isAllowed = useExplorer(mayJudge);
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed) return null;
  return (
    <div className="wrong">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.review.addRelation}
      </button>
      {isOpen && <Form {...props} onDone={() => setOpen(false)} />}
    </div>
  );
}

function Form({ subject, near, article, sentences = [], onDone }: Props & { readonly onDone: () => void }) {
  const words = useWords();
  const [from, setFrom] = useState(subject);
  const [to, setTo] = useState<EntityReference>();
  const [wanted, setWanted] = useState<RelationType>();
  const [quote, setQuote] = useState('');
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const { send, isSending, failure } = useSending();
  useSelected(article?.text, setQuote);
  const relations = RELATION_TYPES.filter((type) => from && to && mayJoin(type, from.type, to.type));
  const relation = relations.find((type) => type === wanted) ?? relations[0];
  const starts = ENTITY_TYPES.filter((type) => ENTITY_TYPES.some((end) => isTied(type, end)));
  const ends = ENTITY_TYPES.filter((end) => (from ? isTied(from.type, end) : true));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const title = String(given.get('title') ?? '').trim();
    const chosen = article ? { article: article.id, text: quote } : sentences[at];
    const told = chosen?.text.trim();
    if (!from || !to || !relation || !chosen || !told) {
      setProblem(!told ? words.review.noQuote : words.review.noEnds);
      return;
    }
    setProblem(undefined);
    const said = {
      say: 'add',
      from: { type: from.type, name: from.name },
      relation,
      to: { type: to.type, name: to.name },
      article: chosen.article,
      quote: told,
      ...(relation === 'HOLDS_POST' && title !== '' ? { title } : {}),
    } as const;
    void send(async () => {
      await judge(said, String(given.get('why') ?? ''));
      onDone();
    });
  };
  return (
    <form className="ways" onSubmit={submit}>
      {article ? (
        <label>
          <span>{words.review.quote}</span>
          <textarea
            className="plain"
            rows={3}
            maxLength={2000}
            placeholder={words.review.pickQuote}
            value={quote}
            onChange={({ target }) => setQuote(target.value)}
          />
        </label>
      ) : (
        <label>
          <span>{words.review.quote}</span>
          <select value={at} onChange={({ target }) => setAt(Number(target.value))}>
            {sentences.map(({ title, text }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what is chosen.
              <option key={place} value={place}>
                {`${text.trim().slice(0, 60)} · ${title}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <EntityPicker label={words.review.from} chosen={from} near={near} types={starts} onChoose={setFrom} />
      <EntityPicker label={words.review.to} chosen={to} near={near} types={ends} onChoose={setTo} />
      {from && to && (
        <label>
          <span>{words.review.relation}</span>
          <select value={relation} onChange={({ target }) => setWanted(target.value as RelationType)}>
            {relations.map((type) => (
              <option key={type} value={type}>
                {words.relations[type]}
              </option>
            ))}
          </select>
        </label>
      )}
      {relation === 'HOLDS_POST' && (
        <label>
          <span>{words.property('title')}</span>
          <input type="text" className="plain" name="title" maxLength={200} />
        </label>
      )}
      <Recording isSending={isSending} failure={problem ?? failure} />
    </form>
  );
}

function isTied(from: EntityReference['type'], to: EntityReference['type']): boolean {
  return RELATION_TYPES.some((type) => mayJoin(type, from, to));
}

/** Takes what is selected in the text of an article, in the article's own words. */
function useSelected(text: string | undefined, take: (quote: string) => void): void {
  useEffect(() => {
    if (text === undefined) return;
    const note = () => {
      const selection = document.getSelection();
      const inText = (node: Node | null | undefined) =>
        (node instanceof Element ? node : node?.parentElement)?.closest('.reading .text');
      if (!selection || selection.isCollapsed || !inText(selection.anchorNode)) return;
      const span = findSelected(text, selection.toString());
      if (span) take(text.slice(span.start, span.end).slice(0, 2000));
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, [text, take]);
}
