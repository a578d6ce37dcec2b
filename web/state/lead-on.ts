import type { Selection } from '../graph/view.ts';
import { toFragment } from './fragment.ts';
import { select, useExplorer } from './store.ts';

/** Put the id that a correction gave in the place of the one that a link had, in the address too: Back does not meet the old one. */
export function leadOn(from: string, to: string): void {
  const state = useExplorer.getState();
  const { selection } = state;
  if (from === to || !selection || !('id' in selection) || selection.id !== from) return;
  const led = { ...selection, id: to };
  history.replaceState(
    null,
    '',
    `${location.pathname}${location.search}${toFragment({ ...state, selection: led })}`,
  );
  useExplorer.setState({ selection: led });
}

/** Close the panel of something that is no more, if it is still open. */
export function closeIfOpen(kind: Selection['kind'], id: string): void {
  const { selection } = useExplorer.getState();
  if (selection?.kind === kind && 'id' in selection && selection.id === id) select(undefined);
}
