import { recall } from './remembered.ts';

/** How much room a panel takes: with tables, or without. */
export type PanelSize = 'narrow' | 'wide';

/** The widths that a reader gave the panels, in pixels; of one that is missing the style has its own. */
export type PanelWidths = Readonly<Partial<Record<PanelSize, number>>>;

/** The widths of the last visit; what is none is passed over. */
export function firstPanelWidths(): PanelWidths {
  try {
    const { narrow, wide } = (JSON.parse(recall('panels') ?? '{}') ?? {}) as Record<string, unknown>;
    return {
      ...(typeof narrow === 'number' ? { narrow } : {}),
      ...(typeof wide === 'number' ? { wide } : {}),
    };
  } catch {
    return {};
  }
}
