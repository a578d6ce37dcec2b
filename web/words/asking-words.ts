/** What a name in a statement may be. */
export type NameKind = 'label' | 'relationship' | 'property';

/** What the console says beside the words that others say too. */
export interface AskingWords {
  /** The headings of answers, by what the ready questions call their columns; other columns go by their own names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  /** Values of the ready questions that are no state of a project. */
  readonly changes: Readonly<Record<string, string>>;
  /** That the graph has nothing by a name, and what is like it. */
  readonly stranger: (kind: NameKind, name: string, like: string | undefined) => string;
  /** That the answer is that of another statement than the one in the field. */
  readonly stale: string;
}
