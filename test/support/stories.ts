import type { ExtractedDocument, Stories } from '../../src/model/resolution.ts';
import { StoryIndex } from '../../src/resolve/reprint.ts';

/** The story of each of some articles. */
export function storiesOf(index: StoryIndex, articles: Iterable<string>): Stories {
  return Object.fromEntries(Array.from(articles, (id) => [id, index.storyOf(id)]));
}

/** The stories of documents, from nothing. */
export function findStories(documents: readonly ExtractedDocument[]): Stories {
  const index = new StoryIndex();
  const articles = documents.flatMap(({ raw, extraction }) =>
    extraction.articles.map((part) => ({ part, source: raw.text })),
  );
  index.update([], articles);
  return storiesOf(
    index,
    articles.map(({ part }) => part.id),
  );
}
