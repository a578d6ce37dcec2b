import { type ReactNode, useEffect, useState } from 'react';
import { api, RequestError, type Saved } from '../../api/client.ts';
import { follow, keyOf, keyOfRow, sentenceOf, unfollow } from '../../state/follow.ts';
import { type Followed, setStatement, useExplorer } from '../../state/store.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { Icon, TypeMark } from '../../ui/icons.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { toText } from '../console/values.ts';
import { DigestLine, keyOfDigest } from './digest-row.tsx';

/** What the reader follows, each with what is new since it was last seen. */
export function WatchList() {
  const words = useWords();
  const followed = useExplorer((state) => state.followed);
  return (
    <section className="watch-list">
      <h3>
        {words.following.title}
        <span className="tally">{followed.length}</span>
      </h3>
      {followed.length === 0 && <p className="aliases">{words.following.none}</p>}
      {followed.map((one) =>
        one.kind === 'thing' ? (
          <Thing key={keyOf(one)} thing={one} />
        ) : (
          <Question key={keyOf(one)} question={one} />
        ),
      )}
      <SavedQuestions />
    </section>
  );
}

/** The head of one that is followed: how much is new, and what can be done with it. */
function Head(props: {
  readonly one: Followed;
  readonly name: ReactNode;
  readonly fresh: number | undefined;
  readonly onSeen: () => void;
}) {
  const words = useWords();
  const { one, name, fresh, onSeen } = props;
  return (
    <p className="news-head">
      {name}
      {fresh !== undefined && <span className="tally">{words.following.fresh(fresh)}</span>}
      {fresh !== undefined && fresh > 0 && (
        <button type="button" className="link" onClick={onSeen}>
          {words.following.seen}
        </button>
      )}
      <button
        type="button"
        className="tool"
        aria-label={`${words.following.stop} ${one.name}`}
        title={words.following.stop}
        onClick={() => unfollow(one)}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}

function Thing({ thing }: { readonly thing: Extract<Followed, { readonly kind: 'thing' }> }) {
  const { id, name, type, seen } = thing;
  const { value, failure } = useAnswer(`${id} ${seen.length}`, async (signal) => {
    try {
      return await api.unread(id, seen, signal);
    } catch (error) {
      // A correction may have replaced the id.
      if (!(error instanceof RequestError) || error.code !== 'NOT_FOUND') throw error;
      return api.unread(name, seen, signal);
    }
  });
  // That an article names it says nothing more where a row tells what that article says of it.
  const telling = new Set(value?.rows.flatMap(({ kind, article }) => (kind === 'article' ? [] : article.id)));
  const rows = value?.rows.filter(({ kind, article }) => kind !== 'article' || !telling.has(article.id));
  const onSeen = () =>
    follow({ ...thing, seen: [...new Set([...seen, ...(rows ?? []).map(({ article }) => article.id)])] });
  const own = (
    <>
      <TypeMark type={type} />
      <EntityLink entity={{ id: rows?.[0]?.about.id ?? id, type, name }} />
    </>
  );
  return (
    <div className="watched">
      <Head one={thing} name={own} fresh={rows?.length} onSeen={onSeen} />
      {!rows && <Waiting failure={failure} />}
      <ul className="facts">
        {rows?.map((row) => (
          <li key={keyOfDigest(row)}>
            <DigestLine rows={[row]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Question({ question }: { readonly question: Extract<Followed, { readonly kind: 'question' }> }) {
  const { name, statement, seen } = question;
  const { value, failure } = useAnswer(statement, (signal) => api.query(statement, {}, signal));
  const old = new Set(seen);
  const fresh = value?.rows.filter((row) => !old.has(keyOfRow(row)));
  const own = (
    <button type="button" className="entity-link" onClick={() => setStatement(statement)}>
      {name}
    </button>
  );
  const onSeen = () => follow({ ...question, seen: (value?.rows ?? []).map(keyOfRow) });
  return (
    <div className="watched">
      <Head one={question} name={own} fresh={fresh?.length} onSeen={onSeen} />
      {!value && <Waiting failure={failure} />}
      <ul className="facts">
        {fresh?.map((row) => (
          <li key={keyOfRow(row)}>
            <p>{row.map((cell) => toText(cell) ?? '').join(' · ')}</p>
            {sentenceOf(row) && <blockquote className="quote">{sentenceOf(row)}</blockquote>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Questions that are kept on the server and not followed yet. */
function SavedQuestions() {
  const words = useWords();
  const followed = useExplorer((state) => state.followed);
  const [saved, setSaved] = useState<Saved['queries']>({});
  useEffect(() => {
    api.saved().then(
      ({ queries }) => setSaved(queries),
      () => undefined,
    );
  }, []);
  const names = Object.keys(saved).filter(
    (name) => !followed.some((one) => one.kind === 'question' && one.name === name),
  );
  if (names.length === 0) return null;
  return (
    <select
      className="plain"
      aria-label={words.following.question}
      value=""
      onChange={async ({ target: { value: name } }) => {
        const statement = saved[name] ?? '';
        // What it answers now is known: only what comes is new. One that fails says so in the list.
        const seen = await api.query(statement).then(
          ({ rows }) => rows.map(keyOfRow),
          () => [],
        );
        follow({ kind: 'question', name, statement, seen });
      }}
    >
      <option value="">{words.following.question}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
