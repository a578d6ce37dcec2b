import { useExplorer } from './state.ts';
import { WORDS } from './words.ts';

/** The words of the language that is switched on. */
export function useWords() {
  return WORDS[useExplorer(({ locale }) => locale)];
}
