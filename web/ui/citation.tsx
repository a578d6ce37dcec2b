import type { ArticleReference } from '../../src/contract/reference.ts';
import type { Span } from '../../src/model/span.ts';
import { selectArticle } from '../state/store.ts';
import { Cite } from './cite.tsx';
import { titleOf } from './format.ts';
import { useWords } from './use-words.ts';

/** Where something was read: outlet, date and title; linked, the title opens the article. */
export function Citation(props: {
  readonly article: ArticleReference;
  readonly note?: string;
  readonly isLinked?: boolean;
  /** The words that can be cited; absent where there is nothing to cite but the article. */
  readonly span?: Span | undefined;
}) {
  const words = useWords();
  const { article, note, isLinked, span } = props;
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
      {span && <Cite article={article.id} span={span} />}
    </p>
  );
}
