import type { ArticleAnswer } from '../../../src/contract/entity.ts';
import type { ArticleProperty } from '../../../src/model/judgement.ts';
import { closeIfOpen } from '../../state/lead-on.ts';
import { titleOf } from '../../ui/format.ts';
import { useWords } from '../../ui/use-words.ts';
import { AddRelation } from './add-relation.tsx';
import { WrongButton } from './corrections.tsx';

/** What can be put right of an article: what is known of it, what it tells beside what was found, and that it is here at all. */
export function CorrectArticle({ article }: { readonly article: ArticleAnswer }) {
  const words = useWords();
  const { id } = article;
  const properties = Object.keys(words.review.ofArticle) as ArticleProperty[];
  const near = [...new Map(article.names.map(({ entity }) => [entity.id, entity])).values()];
  return (
    <div className="correct">
      <AddRelation near={near} article={article} />
      <WrongButton
        label={words.review.wrongArticle}
        corrections={[
          ...properties.map((property) => ({
            name: property,
            label: words.review.ofArticle[property],
            isText: true as const,
            start: property === 'title' ? titleOf(article) : (article[property] ?? ''),
            ...(property === 'published' ? { hint: words.review.dateHint } : {}),
            toJudgement: (right: string) => ({ say: 'article' as const, article: id, property, right }),
          })),
          {
            name: 'gone',
            label: words.review.goes.article,
            toJudgement: () => ({ say: 'article' as const, article: id }),
            onDone: () => closeIfOpen('article', id),
          },
        ]}
      />
    </div>
  );
}
