import { useEffect, useRef } from 'react';
import type { ArticleAnswer } from '../../src/contract/entity.ts';
import type { Span } from '../../src/model/span.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Citation } from '../ui/citation.tsx';
import { Cite } from '../ui/cite.tsx';
import { titleOf } from '../ui/format.ts';
import { TypeMark } from '../ui/icons.tsx';
import { LitText } from '../ui/lit-text.tsx';
import { useWords } from '../ui/use-words.ts';
import { Waiting } from '../ui/waiting.tsx';
import { CorrectArticle } from './review/correct-article.tsx';

/** Lines shorter than this, in the middle, mean that the text was cut into the lines of a printed column. */
const COLUMN = 30;

/** Whether the text keeps the lines of print, as of a PDF: then a blank line between them parts nothing. */
function isColumn(text: string): boolean {
  const lengths = text.split('\n').flatMap((line) => line.trim().length || []);
  return (lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? COLUMN) < COLUMN;
}

/** A whole article; `at` is the stretch to light and scroll to. */
export function ArticlePanel({ id, at }: { readonly id: string; readonly at?: Span }) {
  const { value, failure } = useAnswer(id, (signal) => api.article(id, signal));
  return value ? <Article article={value} {...(at ? { at } : {})} /> : <Waiting failure={failure} />;
}

function Article({ article, at }: { readonly article: ArticleAnswer; readonly at?: Span }) {
  const words = useWords();
  const text = useRef<HTMLDivElement>(null);
  const entities = new Set(article.names.map(({ entity }) => entity.id)).size;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place in the same article scrolls there.
  useEffect(() => {
    text.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [at]);

  const about = [article.outlet, article.published ?? words.unknownDate, article.author].filter(Boolean);
  return (
    <article className="reading">
      <header>
        <p className="kind type-Article">
          <TypeMark type="Article" />
          {words.types.Article}
        </p>
        <h2>{titleOf(article)}</h2>
        <p className="citation">
          <span>{[...about, words.namesInText(entities)].join(' · ')}</span>
          <Cite article={article.id} span={at} />
        </p>
        {article.url && (
          <a className="link" href={article.url} rel="noreferrer" target="_blank">
            {article.url}
          </a>
        )}
        <CorrectArticle article={article} />
      </header>
      <div ref={text} className="text" lang="zh-CN">
        <LitText
          text={article.text}
          start={0}
          names={article.names}
          quotes={at ? [at] : []}
          isTight={isColumn(article.text)}
        />
      </div>
      {article.reprints.length > 0 && (
        <section>
          <h3>
            {words.reprints}
            <span className="tally">{article.reprints.length}</span>
          </h3>
          {article.reprints.map((reprint) => (
            <Citation key={reprint.id} article={reprint} isLinked />
          ))}
        </section>
      )}
    </article>
  );
}
