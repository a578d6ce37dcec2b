import type { TextsAnswer } from '../../contract/texts.ts';
import { toTextQuestion } from '../../names/signs.ts';
import type { Askable } from '../../store/store.ts';
import type { Source } from '../source.ts';
import { bestOf, foldArticle, toTextHit, toWords } from '../text-match.ts';

/** Articles that are judged, the newest first: of words that more hold, the best of so many are told. */
const MOST = 200;

/** The articles whose texts hold all words, folded: the database's full-text index finds them, and they are judged as in memory. */
export async function findTextsAsked(
  store: Askable,
  ask: Source['ask'],
  question: string,
  limit: number,
): Promise<TextsAnswer> {
  const words = toWords(question);
  if (words.length === 0) return { hits: [], total: 0 };
  const parameters = { question: toTextQuestion(words) };
  const [ids = [], [counted] = []] = await store.ask([
    { statement: 'read/neo4j/articles-that-say', parameters: { ...parameters, most: MOST } },
    { statement: 'read/neo4j/count-that-say', parameters },
  ]);
  return ask((catalogue) => {
    const found = ids
      .map(([id]) => {
        const article = catalogue.getArticle(String(id));
        return { article, ...foldArticle(article) };
      })
      // What is not Chinese goes by signs that it shares with others.
      .filter(({ folded }) => words.every((word) => folded.includes(word)));
    const hits = bestOf(found, words, limit).map((article) => toTextHit(article, words));
    return { hits, total: ids.length < MOST ? found.length : Number(counted?.[0]) };
  });
}
