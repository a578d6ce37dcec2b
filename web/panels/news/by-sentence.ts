import type { DigestRow } from '../../../src/contract/digest.ts';

/** Rows that rest on the same sentence of an article together, where their first stood; a relation has a page of its own. */
export function bySentence(rows: readonly DigestRow[]): readonly (readonly [DigestRow, ...DigestRow[]])[] {
  const groups = new Map<string, [DigestRow, ...DigestRow[]]>();
  for (const row of rows) {
    const { article, span, relation } = row;
    const key = [article.id, span.start, span.end, relation].join(' ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
