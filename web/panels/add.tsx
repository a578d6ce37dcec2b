import { type DragEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Added } from '../../src/contract/add.ts';
import { api, type Progress } from '../api/client.ts';
import { articleDraft } from '../state/draft.ts';
import { droppedFiles } from '../state/dropped-files.ts';
import { loadGraph } from '../state/load.ts';
import { selectArticle } from '../state/store.ts';
import { Failed, reasonOf } from '../ui/failed.tsx';
import { useWords } from '../ui/use-words.ts';

/** How adding stands. */
type Adding =
  | { readonly kind: 'running'; readonly step?: Progress }
  | { readonly kind: 'done'; readonly added: Added }
  | { readonly kind: 'failed'; readonly message: string };

/** Milliseconds without news of a step after which it is taken for done. */
const QUIET = 5000;

/** Add articles: files dropped or chosen, or a text pasted with what is known of it. Says how far it is and what came of it. */
export function AddPanel() {
  const words = useWords();
  const [run, setRun] = useState<Adding>();
  const [others, setOthers] = useOthers();
  const form = useRef<HTMLFormElement>(null);

  const send = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setRun({ kind: 'running' });
    try {
      const added = await api.add(files, (step) => setRun({ kind: 'running', step }));
      setOthers(undefined);
      setRun({ kind: 'done', added });
      articleDraft.clear();
      form.current?.reset();
      await loadGraph();
    } catch (error) {
      setRun({ kind: 'failed', message: reasonOf(error, words) });
    }
  };
  const sendNow = useRef(send);
  sendNow.current = send;
  // What was dropped elsewhere on the page has waited for this panel.
  useEffect(() => droppedFiles.take((files) => void sendNow.current(files)), []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void send([...event.dataTransfer.files]);
  };
  const isRunning = run?.kind === 'running';
  return (
    <article className="add">
      <header>
        <h2>{words.add}</h2>
        <p className="aliases">{words.addHint}</p>
      </header>
      <label className="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        {words.dropHere}
        <input
          type="file"
          multiple
          accept=".txt,.md,.html,.htm,.xhtml,.shtml,.mhtml,.mht,.pdf,.docx,.doc,.wps,.rtf,.jsonl,.csv,.xlsx"
          disabled={isRunning}
          onChange={({ target }) => void send([...(target.files ?? [])])}
        />
      </label>
      <PasteForm form={form} isDisabled={isRunning} onPaste={(file) => void send([file])} />
      {run && <Result run={run} />}
      {!isRunning && others && <Result run={{ kind: 'running', step: others }} />}
    </article>
  );
}

/** What a build or somebody else adds meanwhile; it shows until it is quiet. */
function useOthers() {
  const [others, setOthers] = useState<Progress>();
  useEffect(() => api.onProgress(setOthers), []);
  useEffect(() => {
    if (!others) return;
    const quiet = setTimeout(() => setOthers(undefined), QUIET);
    return () => clearTimeout(quiet);
  }, [others]);
  return [others, setOthers] as const;
}

/** A text, and what is known of the article that it is. */
function PasteForm(props: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly isDisabled: boolean;
  readonly onPaste: (file: File) => void;
}) {
  const words = useWords();
  const { form, isDisabled, onPaste } = props;
  const draft = articleDraft.get();
  const note = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name, value } = target as HTMLTextAreaElement;
    articleDraft.put(name, value);
  };
  const paste = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
    const article = Object.fromEntries(entries) as Record<string, string>;
    if (!article.text) return;
    // Without an id of its own it goes by the file, whose name the server marks by its content: two of one title stay two.
    const name = (article.title ?? article.text).trim().slice(0, 40);
    onPaste(new File([`${JSON.stringify(article)}\n`], `${name}.jsonl`));
  };
  return (
    <form ref={form} onSubmit={paste} onInput={note}>
      <textarea
        name="text"
        rows={8}
        required
        placeholder={words.pasteHere}
        aria-label={words.pasteHere}
        defaultValue={draft.text}
      />
      <div className="fields">
        {(['title', 'outlet', 'published', 'url'] as const).map((name) => (
          <label key={name}>
            <span>{words.addFields[name]}</span>
            <input
              type={name === 'published' ? 'date' : 'text'}
              className="plain"
              name={name}
              defaultValue={draft[name]}
            />
          </label>
        ))}
      </div>
      <button type="submit" className="button" disabled={isDisabled}>
        {words.addText}
      </button>
    </form>
  );
}

/** How it stands, or what came of it. */
function Result({ run }: { readonly run: Adding }) {
  const words = useWords();
  if (run.kind === 'failed') return <Failed why={run.message} />;
  if (run.kind === 'running') {
    const { step } = run;
    return (
      <div className="progress" role="status">
        <progress max={step?.total || 1} {...(step ? { value: step.done } : {})} aria-label={words.adding} />
        <span>
          {step ? `${words.addSteps[step.step] ?? step.step} ${step.done} / ${step.total}` : words.adding}
        </span>
      </div>
    );
  }
  const { articles, entities, newEntities, relations, newRelations, rejected, unchanged } = run.added;
  const [oldEntities, oldRelations] = [entities - newEntities, relations - newRelations];
  return (
    <section role="status">
      <h3>{words.addDone(articles.length, newEntities, newRelations)}</h3>
      {oldEntities + oldRelations > 0 && (
        <p className="aliases">{words.addTouched(oldEntities, oldRelations)}</p>
      )}
      {unchanged > 0 && articles.length === 0 && <p className="aliases">{words.addKnown(unchanged)}</p>}
      <ul className="rows">
        {articles.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="row" onClick={() => selectArticle(id)}>
              <span className="row-name">{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {rejected.length > 0 && (
        <>
          <h3>
            {words.setAside}
            <span className="tally">{rejected.length}</span>
          </h3>
          <ul className="facts">
            {rejected.map(({ place, reason }) => (
              <li key={place}>
                <strong>{place}</strong>
                <p className="failed">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
