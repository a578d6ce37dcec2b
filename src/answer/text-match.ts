import type { TextHit } from '../contract/texts.ts';
import type { NodeRecord } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';
import { findAllFolded, fold } from '../names/fold.ts';
import { articleText, sentenceAround, toPassage } from './passage.ts';
import { textOf } from './properties.ts';
import { toArticleReference } from './reference.ts';
import { TopList } from './top.ts';

/** Sentences of an article that are shown, places of a word that are looked at for them, and the shortest word that is searched. */
const SHOWN = 3;
const LOOKED_AT = 40;
const SHORTEST = 2;

/** Up to so many articles the sentence that says most tells the order; above, how near to each other the words first stand. */
const WEIGHED = 400;

interface Match {
  readonly article: NodeRecord;
  /** Whether the title says it all, how many of the words its best sentence holds, and how far apart they stand. */
  readonly isTitled: boolean;
  readonly together: number;
  readonly apart: number;
  readonly published: string;
}

/** An article with its text and title as texts are compared. */
export interface FoldedArticle {
  readonly article: NodeRecord;
  readonly folded: string;
  readonly title: string;
}

/** The text and the title of an article as texts are compared. */
export function foldArticle(article: NodeRecord): Omit<FoldedArticle, 'article'> {
  return { folded: fold(articleText(article)), title: fold(textOf(article.properties, 'title') ?? '') };
}

/** The words of a question, folded; those of one character are passed over. */
export function toWords(question: string): readonly string[] {
  return question
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word.length >= SHORTEST);
}

/** The best of the articles that hold all words. */
export function bestOf(
  articles: readonly FoldedArticle[],
  words: readonly string[],
  limit: number,
): readonly NodeRecord[] {
  const isWeighed = articles.length <= WEIGHED;
  const best = new TopList<Match>(limit, compareMatches);
  for (const article of articles) best.add(toMatch(article, words, isWeighed));
  return best.list().map(({ article }) => article);
}

/** An article with the sentences that hold most of the words. */
export function toTextHit(article: NodeRecord, words: readonly string[]): TextHit {
  const sentences = sentencesWith(articleText(article), words).slice(0, SHOWN);
  return {
    article: toArticleReference(article),
    passages: sentences
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span, quotes }) => toPassage(article, span, quotes, [])),
  };
}

function toMatch(
  { article, folded, title }: FoldedArticle,
  words: readonly string[],
  isWeighed: boolean,
): Match {
  const starts = isWeighed ? [0] : words.map((word) => folded.indexOf(word));
  return {
    article,
    isTitled: words.every((word) => title.includes(word)),
    together: isWeighed && words.length > 1 ? (sentencesWith(articleText(article), words)[0]?.words ?? 0) : 0,
    apart: Math.max(...starts) - Math.min(...starts),
    published: textOf(article.properties, 'published') ?? '',
  };
}

function compareMatches(a: Match, b: Match): number {
  return (
    Number(b.isTitled) - Number(a.isTitled) ||
    b.together - a.together ||
    a.apart - b.apart ||
    (a.published === b.published ? 0 : a.published > b.published ? -1 : 1) ||
    (a.article.id < b.article.id ? -1 : 1)
  );
}

interface Sentence {
  readonly span: Span;
  readonly quotes: Span[];
  /** How many of the words stand in it. */
  words: number;
}

/** The sentences that hold words, those with most of them first, then in text order. */
function sentencesWith(text: string, words: readonly string[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const word of words) {
    const counted = new Set<Sentence>();
    for (const quote of findAllFolded(text, word, LOOKED_AT)) {
      let sentence = sentences.find(({ span }) => span.start <= quote.start && quote.end <= span.end);
      if (sentence === undefined) {
        sentence = { span: sentenceAround(text, quote), quotes: [], words: 0 };
        sentences.push(sentence);
      }
      sentence.quotes.push(quote);
      if (!counted.has(sentence)) sentence.words++;
      counted.add(sentence);
    }
  }
  for (const { quotes } of sentences) quotes.sort((a, b) => a.start - b.start);
  return sentences.sort((a, b) => b.words - a.words || a.span.start - b.span.start);
}
