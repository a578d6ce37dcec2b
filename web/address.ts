import { fromFragment, toFragment } from './fragment.ts';
import { useExplorer } from './state.ts';

/**
 * Keep address and state the same, both ways.
 *
 * Every change is a step of the browser's history: Back leads from an article to the evidence it was opened from, and undoes
 * what was hidden; Forward does it again.
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
    history.pushState(null, '', address);
  });
}
