/** A division of the administration, as far as a post tells of it. */
export interface DivisionKind {
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
}

/** What the relation rules ask of the world outside the document. */
export interface RelationLore {
  /** Whether a title is one of government, or of a company, when nothing else tells. */
  readonly isGovernment: (title: string) => boolean;
  readonly isCompany: (title: string) => boolean;
  /** The divisions that a name may mean. */
  readonly divisions: (name: string) => readonly DivisionKind[];
  /** The names, full and bare, of the divisions that one of a name lies in. */
  readonly divisionsAbove: (name: string) => readonly string[];
}
