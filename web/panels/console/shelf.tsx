import { useEffect, useState } from 'react';
import { api, type Example, type Saved } from '../../api/client.ts';
import { useExplorer } from '../../state/store.ts';
import { NameForm } from '../../ui/name-form.tsx';
import { useWords } from '../../ui/use-words.ts';

/** Statements at hand: ready ones, those that were saved, those that were run. Saved and run ones are kept on the server. */
export function Shelf(props: {
  /** Changes with every statement that is run. */
  readonly asked: number;
  readonly statement: string;
  readonly onChoose: (statement: string, parameters?: Readonly<Record<string, unknown>>) => void;
}) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  const { asked, statement, onChoose } = props;
  const [saved, setSaved] = useState<Saved>({ views: {}, queries: {}, history: [] });
  const [examples, setExamples] = useState<readonly Example[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a statement that was run is in the history.
  useEffect(() => {
    api.saved().then(setSaved, () => undefined);
  }, [asked]);
  useEffect(() => {
    api.examples().then(setExamples, () => undefined);
  }, []);
  const keep = async (name: string) => setSaved(await api.keep('queries', name, statement));
  const own = Object.entries(saved.queries);
  return (
    <div className="shelf">
      <select
        aria-label={words.examples}
        value=""
        onChange={({ target }) => {
          const example = examples[Number(target.value)];
          if (example) onChoose(example.statement, example.parameters);
        }}
      >
        <option value="">{words.examples}</option>
        {examples.map((example, at) => (
          <option key={example.en} value={at}>
            {example[locale]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.savedQueries}
        value=""
        onChange={({ target }) => onChoose(saved.queries[target.value] ?? statement)}
      >
        <option value="">
          {words.savedQueries} ({own.length})
        </option>
        {own.map(([one]) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <select
        aria-label={words.history}
        value=""
        onChange={({ target }) => onChoose(saved.history[Number(target.value)] ?? statement)}
      >
        <option value="">{words.history}</option>
        {saved.history.map((one, at) => (
          <option key={one} value={at}>
            {one.replace(/\s+/g, ' ').slice(0, 80)}
          </option>
        ))}
      </select>
      <NameForm label={words.nameIt} onKeep={(name) => void keep(name)} />
    </div>
  );
}
