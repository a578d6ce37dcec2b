import { useState } from 'react';
import type { ArticleMentions } from '../../../src/contract/reference.ts';
import { Citation } from '../../ui/citation.tsx';
import { Passages } from '../../ui/passages.tsx';
import { useWords } from '../../ui/use-words.ts';

/** Passages shown before the reader asks for more. */
const FIRST = 3;

/** What names the entity in one article. */
export function Mentions({ mentions }: { readonly mentions: ArticleMentions }) {
  const words = useWords();
  const { article, count, passages } = mentions;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? passages : passages.slice(0, FIRST);
  return (
    <div className="source">
      <Citation article={article} note={words.mentionCount(count)} isLinked />
      <Passages article={article.id} passages={shown} />
      {passages.length > FIRST && (
        <button type="button" className="link more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.moreOf(passages.length - shown.length)}
        </button>
      )}
    </div>
  );
}
