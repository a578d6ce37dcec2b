/** Who may do what: a reader reads and queries, a reviewer judges too, an editor changes what is stored. Each may do what those before may. */
export const ROLES = ['reader', 'reviewer', 'editor'] as const;

export type Role = (typeof ROLES)[number];
