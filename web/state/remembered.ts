/** What the browser remembers of a reader, by the keys of its storage. */
const KEYS = {
  locale: 'yuantu.locale',
  theme: 'yuantu.theme',
  by: 'yuantu.by',
  followed: 'yuantu.followed',
  summary: 'yuantu.summary',
  panels: 'yuantu.panels',
} as const;

/** A remembered choice; a browser that keeps nothing is no error. */
export function recall(name: keyof typeof KEYS): string | null {
  try {
    return localStorage.getItem(KEYS[name]);
  } catch {
    return null;
  }
}

/** Remember a choice for the next visit. */
export function remember(name: keyof typeof KEYS, value: string): void {
  try {
    localStorage.setItem(KEYS[name], value);
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
}
