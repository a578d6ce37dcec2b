import type { ArticleReference, Passage } from '../../src/contract/reference.ts';
import type { Span } from '../../src/model/span.ts';
import { selectArticle } from '../state/store.ts';
import { Citation } from './citation.tsx';
import { LitText } from './lit-text.tsx';
import { useWords } from './use-words.ts';

/** A sentence that leads to its place in the article, and where it was read, to be cited. */
export function Quote(props: {
  readonly article: ArticleReference;
  readonly span: Span;
  readonly passage: Passage;
}) {
  const words = useWords();
  const { article, span, passage } = props;
  return (
    <>
      <button
        type="button"
        className="quote"
        title={words.readInArticle}
        onClick={() => selectArticle(article.id, span)}
      >
        <LitText {...passage} isPlain isTight />
      </button>
      <Citation article={article} span={span} />
    </>
  );
}
