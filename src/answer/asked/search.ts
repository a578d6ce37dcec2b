import { setImmediate } from 'node:timers/promises';
import type { SearchAnswer } from '../../contract/list.ts';
import { toLucene } from '../../names/grams.ts';
import { toNode } from '../../store/records.ts';
import type { Askable } from '../../store/store.ts';
import { compareMatches, type Match, matchEntry, toEntry, toHit, wordsOf } from '../match.ts';
import type { Source } from '../source.ts';
import { TopList } from '../top.ts';

/** What the index gives at most, its likeliest first: of a word that more names hold, the best of so many are told. */
const MOST = 5000;

/** Names matched before other work gets its turn. */
const AT_ONCE = 200;

/** What is called or spelt as asked: the database's full-text index finds what may be meant, and it is judged as a graph in memory is. */
export async function findAsked(
  store: Askable,
  ask: Source['ask'],
  question: string,
  limit: number,
): Promise<SearchAnswer> {
  const words = wordsOf(question);
  if (words.length === 0) return { hits: [], total: 0 };
  const parameters = { question: toLucene(words) };
  const [rows = []] = await store.ask([
    { statement: 'read/neo4j/search', parameters: { ...parameters, most: MOST } },
  ]);
  const best = new TopList<Match>(limit, compareMatches);
  let total = 0;
  for (const [i, [id, labels, properties, count]] of rows.entries()) {
    if (i % AT_ONCE === 0) await setImmediate();
    const entry = toEntry(toNode([id ?? null, labels ?? [], properties ?? {}]));
    const match = matchEntry(entry, words, () => Number(count));
    if (match === undefined) continue;
    total++;
    best.add(match);
  }
  if (rows.length === MOST) {
    const [[counted] = []] = await store.ask([{ statement: 'read/neo4j/search-count', parameters }]);
    total = Number(counted?.[0] ?? total);
  }
  const hits = await ask((catalogue) => best.list().map((match) => toHit(catalogue, match)));
  return { hits, total };
}
