import type { Sentence } from '../../model/article.ts';
import { firstFrom } from '../../model/nearby.ts';
import type { Span } from '../../model/span.ts';

/** A row of a table as it is read: 项目名称:晨星电池项目,总投资:12亿元。 */
const ROW = /^[^:,。]{1,16}:[^:。]{1,300},[^:,。]{1,16}:/u;

/** Whether a sentence of the cleaned text is a row of a table or a form, which tells of what it names alone. */
export function isRow(text: string, { start, end }: Span): boolean {
  return ROW.test(text.slice(start, Math.min(end, start + 350)));
}

/** Whether a place in a row is in the name of a cell, and so says nothing of what the row tells of. */
export function isInLabel(text: string, { end }: Span, row: Span): boolean {
  return /^[^,。:]{0,16}:/u.test(text.slice(end, Math.min(row.end, end + 17)));
}

/** Whether two places stand in two rows: what is told of one is not told of the other. */
export function areInTwoRows(
  { text, sentences }: { readonly text: string; readonly sentences: readonly Sentence[] },
  [a, b]: readonly [Span, Span],
): boolean {
  const [one, other] = [a, b].map(({ start }) => sentences[firstFrom(sentences, start + 1) - 1]);
  return one !== other && one !== undefined && other !== undefined && isRow(text, one) && isRow(text, other);
}
