import { useId, useState } from 'react';
import type { EntityReference } from '../../src/contract/reference.ts';
import type { EntityType } from '../../src/model/entity.ts';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { TypeMark } from './icons.tsx';
import { useWords } from './use-words.ts';

/** Names offered at once. */
const MOST = 8;

/**
 * One entity, found by its name: some of `near` while nothing is typed, then what the server finds. What is chosen stands in the
 * field's place until it is given back.
 */
export function EntityPicker(props: {
  readonly label: string;
  readonly chosen: EntityReference | undefined;
  readonly near?: readonly EntityReference[];
  readonly types: readonly EntityType[];
  /** Whether what is typed next is meant for it. */
  readonly isNext?: boolean;
  readonly onChoose: (entity: EntityReference | undefined) => void;
}) {
  const { label, chosen, near = [], types, isNext = false, onChoose } = props;
  const id = useId();
  const words = useWords();
  const [question, setQuestion] = useState('');
  const { value } = useLoaded(question.trim(), async (signal) =>
    question.trim() === '' ? undefined : await api.search(question, signal),
  );
  const found = (value?.hits ?? (question.trim() === '' ? near : [])).filter(
    (one): one is EntityReference & typeof one => types.some((type) => type === one.type),
  );
  if (chosen)
    return (
      <p className="picker">
        <span>{label}</span>
        <button
          type="button"
          className="picker-chosen"
          title={words.review.chooseAnew}
          onClick={() => onChoose(undefined)}
        >
          <TypeMark type={chosen.type} />
          {chosen.name}
        </button>
      </p>
    );
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="plain"
        autoComplete="off"
        placeholder={words.review.byName}
        value={question}
        // biome-ignore lint/a11y/noAutofocus: who opened the field is about to type.
        autoFocus={isNext}
        onChange={({ target }) => setQuestion(target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          // Enter chooses; it does not send the form that the field stands in, nor a composition of Chinese letters.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (first) onChoose({ id: first.id, type: first.type, name: first.name });
        }}
      />
      {found.length > 0 && (
        <ul className="picker-found">
          {found.slice(0, MOST).map(({ id: of, type, name }) => (
            <li key={of}>
              <button type="button" onClick={() => onChoose({ id: of, type, name })}>
                <TypeMark type={type} />
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {value && found.length === 0 && <p className="waiting">{words.noHits(question.trim())}</p>}
    </div>
  );
}
