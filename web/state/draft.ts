/** What somebody has typed of an article and not added yet, by field: another panel may be looked at meanwhile. */
let draft: Readonly<Record<string, string>> = {};

export const articleDraft = {
  get: () => draft,
  put(field: string, text: string): void {
    draft = { ...draft, [field]: text };
  },
  clear(): void {
    draft = {};
  },
};
