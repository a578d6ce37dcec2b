import { useState } from 'react';
import { api } from '../api/client.ts';
import { selectArticle } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Citation } from '../ui/citation.tsx';
import { LitText } from '../ui/lit-text.tsx';
import { useWords } from '../ui/use-words.ts';
import { Waiting } from '../ui/waiting.tsx';

/** Articles shown at first, and more each time that the reader asks. */
const PAGE = 20;

/** As many as the server gives at once. */
const MOST = 100;

/** Every article in whose text the words stand, with their sentences. */
export function TextsPanel({ q }: { readonly q: string }) {
  const words = useWords();
  const [limit, setLimit] = useState(PAGE);
  const { value, failure } = useAnswer(`${limit} ${q}`, (signal) => api.texts(q, limit, signal));
  if (!value) return <Waiting failure={failure} />;
  const { hits, total } = value;
  return (
    <article className="texts">
      <header>
        <h2>{q}</h2>
        <p className="aliases">{words.find.inTexts(total)}</p>
      </header>
      {hits.map(({ article, passages }) => (
        <div key={article.id} className="source">
          <Citation article={article} isLinked />
          {passages.map((passage) => (
            <button
              key={passage.start}
              type="button"
              className="passage"
              title={words.readInArticle}
              onClick={() => selectArticle(article.id, passage.quotes[0])}
            >
              <LitText {...passage} isPlain />
            </button>
          ))}
        </div>
      ))}
      {hits.length < total && limit < MOST && (
        <button type="button" className="link more" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
          {words.moreOf(Math.min(total, MOST) - hits.length)}
        </button>
      )}
      {hits.length < total && limit >= MOST && <p className="waiting">{words.find.narrow(hits.length)}</p>}
    </article>
  );
}
