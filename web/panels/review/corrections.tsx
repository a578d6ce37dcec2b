import { type FormEvent, useState } from 'react';
import type { EntityReference } from '../../../src/contract/reference.ts';
import type { EntityType } from '../../../src/model/entity.ts';
import { judge, mayJudge, type UnsignedJudgement } from '../../state/judge.ts';
import { useExplorer } from '../../state/store.ts';
import { EntityPicker } from '../../ui/entity-picker.tsx';
import { useWords } from '../../ui/use-words.ts';
import { Recording, useSending } from './signature.tsx';

/** One thing that may be right instead: a choice among some, a text, or nothing to fill in. */
export interface Correction {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly isText?: boolean;
  readonly hint?: string;
  /** What stands in the field of a text at first. */
  readonly start?: string;
  /** Types of which an entity is to be chosen. */
  readonly picks?: readonly EntityType[];
  /** The judgement for what was filled in or chosen; undefined when that is none. */
  readonly toJudgement: (right: string, picked?: EntityReference) => UnsignedJudgement | undefined;
  readonly onDone?: () => void;
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
  const [picked, setPicked] = useState<EntityReference>();
  const [problem, setProblem] = useState<string>();
  const { send, isSending, failure } = useSending();
  const correction = corrections.find(({ name }) => name === chosen);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const right = String(given.get('right') ?? '').trim();
    const hasField = correction?.isText || correction?.choices;
    const isEmpty = (hasField && right === '') || (correction?.picks && !picked);
    const judgement = isEmpty ? undefined : correction?.toJudgement(right, picked);
    setProblem(judgement ? undefined : words.review.noWay(right || undefined));
    if (judgement)
      void send(async () => {
        await judge(judgement, String(given.get('why') ?? ''));
        correction?.onDone?.();
      });
  };
  return (
    <form className="ways" onSubmit={submit}>
      <fieldset>
        <legend>{words.review.how}</legend>
        {corrections.map(({ name, label }) => (
          <label key={name}>
            <input
              type="radio"
              name="way"
              checked={name === chosen}
              onChange={() => {
                setChosen(name);
                setPicked(undefined);
              }}
            />
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
          <input
            key={correction.name}
            type="text"
            className="plain"
            name="right"
            maxLength={2000}
            defaultValue={correction.start}
          />
        </label>
      )}
      {correction?.picks && (
        <EntityPicker
          label={correction.label}
          chosen={picked}
          types={correction.picks}
          onChoose={setPicked}
        />
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
      <Recording isSending={isSending} failure={problem ?? failure} />
    </form>
  );
}
