import { type FormEvent, useState } from 'react';
import { judge, mayJudge, type UnsignedJudgement } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { Failed } from '../../ui/failed.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Signature, useSending } from './signature.tsx';

/** One thing that may be right instead: a choice among some, a text, or nothing to fill in. */
export interface Correction {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly isText?: boolean;
  readonly hint?: string;
  /** The judgement for what was filled in; undefined when that is none. */
  readonly toJudgement: (right: string) => UnsignedJudgement | undefined;
}

/** A button that opens the corrections of something; a line in its place for whom may not judge. */
export function WrongButton(props: {
  readonly label: string;
  readonly corrections: readonly Correction[];
  readonly saysWhyNot?: boolean;
}) {
  const { label, corrections, saysWhyNot = false } = props;
  const words = useWords();
  const rights = useExplorer((state) => state.rights);
  const isAllowed = useExplorer(mayJudge);
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed)
    return saysWhyNot && rights?.offered ? (
      <p className="wrong-not">{words.review.noRight(rights.role)}</p>
    ) : null;
  return (
    <div className="wrong">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <Form corrections={corrections} />}
    </div>
  );
}

function Form({ corrections }: { readonly corrections: readonly Correction[] }) {
  const words = useWords();
  const [chosen, setChosen] = useState(corrections[0]?.name);
  const [problem, setProblem] = useState<string>();
  const { send, isSending, failure } = useSending();
  const correction = corrections.find(({ name }) => name === chosen);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const right = String(given.get('right') ?? '').trim();
    const hasField = correction?.isText || correction?.choices;
    const judgement = hasField && right === '' ? undefined : correction?.toJudgement(right);
    setProblem(judgement ? undefined : words.review.noWay(right || undefined));
    if (judgement) void send(() => judge(judgement, String(given.get('why') ?? '')));
  };
  return (
    <form className="ways" onSubmit={submit}>
      <fieldset>
        <legend>{words.review.how}</legend>
        {corrections.map(({ name, label }) => (
          <label key={name}>
            <input type="radio" name="way" checked={name === chosen} onChange={() => setChosen(name)} />
            {label}
          </label>
        ))}
      </fieldset>
      {correction?.isText && (
        <label>
          <span>
            {correction.label}
            {correction.hint && ` (${correction.hint})`}
          </span>
          <input type="text" className="plain" name="right" maxLength={200} />
        </label>
      )}
      {correction?.choices && (
        <label>
          <span>{correction.label}</span>
          <select name="right">
            {correction.choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{words.review.why}</span>
        <input type="text" className="plain" name="why" maxLength={2000} />
      </label>
      <Signature />
      <button type="submit" className="button" disabled={isSending}>
        {words.review.record}
      </button>
      <Failed why={problem ?? failure} />
    </form>
  );
}
