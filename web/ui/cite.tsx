import { useState } from 'react';
import type { Span } from '../../src/model/span.ts';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Failed, reasonOf } from './failed.tsx';
import { useWords } from './use-words.ts';

const FORMS = ['text', 'markdown', 'csl', 'bibtex'] as const;
type Form = (typeof FORMS)[number];
type Citations = Awaited<ReturnType<typeof api.citations>>;

/** A button that gives the words at a place of an article, or the article, as a citation to copy, in each form. */
export function Cite({ article, span }: { readonly article: string; readonly span?: Span | undefined }) {
  return <CiteAll ids={[article]} span={span} />;
}

/** A button that gives what things, relations, facts or articles rest on as citations, one after the other. */
export function CiteAll({
  ids,
  span,
}: {
  readonly ids: readonly string[];
  readonly span?: Span | undefined;
}) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.citing.cite}
      </button>
      {isOpen && <Forms ids={ids} span={span} />}
    </>
  );
}

function Forms({ ids, span }: { readonly ids: readonly string[]; readonly span: Span | undefined }) {
  const words = useWords();
  const [form, setForm] = useState<Form>('text');
  const [isCopied, setCopied] = useState(false);
  const place = span && `${span.start}-${span.end}`;
  const { value, failure } = useLoaded(`${ids} ${place}`, (signal) =>
    Promise.all(ids.map((id) => api.citations(id, place, signal))),
  );
  if (!value) return failure ? <Failed why={reasonOf(failure, words)} /> : null;
  const written = write(value, form);
  const choose = (next: Form) => {
    setForm(next);
    setCopied(false);
  };
  return (
    <span className="cite">
      <span role="tablist" aria-label={words.citing.cite}>
        {FORMS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={form === one} onClick={() => choose(one)}>
            {words.citing.forms[one]}
          </button>
        ))}
      </span>
      <textarea
        readOnly
        rows={6}
        aria-label={words.citing.forms[form]}
        value={written}
        onFocus={(event) => event.target.select()}
      />
      {/* A page that came over plain HTTP from another machine may not write to the clipboard. */}
      {navigator.clipboard && (
        <button
          type="button"
          className="link"
          onClick={() => void navigator.clipboard.writeText(written).then(() => setCopied(true))}
        >
          {isCopied ? words.citing.copied : words.citing.copy}
        </button>
      )}
    </span>
  );
}

/** What all of them come to, as one text; of CSL-JSON one list. */
function write(all: readonly Citations[], form: Form): string {
  if (form === 'csl') {
    const items = all.flatMap(({ csl }) => csl);
    return JSON.stringify(items, null, 2);
  }
  return all.map((one) => one[form]).join(form === 'text' ? '\n' : '\n\n');
}
