import type { Judgement, NamedThing, Overruled } from '../../../src/model/judgement.ts';
import type { RelationType } from '../../../src/model/relation.ts';
import { api } from '../../api/client.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { mayJudge, takeBack } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { Failed } from '../../ui/failed.tsx';
import { formatValue } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useSending } from './signature.tsx';

/** Every judgement, the newest first: who, when, why, and the way back; what no longer stands says so. */
export function Judgements() {
  const words = useWords();
  const isAllowed = useExplorer(mayJudge);
  const version = useExplorer((state) => state.graph?.version);
  const { value, failure } = useLoaded(version ?? '', api.judgements);
  const { send, isSending, failure: refusal } = useSending();
  if (!value) return <Waiting failure={failure} />;
  const undoneBy = new Map<string, string>();
  const rows: { readonly line: Judgement; readonly stands: boolean; readonly undone: string | undefined }[] =
    [];
  // The newest come first, so that an undo is met before what it took back.
  for (const { line, stands } of value.judgements)
    if (line.say === 'undo') undoneBy.set(line.of, line.by);
    else {
      rows.push({ line, stands, undone: undoneBy.get(line.id) });
      undoneBy.delete(line.id);
    }
  return (
    <section>
      <h3>
        {words.review.made}
        <span className="tally">{rows.length}</span>
      </h3>
      <Failed why={refusal} />
      {rows.length === 0 && <p className="waiting">{words.review.noneMade}</p>}
      <ul className="facts">
        {rows.map(({ line, stands, undone }) => (
          <li key={`${line.id} ${line.at}`} className="judged" data-stands={stands}>
            <p>
              <strong>{words.review.say[line.say]}</strong>
              <Subject line={line} />
            </p>
            <p className="citation">
              <span>
                {[
                  line.by,
                  line.at.slice(0, 10),
                  line.why,
                  undone !== undefined && words.review.takenBack(undone),
                  undone === undefined && !stands && words.review.overruled,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            {stands && isAllowed && (
              <button
                type="button"
                className="link"
                disabled={isSending}
                onClick={() => void send(() => takeBack(line.id))}
              >
                {words.review.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Judgements that give way to others because of what articles say. */
export function GivenWay({ pairs }: { readonly pairs: readonly Overruled[] }) {
  const words = useWords();
  if (pairs.length === 0) return null;
  return (
    <>
      <p className="wrong-not">{words.review.givesWay}</p>
      <ul className="facts">
        {pairs.map(({ kept, dropped }) => (
          <li key={`${dropped.id} ${kept.id}`} className="judged">
            <p>
              <del>
                <Subject line={dropped} />
              </del>{' '}
              → <Subject line={kept} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a judgement is about, and what it puts in its place. */
function Subject({ line }: { readonly line: Judgement }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const tie = (from: NamedThing, type: RelationType, to: NamedThing) =>
    `${nameOf(from)} → ${words.relations[type]} → ${nameOf(to)}`;
  if (line.say === 'add')
    return (
      <>
        {tie(line.from, line.relation, line.to)}
        <q>{line.quote}</q>
      </>
    );
  if (line.say === 'article')
    return (
      <>
        {line.property === undefined ? <del>{line.article}</del> : `${line.article} · `}
        {line.property !== undefined && `${words.review.ofArticle[line.property]} → ${line.right ?? '—'}`}
      </>
    );
  if (line.say === 'right')
    return line.what === 'relation'
      ? tie(line.from, line.relation, line.to)
      : [
          nameOf(line.of),
          line.what === 'value' &&
            `${words.property(line.fact)} ${formatValue(line.fact, line.value, locale)}`,
        ]
          .filter(Boolean)
          .join(' · ');
  if (line.say !== 'wrong') {
    const sign = { same: '=', different: '≠', unsure: '?' }[line.say];
    return (
      <>
        {nameOf(line.left)} {sign} {nameOf(line.right)}
      </>
    );
  }
  const what = (): readonly [string, string | undefined] => {
    switch (line.what) {
      case 'relation':
        return [
          tie(line.from, line.relation, line.to),
          line.right || line.rightFrom || line.rightTo
            ? tie(line.rightFrom ?? line.from, line.right ?? line.relation, line.rightTo ?? line.to)
            : undefined,
        ];
      case 'value':
        return [
          `${nameOf(line.of)} · ${words.property(line.fact)} ${formatValue(line.fact, line.value, locale)}`,
          line.right === undefined ? undefined : formatValue(line.fact, line.right, locale),
        ];
      case 'type':
        return [`${nameOf(line.of)} · ${words.types[line.of.type]}`, line.right && words.types[line.right]];
      default:
        return [nameOf(line.of), line.right];
    }
  };
  const [wrong, right] = what();
  return (
    <>
      <del>{wrong}</del> {right !== undefined && `→ ${right}`}
    </>
  );
}

function nameOf({ name, article }: NamedThing): string {
  return article === undefined ? name : `${name} (${article.split('/').at(-1)})`;
}
