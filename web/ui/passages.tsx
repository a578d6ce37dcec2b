import type { Passage } from '../../src/contract/reference.ts';
import { selectArticle } from '../state/store.ts';
import { LitText } from './lit-text.tsx';
import { useWords } from './use-words.ts';

/** Places of an article that name something, each a way to it in the article. */
export function Passages({
  article,
  passages,
}: {
  readonly article: string;
  readonly passages: readonly Passage[];
}) {
  const words = useWords();
  return passages.map((passage) => (
    <button
      key={passage.start}
      type="button"
      className="passage"
      title={words.readInArticle}
      onClick={() =>
        selectArticle(article, { start: passage.start, end: passage.start + passage.text.length })
      }
    >
      <LitText {...passage} isPlain />
    </button>
  ));
}
