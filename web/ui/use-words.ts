import { useExplorer } from '../state/store.ts';
import { WORDS } from '../words/languages.ts';

/** The words of the language that is switched on. */
export function useWords() {
  return WORDS[useExplorer(({ locale }) => locale)];
}
