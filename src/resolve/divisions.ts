import type { Division } from '../model/seeds.ts';

/** What resolution asks of the list of divisions. */
export interface Divisions {
  /** The division that a form denotes, if it is one for sure; `context` are codes of divisions that it may lie in or hold. */
  readonly find: (form: string, context?: readonly string[]) => Division | undefined;
  /** The division of a code and those above it, the lowest first. */
  readonly chain: (code: string) => readonly Division[];
  /** The divisions that a form begins with, and where they end. */
  readonly prefix: (form: string) => { readonly forms: readonly string[]; readonly end: number };
}
