import { useEffect, useState } from 'react';
import type { TextHit, TextsAnswer } from '../../src/contract/texts.ts';
import { api } from '../api/client.ts';
import { titleOf } from '../ui/format.ts';
import { TypeMark } from '../ui/icons.tsx';
import { LitText } from '../ui/lit-text.tsx';
import { useWords } from '../ui/use-words.ts';

/** Milliseconds of rest before texts are looked through: names come first. */
const REST = 160;

/** Articles that are offered under the names. */
const OFFERED = 3;

/** The articles in whose texts the words of a question stand; an older question's never show. */
export function useTexts(question: string): TextsAnswer | undefined {
  const [found, setFound] = useState<{ readonly question: string; readonly answer: TextsAnswer }>();
  useEffect(() => {
    if (question.trim().length < 2) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.texts(question, OFFERED, abort.signal).then(
        (answer) => setFound({ question, answer }),
        // The search for names beside this one says that the server does not answer.
        () => undefined,
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [question]);
  return found?.question === question && question.trim() !== '' ? found.answer : undefined;
}

/** One article with the sentence that holds most of the words. */
export function TextHitLine({ hit }: { readonly hit: TextHit }) {
  const words = useWords();
  const { article, passages } = hit;
  const [best] = passages;
  return (
    <>
      <TypeMark type="Article" />
      <span className="hit-text">
        <span className="hit-quote">{best && <LitText {...shortened(best)} isPlain />}</span>
        <small>
          <cite>{titleOf(article)}</cite>
          {['', article.outlet, article.published ?? words.unknownDate]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </small>
      </span>
    </>
  );
}

/** Characters before the first word that a line of hits has room for. */
const LEAD = 14;

function shortened(passage: TextHit['passages'][number]): TextHit['passages'][number] {
  const first = passage.quotes[0]?.start ?? passage.start;
  const skipped = Math.max(0, first - passage.start - LEAD);
  return skipped === 0
    ? passage
    : { ...passage, start: passage.start + skipped - 1, text: `…${passage.text.slice(skipped)}` };
}
