import { useState } from 'react';
import { useWords } from './use-words.ts';

/** A field for a name and a button that keeps something under it; a blank name keeps nothing. */
export function NameForm(props: { readonly label: string; readonly onKeep: (name: string) => void }) {
  const words = useWords();
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') props.onKeep(name.trim());
        setName('');
      }}
    >
      <input
        type="text"
        className="plain"
        placeholder={props.label}
        aria-label={props.label}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="link">
        {words.save}
      </button>
    </form>
  );
}
