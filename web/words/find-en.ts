import type { FindWords } from './find-words.ts';

/** What the interface says where texts are searched, things are compared and places are on a map, in English. */
export const find: FindWords = {
  inTexts: (articles) =>
    articles === 0
      ? 'No article has these words.'
      : `In the text of ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  allTexts: (articles) => `All ${articles} articles whose text has it`,
  sentence: 'Sentence',
  sentences: 'Sentences',
  openRow: (name) => `Sentences on ${name}`,
  shared: (what, count) => `Shared: ${what} ${count}`,
  largest: 'Largest projects',
  group: (companies) => `with ${companies} ${companies === 1 ? 'company' : 'companies'} below it`,
  below: 'Below it',
  mapHint: 'The larger a dot, the more is invested (or built) there; it opens the place.',
  mapSource:
    'Dots stand at the seats of places, by GeoNames (CC BY 4.0), 86 of them by hand; no borders are drawn.',
  level: 'Level',
  levels: { province: 'Provinces', city: 'Cities' },
  measure: 'Size',
  projects: (count) => `${count} ${count === 1 ? 'project' : 'projects'}`,
  noPlaces: 'No province or city has a project yet.',
  unplaced: (places) =>
    `${places} more places (counties and others) are not on the map; they count in what they lie in.`,
  league: (title) => `${title}, in order`,
  narrow: (shown) => `The first ${shown}; one more word narrows them down.`,
};
