/** Where a node is drawn: in pixels of the unzoomed picture, to one decimal. */
export interface Position {
  readonly x: number;
  readonly y: number;
}
