/** Paths that are given, steps that one may be long, and turnings that are looked at before it is given up. */
export const PATH_LIMITS = { paths: 200, length: 6, turnings: 200_000 } as const;

const MEGABYTE = 1024 * 1024;

/** Bytes of a body at most, where the server's own limit is too small. */
export const BODY_LIMITS = { files: 48 * MEGABYTE, ids: 16 * MEGABYTE } as const;

/** Characters that an id, a statement, a search and the text of something kept may have. */
export const LENGTH_LIMITS = { id: 2000, statement: 20_000, search: 200, kept: 500_000 } as const;
