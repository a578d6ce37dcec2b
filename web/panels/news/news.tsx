import type { DigestRow } from '../../../src/contract/digest.ts';
import { api } from '../../api/client.ts';
import { keepOnly } from '../../state/steps.ts';
import { select } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { bySentence } from './by-sentence.ts';
import { DigestLine, keyOfDigest } from './digest-row.tsx';
import { WatchList } from './watch-list.tsx';

const KINDS: readonly DigestRow['kind'][] = ['fact', 'thing', 'relation', 'article'];

/** What is new about what is followed, and since a date, each with the sentence that says so. */
export function NewsPanel({ since }: { readonly since: string | undefined }) {
  const words = useWords();
  const { value, failure } = useAnswer(since ?? '', (signal) => api.digest(since, signal));
  const things = value?.rows.flatMap(({ about }) => (about.type === 'Article' ? [] : about.id)) ?? [];
  return (
    <article className="news">
      <header>
        <h2>{words.news}</h2>
        <p className="actions">
          <button type="button" onClick={() => select({ kind: 'coverage' })}>
            {words.coverage.title}
          </button>
        </p>
      </header>
      <WatchList />
      <h3>
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
      </h3>
      {!value && <Waiting failure={failure} />}
      {value && (
        <>
          <p className="aliases">{words.newsNote(value.first, value.last, value.undated)}</p>
          {value.rows.length === 0 && value.first && <p className="waiting">{words.noNews}</p>}
          {things.length > 0 && (
            <p className="actions">
              <button type="button" onClick={() => keepOnly(things)}>
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
                  {bySentence(rows).map((together) => (
                    <li key={keyOfDigest(together[0])}>
                      <DigestLine rows={together} />
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
