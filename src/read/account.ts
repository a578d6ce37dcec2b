import type { FileAccount, PassedReason } from '../model/article.ts';

/** Hears of each file that held a document, of each entry that was passed over, with the reason, and of what was mended in one. */
export type FileListener = (place: string, what: 'read' | PassedReason | { readonly note: string }) => void;

/** Keeps account of files while they are read: `total` tells what it heard so far. */
export function openAccount(): { readonly onFile: FileListener; readonly total: () => FileAccount } {
  const passedOver: { place: string; why: PassedReason }[] = [];
  const notes: { place: string; note: string }[] = [];
  let read = 0;
  return {
    onFile(place, what) {
      if (what === 'read') read++;
      else if (typeof what === 'object') notes.push({ place, note: what.note });
      else passedOver.push({ place, why: what });
    },
    total: () => ({ read, passedOver: [...passedOver], ...(notes.length > 0 ? { notes: [...notes] } : {}) }),
  };
}
