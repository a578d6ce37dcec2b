/**
 * The codes of every error that Yuantu raises itself. A code is stable; the message may change.
 *
 * `INPUT` a file or article that cannot be read · `SEED` a wrong row in seeds/ · `SETTING` a wrong flag or environment value ·
 * `FILE` a file of ours, or standard output, that cannot be written · `STORE` the database refused or is not there · `STORE_BUSY` another process holds it · `QUERY` a statement that the store
 * does not accept · `UNAUTHENTICATED` no token, or a wrong one · `FORBIDDEN` a write where only reads are allowed · `NOT_FOUND` ·
 * `METHOD` nothing that an address does · `TIMEOUT` a request that did not come in time · `LIMIT` too large or too long ·
 * `RATE` too many requests · `BUSY` too many at once, or stopping · `INTERNAL`
 */
export const ERROR_CODES = [
  'INPUT',
  'SEED',
  'SETTING',
  'FILE',
  'STORE',
  'STORE_BUSY',
  'QUERY',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD',
  'TIMEOUT',
  'LIMIT',
  'RATE',
  'BUSY',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that says what we got, what we expected and what to do. `cause` holds the error underneath, where there is one. */
export class YuantuError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'YuantuError';
    this.code = code;
  }
}
