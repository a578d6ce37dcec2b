import { useState } from 'react';
import type { HolderRow, PostsAnswer } from '../../../src/contract/ledger.ts';
import type { RequestError } from '../../api/client.ts';
import type { LedgerView } from '../../graph/view.ts';
import { selectRelation } from '../../state/store.ts';
import { EntityLink } from '../../ui/entity-link.tsx';
import { Quote } from '../../ui/quote.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';

/** Bodies shown before the reader asks for more. */
const FIRST = 20;

/** Posts in time: the holders of each post of a body one after the other, the way of a person, or who held what on a day. */
export function Posts(props: {
  readonly view: LedgerView;
  readonly isPerson: boolean;
  readonly answer: PostsAnswer | undefined;
  readonly failure: RequestError | undefined;
  readonly onChange: (change: {
    readonly post?: string | undefined;
    readonly on?: string | undefined;
  }) => void;
}) {
  const words = useWords();
  const { view, isPerson, answer, failure, onChange } = props;
  const [shown, setShown] = useState(FIRST);
  const bodies = isPerson ? [] : byBody(answer?.posts ?? []);
  return (
    <>
      <div className="narrow">
        <label>
          {words.ledger.onDay}
          <input
            type="date"
            value={view.on ?? ''}
            onChange={({ target }) => onChange({ on: target.value })}
          />
        </label>
        {!isPerson && <PostWords post={view.post} onSet={(post) => onChange({ post })} />}
      </div>
      {!answer && <Waiting failure={failure} />}
      {answer?.posts.length === 0 && <p className="waiting">{words.ledger.none}</p>}
      {isPerson && answer && <Holders posts={answer.posts} isPerson />}
      {bodies.slice(0, shown).map(([id, posts]) => (
        <section key={id}>
          <h3>
            {posts[0] && <EntityLink entity={posts[0].at} />}
            <span className="tally">{posts.length}</span>
          </h3>
          {byTitle(posts).map(([title, holders]) => (
            <div key={title} className="line-of-holders">
              <h4>{title}</h4>
              <Holders posts={holders} />
            </div>
          ))}
        </section>
      ))}
      {bodies.length > shown && (
        <button type="button" className="link more" onClick={() => setShown(bodies.length)}>
          {words.moreOf(bodies.length - shown)}
        </button>
      )}
    </>
  );
}

/** Words of a post; they count when the field is left or Enter is pressed. */
function PostWords({
  post,
  onSet,
}: {
  readonly post: string | undefined;
  readonly onSet: (post: string) => void;
}) {
  const words = useWords();
  const set = (text: string) => {
    if (text.trim() !== (post ?? '')) onSet(text.trim());
  };
  return (
    <label>
      {words.ledger.postWords}
      <input
        key={post}
        type="search"
        className="plain"
        defaultValue={post}
        onBlur={({ target }) => set(target.value)}
        onKeyDown={({ key, currentTarget, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) set(currentTarget.value);
        }}
      />
    </label>
  );
}

/** Holders in time; of a person the posts. */
function Holders({
  posts,
  isPerson = false,
}: {
  readonly posts: readonly HolderRow[];
  readonly isPerson?: boolean;
}) {
  return (
    <ol className="timeline holders">
      {posts.map((post) => (
        <li key={post.relation}>
          <Holder post={post} isPerson={isPerson} />
        </li>
      ))}
    </ol>
  );
}

function Holder({ post, isPerson }: { readonly post: HolderRow; readonly isPerson: boolean }) {
  const words = useWords();
  const { person, at, title, since, until, untilFrom, firstSeen, lastSeen, relation, evidence } = post;
  return (
    <>
      <time>{words.ledger.holder(since, until)}</time>
      <p>
        <EntityLink entity={isPerson ? at : person} />
        <button
          type="button"
          className={isPerson ? 'entity-link' : 'link'}
          title={words.evidence}
          onClick={() => selectRelation(relation)}
        >
          {isPerson ? (title ?? words.evidence) : words.evidence}
        </button>
        <small>
          {[words.ledger.told(firstSeen, lastSeen), untilFrom && words.ledger.untilFrom[untilFrom]]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      {evidence?.article && evidence.span && evidence.passage && (
        <Quote article={evidence.article} span={evidence.span} passage={evidence.passage} />
      )}
    </>
  );
}

/** Posts by where they are held, in the order in which they come. */
function byBody(posts: readonly HolderRow[]): [string, HolderRow[]][] {
  return groupBy(posts, ({ at }) => at.id);
}

/** Posts by their words, the one with most holders first. */
function byTitle(posts: readonly HolderRow[]): [string, HolderRow[]][] {
  return groupBy(posts, ({ title = '—' }) => title).sort(([, a], [, b]) => b.length - a.length);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}
