import { fromFragment, toFragment } from './fragment.ts';
import { useExplorer } from './state.ts';

/**
 * Keep address and state the same, both ways.
 *
 * A new selection is a new step of the browser's history, so that Back leads from an article to the evidence it was opened
 * from; a change of filter only rewrites the current step.
 */
export function followAddress(): void {
  const read = () => useExplorer.setState(fromFragment(location.hash));
  read();
  addEventListener('popstate', read);
  useExplorer.subscribe((state, before) => {
    if (state.selection === before.selection && state.filter === before.filter) return;
    const fragment = toFragment({ selection: state.selection, filter: state.filter });
    if (fragment === location.hash) return;
    const address = `${location.pathname}${location.search}${fragment}`;
    if (state.selection === before.selection) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
}
