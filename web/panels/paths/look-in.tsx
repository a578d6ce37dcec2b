import type { Over } from '../../graph/view.ts';
import { useExplorer } from '../../state/store.ts';
import { useWords } from '../../ui/use-words.ts';

/** What is looked in when nobody has chosen: what is drawn, unless that is only an overview. */
export function useOver({ over }: { readonly over?: Over }): Over {
  const isWhole = useExplorer((state) => state.graph?.isWhole !== false);
  return over ?? (isWhole ? 'drawn' : 'graph');
}

/** The choice of what is looked in. */
export function LookIn({ over, onChoose }: { readonly over: Over; readonly onChoose: (over: Over) => void }) {
  const words = useWords();
  return (
    <label>
      {words.lookIn}
      <select value={over} onChange={({ target }) => onChoose(target.value as Over)}>
        {(['drawn', 'graph'] as const).map((one) => (
          <option key={one} value={one}>
            {words.over[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
