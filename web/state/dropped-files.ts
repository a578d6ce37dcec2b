let files: readonly File[] = [];
let taker: ((files: readonly File[]) => void) | undefined;

/** Files that were dropped on the page, kept until the panel that takes them is there. */
export const droppedFiles = {
  put(dropped: readonly File[]): void {
    if (taker) taker(dropped);
    else files = dropped;
  },
  /** Take what waits and what comes, until the answer is called. */
  take(take: (files: readonly File[]) => void): () => void {
    taker = take;
    if (files.length > 0) take(files);
    files = [];
    return () => {
      taker = undefined;
    };
  },
};
