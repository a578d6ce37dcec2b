import type { Selection } from '../graph/view.ts';
import type { PanelSize } from './panel-widths.ts';
import { remember } from './remembered.ts';
import { useExplorer } from './store.ts';

/** What needs room for its tables. */
const WIDE: ReadonlySet<Selection['kind']> = new Set([
  'area',
  'profile',
  'compare',
  'pair',
  'review',
  'coverage',
  'ledger',
  'map',
]);

/** The pixels that a panel keeps at least, and that the canvas beside it keeps. */
export const LEAST_PANEL = 320;
const LEAST_CANVAS = 160;

export function panelSizeOf({ kind }: Selection): PanelSize {
  return WIDE.has(kind) ? 'wide' : 'narrow';
}

/** The widest that a panel may be in this window. */
export function mostPanel(): number {
  return Math.max(LEAST_PANEL, innerWidth - LEAST_CANVAS);
}

/** Give panels of a size a width from now on; undefined goes back to that of the style. */
export function setPanelWidth(size: PanelSize, width: number | undefined): void {
  const { [size]: _, ...others } = useExplorer.getState().panelWidths;
  const bounded = width && Math.round(Math.min(mostPanel(), Math.max(LEAST_PANEL, width)));
  const panelWidths = bounded ? { ...others, [size]: bounded } : others;
  remember('panels', JSON.stringify(panelWidths));
  useExplorer.setState({ panelWidths });
}
