/** What the interface says where texts are searched, things are compared and places are on a map. */
export interface FindWords {
  readonly inTexts: (articles: number) => string;
  readonly allTexts: (articles: number) => string;
  readonly sentence: string;
  readonly sentences: string;
  readonly openRow: (name: string) => string;
  readonly shared: (what: string, count: number) => string;
  readonly largest: string;
  readonly group: (companies: number) => string;
  readonly below: string;
  readonly mapHint: string;
  readonly mapSource: string;
  readonly level: string;
  readonly levels: Readonly<Record<'province' | 'city', string>>;
  readonly measure: string;
  readonly projects: (count: number) => string;
  readonly noPlaces: string;
  readonly unplaced: (places: number) => string;
  readonly league: (title: string) => string;
  readonly narrow: (shown: number) => string;
}
