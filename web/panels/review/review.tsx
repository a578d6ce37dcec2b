import { useEffect, useRef, useState } from 'react';
import type { DoubtRow } from '../../../src/contract/review.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { judge, mayJudge } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { Failed } from '../../ui/failed.tsx';
import { isTyping } from '../../ui/keyboard.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { GivenWay, Judgements } from './judgements.tsx';
import { Sides, VERDICTS, type Verdict, Verdicts } from './pair.tsx';
import { Signature, useSending } from './signature.tsx';
import { Unsure } from './unsure.tsx';

/** Pairs that are fetched at a time. */
const PAGE = 20;

/** What a person should judge and what was judged; a line says why, where the reader may not. */
export function ReviewPanel() {
  const words = useWords();
  const rights = useExplorer((state) => state.rights);
  const isAllowed = useExplorer(mayJudge);
  const [tab, setTab] = useState<'doubts' | 'unsure' | 'made'>('doubts');
  return (
    <article className="review">
      <header>
        <h2>{words.review.title}</h2>
        <p className="aliases">{words.review.hint}</p>
      </header>
      {rights && !rights.offered && <p className="wrong-not">{words.review.notOffered}</p>}
      {rights?.offered && (
        <>
          {isAllowed ? <Signature /> : <p className="wrong-not">{words.review.noRight(rights.role)}</p>}
          <div className="pages" role="tablist" aria-label={words.review.title}>
            {(['doubts', 'unsure', 'made'] as const).map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                aria-selected={tab === name}
                onClick={() => setTab(name)}
              >
                {words.review[name]}
              </button>
            ))}
          </div>
          {tab === 'doubts' && <Doubts />}
          {tab === 'unsure' && <Unsure />}
          {tab === 'made' && <Judgements />}
        </>
      )}
    </article>
  );
}

/** Doubtful pairs, one of them the current one: the keys judge it and go from one to the next. */
function Doubts() {
  const words = useWords();
  const isAllowed = useExplorer(mayJudge);
  const version = useExplorer((state) => state.graph?.version);
  const [limit, setLimit] = useState(PAGE);
  const [current, setCurrent] = useState(0);
  const { value, failure } = useLoaded(`${version} ${limit}`, (signal) => api.doubts(limit, signal));
  const sending = useSending();
  const list = useRef<HTMLOListElement>(null);
  // While a judged pair is on its way out, the list stands as it was.
  const last = useRef(value);
  last.current = value ?? last.current;
  const shown = last.current;
  const pairs = shown?.pairs ?? [];
  const at = Math.min(current, pairs.length - 1);

  const say = (pair: DoubtRow | undefined, verdict: Verdict, why: string) => {
    if (!pair || value === undefined) return;
    void sending.send(() => judge({ say: verdict, left: pair.left.names, right: pair.right.names }, why));
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(pairs.length - 1, to));
    setCurrent(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys((event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = VERDICTS[Number(event.key) - 1];
    if (verdict && isAllowed) say(pairs[at], verdict, '');
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.preventDefault();
  });

  if (!shown) return <Waiting failure={failure} text={words.review.seeking} />;
  return (
    <section>
      <h3>
        {words.review.doubts}
        <span className="tally">{shown.total}</span>
        {isAllowed && <span className="tally keys">{words.review.keys}</span>}
      </h3>
      <Failed why={sending.failure} />
      <GivenWay pairs={shown.overruled} />
      {pairs.length === 0 && <p className="waiting">{words.review.none}</p>}
      <ol ref={list} className="doubts">
        {pairs.map((pair, i) => (
          <li
            key={[pair.left, pair.right]
              .map(({ id, names }) => [id, names.name, names.article].join(' '))
              .join(' ')}
            aria-current={i === at}
            onFocus={() => setCurrent(i)}
          >
            <Pair
              pair={pair}
              isBusy={sending.isSending}
              onSay={isAllowed ? (verdict, why) => say(pair, verdict, why) : undefined}
            />
          </li>
        ))}
      </ol>
      {shown.total > limit && (
        <button type="button" className="link more" onClick={() => setLimit(limit + PAGE)}>
          {words.moreOf(shown.total - limit)}
        </button>
      )}
    </section>
  );
}

/** Hear of the keys of the page, with what `onKey` is by then. */
function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** A pair with what speaks for and against it, and what can be said of it. */
function Pair(props: {
  readonly pair: DoubtRow;
  readonly isBusy: boolean;
  readonly onSay: ((verdict: Verdict, why: string) => void) | undefined;
}) {
  const words = useWords();
  const { pair, isBusy, onSay } = props;
  const reasons = pair.features.map(({ name }) => words.review.reasons[name] ?? name);
  return (
    <>
      <p className="doubt-head">
        <strong>{pair.merged ? words.review.areOne : words.review.areTwo}</strong>
        <span>{[...new Set(reasons)].join(' · ')}</span>
        <span>
          {words.review.score} {pair.score.toFixed(2)}
        </span>
      </p>
      <Sides left={pair.left} right={pair.right} />
      {onSay && <Verdicts isBusy={isBusy} hasKeys onSay={onSay} />}
    </>
  );
}
