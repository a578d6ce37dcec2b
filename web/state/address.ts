import { fromFragment, toFragment } from './fragment.ts';
import { useExplorer } from './store.ts';

/** Milliseconds of rest after which a movement of the camera or a typed statement stands in the address. */
const REST = 300;

const STEPS = ['selection', 'filter', 'opened', 'picked', 'pins', 'places', 'look'] as const;

/**
 * Keep address and state the same, both ways.
 *
 * Every step is one of the browser's history: Back leads from an article to the evidence it was opened from, and undoes what
 * was hidden; Forward does it again. Where the camera is, what is typed, and time that passes only change the address of the present step.
 */
export function followAddress(): void {
  let isReading = false;
  let rest = 0;
  const read = () => {
    isReading = true;
    useExplorer.setState({ ...fromFragment(location.hash), isReturn: true });
    isReading = false;
  };
  const write = (isStep: boolean) => {
    clearTimeout(rest);
    const fragment = toFragment(useExplorer.getState());
    if (fragment === location.hash) return;
    const address = `${location.pathname}${location.search}${fragment}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };
  read();
  addEventListener('popstate', read);
  useExplorer.subscribe((state, before) => {
    if (isReading) return;
    const isOwnStep = state.filter === before.filter || state.past !== before.past;
    if (isOwnStep && STEPS.some((part) => state[part] !== before[part])) write(true);
    else if (
      state.filter !== before.filter ||
      state.camera !== before.camera ||
      state.statement !== before.statement
    ) {
      clearTimeout(rest);
      rest = window.setTimeout(write, REST, false);
    }
  });
}
