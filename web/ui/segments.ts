import type { LitName } from '../../src/contract/reference.ts';
import type { Span } from '../../src/model/span.ts';

/** A stretch of text with one look throughout. Where names overlap, the innermost counts. */
export interface Segment extends Span {
  readonly text: string;
  readonly name?: LitName;
  readonly isQuote: boolean;
}

/** Cut a text that begins at `start` wherever a name or a quote begins or ends. The segments tile the text. */
export function toSegments(
  text: string,
  start: number,
  names: readonly LitName[],
  quotes: readonly Span[],
): Segment[] {
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const span of [...names, ...quotes]) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const byLength = [...names].sort((a, b) => a.end - a.start - (b.end - b.start));
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const holds = (span: Span) => span.start <= from && to <= span.end;
    const name = byLength.find(holds);
    const part = { start: from, end: to, text: text.slice(from - start, to - start) };
    return name ? { ...part, name, isQuote: quotes.some(holds) } : { ...part, isQuote: quotes.some(holds) };
  });
}
