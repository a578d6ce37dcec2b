import type { ArticleAnswer } from '../contract/entity.ts';
import type { Catalogue } from './catalogue.ts';
import { articleText, byDate } from './passage.ts';
import { known, textOf } from './properties.ts';
import { toArticleReference } from './reference.ts';

/**
 * An article with its text, every name in it, and the other articles of its story.
 *
 * @throws {YuantuError} NOT_FOUND
 */
export function toArticleAnswer(catalogue: Catalogue, id: string): ArticleAnswer {
  const article = catalogue.getArticle(id);
  const story = textOf(article.properties, 'story');
  const told = story === undefined ? [] : catalogue.articlesOf(story);
  const reprints = told.filter((other) => other.id !== id);
  return known({
    ...toArticleReference(article),
    author: textOf(article.properties, 'author'),
    text: articleText(article),
    names: catalogue.namesIn(id),
    reprints: reprints.sort(byDate).map(toArticleReference),
  });
}
