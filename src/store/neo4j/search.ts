import type { NodeRecord, Properties } from '../../model/snapshot.ts';
import { toGrams } from '../../names/grams.ts';
import { toSigns } from '../../names/signs.ts';
import { type Row, toNode } from '../records.ts';
import type { Transact } from './load.ts';

/** The properties that the full-text indexes `search` and `texts` are over: no part of the graph, and in no answer. */
export const SEARCHED = ['search', 'said'] as const;

const AT_ONCE = 2000;

/** What a node is found by: how it is called, and of an article what it says. */
export function toSearch(node: NodeRecord): Properties {
  if (node.labels.includes('Fact')) return {};
  const search = toGrams(node);
  return node.labels.includes('Article')
    ? { search, said: toSigns(String(node.properties.text ?? '')) }
    : { search };
}

/** Lets all be found that somebody else wrote, or an earlier version. */
export async function completeSearch(write: Transact): Promise<void> {
  for (let going = true; going; )
    await write(async (run) => {
      const found = await run('load/unsearched', { most: AT_ONCE });
      const rows = found.map(({ element, id, labels, properties }) => {
        const node = toNode([id, labels, properties] as Row);
        return { element, ...toSearch(node) };
      });
      if (rows.length > 0) await run('load/set-search', { rows });
      going = rows.length === AT_ONCE;
    });
}
