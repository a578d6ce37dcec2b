import type { Found } from './walk.ts';

/** What a file held: the ids of its documents, in their order, and what had to be mended in it. */
export interface FileHeld {
  readonly documents: readonly string[];
  readonly notes: readonly { readonly place: string; readonly note: string }[];
}

/** What is remembered of files, each of a source, so that one that is as it was need not be understood again. */
export interface FileMemory {
  /** What a file held, if it is as it was. */
  find(file: Found, source: string): FileHeld | undefined;
  /** Hears of a file that was not read, since it is as it was. */
  pass(file: Found, held: FileHeld): void;
  /** Hears of a file of which all could be read. */
  add(file: Found, source: string, held: FileHeld): void;
}

/** Remembers nothing. */
export const NO_MEMORY: FileMemory = { find: () => undefined, pass: () => {}, add: () => {} };
