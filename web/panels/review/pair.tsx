import { useState } from 'react';
import type { EntityAnswer } from '../../../src/contract/entity.ts';
import type { DoubtSide } from '../../../src/contract/review.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { judge, mayJudge } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { Citation } from '../../ui/citation.tsx';
import { EntityLink } from '../../ui/entity-link.tsx';
import { Failed } from '../../ui/failed.tsx';
import { TypeMark } from '../../ui/icons.tsx';
import { Passages } from '../../ui/passages.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Signature, useSending } from './signature.tsx';

/** What can be said of a pair. */
export const VERDICTS = ['same', 'different', 'unsure'] as const;

/** What was said of one. */
export type Verdict = (typeof VERDICTS)[number];

/** Articles of a side that are shown. */
const ENOUGH = 3;

/** Two entities that someone picked, side by side, to say whether they are one. */
export function PairPanel({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords();
  const rights = useExplorer((state) => state.rights);
  const isAllowed = useExplorer(mayJudge);
  const version = useExplorer((state) => state.graph?.version);
  const sending = useSending();
  const { value, failure } = useLoaded(`${version} ${ids.join()}`, (signal) =>
    Promise.all(ids.slice(0, 2).map((id) => api.entity(id, signal))),
  );
  const [left, right] = value ?? [];
  const say = (verdict: Verdict, why: string) => {
    if (!left || !right) return;
    const names = [left, right].map(({ type, name }) => ({ type, name }));
    const [first, second] = names;
    if (first && second) void sending.send(() => judge({ say: verdict, left: first, right: second }, why));
  };
  return (
    <article className="review">
      <header>
        <h2>{words.review.isOne}</h2>
        <p className="aliases">{words.review.hint}</p>
      </header>
      {rights && !rights.offered && <p className="wrong-not">{words.review.notOffered}</p>}
      {rights?.offered && !isAllowed && <p className="wrong-not">{words.review.noRight(rights.role)}</p>}
      {isAllowed && <Signature />}
      <Failed why={sending.failure} />
      {left && right ? (
        <>
          {isAllowed && <Verdicts isBusy={sending.isSending} onSay={say} />}
          <Sides left={toSide(left)} right={toSide(right)} />
        </>
      ) : (
        <Waiting failure={failure} />
      )}
    </article>
  );
}

function toSide({ id, type, name, aliases, mentions }: EntityAnswer): DoubtSide {
  return {
    id,
    type,
    name,
    aliases,
    names: { type, name },
    articles: mentions.length,
    mentions: mentions
      .slice(0, ENOUGH)
      .map((mention) => ({ ...mention, passages: mention.passages.slice(0, 2) })),
  };
}

/** The two names with the sentences that hold them. */
export function Sides({ left, right }: { readonly left: DoubtSide; readonly right: DoubtSide }) {
  return (
    <div className="sides">
      <Side side={left} />
      <Side side={right} />
    </div>
  );
}

/** The verdicts, with a reason that may be left out. Where the keys say them too, they are shown. */
export function Verdicts(props: {
  readonly isBusy: boolean;
  readonly hasKeys?: boolean;
  readonly onSay: (verdict: Verdict, why: string) => void;
}) {
  const words = useWords();
  const [why, setWhy] = useState('');
  return (
    <p className="verdicts">
      {VERDICTS.map((verdict, i) => (
        <button key={verdict} type="button" disabled={props.isBusy} onClick={() => props.onSay(verdict, why)}>
          {words.review.say[verdict]} {props.hasKeys && <kbd>{i + 1}</kbd>}
        </button>
      ))}
      <input
        type="text"
        className="plain"
        aria-label={words.review.why}
        placeholder={words.review.why}
        maxLength={2000}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
    </p>
  );
}

function Side({ side }: { readonly side: DoubtSide }) {
  const words = useWords();
  const { names, name, aliases, mentions } = side;
  const others = [...new Set([name, ...aliases])].filter((one) => one !== names.name);
  return (
    <div className="side">
      <h4>
        <TypeMark type={side.type} />
        <EntityLink entity={{ ...side, name: names.name }} />
      </h4>
      {others.length > 0 && (
        <p className="aliases">
          <span>{words.aliases}</span>
          {others.slice(0, 6).join('、')}
        </p>
      )}
      {mentions.map(({ article, passages }) => (
        <div key={article.id} className="source">
          <Passages article={article.id} passages={passages} />
          <Citation article={article} />
        </div>
      ))}
    </div>
  );
}
