import { useEffect, useState } from 'react';

/** One of several. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label className="choice">
      {props.label}
      <select value={props.value} onChange={({ target }) => props.onChoose(target.value)}>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A number that bounds something; empty is no bound. It counts when the field is left or Enter is pressed, as one step. */
export function Bound(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onSet: (value: number | undefined) => void;
}) {
  const { label, value, onSet } = props;
  const [text, setText] = useState('');
  useEffect(() => setText(value === undefined ? '' : String(value)), [value]);
  const set = () => {
    const number = Number(text);
    const next = text.trim() === '' || !(number >= 0) ? undefined : number;
    if (next !== value) onSet(next);
    else setText(value === undefined ? '' : String(value));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      className="bound"
      aria-label={label}
      title={label}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={set}
      onKeyDown={({ key }) => {
        if (key === 'Enter') set();
      }}
    />
  );
}
