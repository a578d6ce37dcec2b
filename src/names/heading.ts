import type { NodeRecord } from '../model/snapshot.ts';

/** Letters of an article's first line that stand for a title that it has not. */
const OPENING = 24;

/** The first words of an article; undefined where nothing is written. */
export function openingOf({ properties: { text } }: NodeRecord): string | undefined {
  if (typeof text !== 'string') return undefined;
  const [line = ''] = text
    .trimStart()
    .slice(0, 4 * OPENING)
    .split('\n', 1);
  const letters = Array.from(line.trim());
  if (letters.length === 0) return undefined;
  return letters.length <= OPENING ? letters.join('') : `${letters.slice(0, OPENING).join('')}…`;
}

/** What an article goes by: its title, or else its first words. */
export function headingOf(article: NodeRecord): string {
  const { title } = article.properties;
  return typeof title === 'string' && title !== '' ? title : (openingOf(article) ?? article.id);
}
