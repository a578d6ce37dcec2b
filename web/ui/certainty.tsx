import { bandOf } from '../../src/model/certainty.ts';
import { useExplorer } from '../state/store.ts';
import { formatValue } from './format.ts';
import { useWords } from './use-words.ts';

/** How sure a statement is, in words, with the number for who asks; nothing where that is not known. */
export function Certainty({ confidence }: { readonly confidence: number | undefined }) {
  const words = useWords();
  const locale = useExplorer((state) => state.locale);
  if (confidence === undefined) return null;
  const band = bandOf(confidence);
  return (
    <span className="badge" data-band={band} title={formatValue('confidence', confidence, locale)}>
      {words.bands[band]}
    </span>
  );
}
