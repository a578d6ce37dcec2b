import type { NewsRow } from '../../src/contract/news.ts';
import { api } from '../api/client.ts';
import { keepOnly } from '../state/steps.ts';
import { select, selectArticle, selectRelation, useExplorer } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Citation } from '../ui/citation.tsx';
import { EntityLink } from '../ui/entity-link.tsx';
import { formatValue } from '../ui/format.ts';
import { TypeMark } from '../ui/icons.tsx';
import { useWords } from '../ui/use-words.ts';
import { Waiting } from '../ui/waiting.tsx';

const KINDS: readonly NewsRow['kind'][] = ['project', 'company', 'post', 'investment', 'status'];

/** What is new since a date, each with the sentence that says so. */
export function NewsPanel({ since }: { readonly since: string | undefined }) {
  const words = useWords();
  const { value, failure } = useAnswer(since ?? '', (signal) => api.news(since, signal));
  return (
    <article className="news">
      <header>
        <p className="kind">{words.news}</p>
        <h2>
          <label>
            {words.newsSince}
            <input
              type="date"
              value={since ?? value?.since ?? ''}
              max={value?.last}
              onChange={({ target }) =>
                select(target.value ? { kind: 'news', since: target.value } : { kind: 'news' })
              }
            />
          </label>
        </h2>
      </header>
      {!value && <Waiting failure={failure} />}
      {value && (
        <>
          <p className="aliases">{words.newsNote(value.first, value.last, value.undated)}</p>
          {value.rows.length === 0 && <p className="waiting">{words.noNews}</p>}
          {value.rows.length > 0 && (
            <p className="actions">
              <button type="button" onClick={() => keepOnly(value.rows.map(({ about }) => about.id))}>
                {words.only}
              </button>
            </p>
          )}
          {KINDS.map((kind) => {
            const rows = value.rows.filter((row) => row.kind === kind);
            if (rows.length === 0) return null;
            return (
              <section key={kind}>
                <h3>
                  {words.newsKinds[kind]}
                  <span className="tally">{rows.length}</span>
                </h3>
                <ul className="facts">
                  {rows.map((row) => (
                    <li key={`${row.about.id} ${row.relation}`}>
                      <News row={row} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
    </article>
  );
}

function News({ row }: { readonly row: NewsRow }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { about, article, span, relation, before, now, kind } = row;
  const open = () => {
    if (relation) selectRelation(relation);
    else if (article) selectArticle(article.id, span);
  };
  return (
    <>
      <p className="news-head">
        <TypeMark type={about.type} />
        <EntityLink entity={about} />
        {row.title && <span>{row.title}</span>}
        {before !== undefined && now !== undefined && (
          <strong>
            {formatValue(kind, before, locale)} → {formatValue(kind, now, locale)}
          </strong>
        )}
        <time>{row.date}</time>
      </p>
      {row.quote && (
        <button type="button" className="quote" title={words.readInArticle} onClick={open}>
          {row.quote}
        </button>
      )}
      {article && <Citation article={article} />}
    </>
  );
}
