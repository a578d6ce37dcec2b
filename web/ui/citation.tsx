import type { ArticleReference } from '../../src/contract/reference.ts';
import { selectArticle } from '../state/store.ts';
import { titleOf } from './format.ts';
import { useWords } from './use-words.ts';

/** Where something was read: outlet, date and title; linked, the title opens the article. */
export function Citation(props: {
  readonly article: ArticleReference;
  readonly note?: string;
  readonly isLinked?: boolean;
}) {
  const words = useWords();
  const { article, note, isLinked } = props;
  const title = titleOf(article);
  return (
    <p className="citation">
      {isLinked ? (
        <button type="button" className="link" onClick={() => selectArticle(article.id)}>
          {title}
        </button>
      ) : (
        <cite>{title}</cite>
      )}
      <span>
        {[article.outlet, article.published ?? words.unknownDate, note].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}
