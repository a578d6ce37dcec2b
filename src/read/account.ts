import type { FileAccount, PassedReason } from '../model/article.ts';

/** Hears of each file that held a document, and of each entry that was passed over, with the reason. */
export type FileListener = (place: string, what: 'read' | PassedReason) => void;

/** Keeps account of files while they are read: `total` tells what it heard so far. */
export function openAccount(): { readonly onFile: FileListener; readonly total: () => FileAccount } {
  const passedOver: { place: string; why: PassedReason }[] = [];
  let read = 0;
  return {
    onFile(place, what) {
      if (what === 'read') read++;
      else passedOver.push({ place, why: what });
    },
    total: () => ({ read, passedOver: [...passedOver] }),
  };
}
