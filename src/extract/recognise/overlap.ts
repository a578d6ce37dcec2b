import type { Mention } from '../../model/mention.ts';
import { contains } from '../../model/span.ts';
import { SpanIndex } from '../../model/span-index.ts';
import type { Trace } from '../../model/trace.ts';

/** Which mention may stand inside a longer one of another type: the builder or place at the head of a name. */
function mayNest(outer: Mention, inner: Mention): boolean {
  if (inner.type === 'Place') return false;
  if (outer.type === 'Project')
    return inner.type === 'Company' && inner.start === outer.start && inner.end < outer.end - 1;
  if (outer.type === 'Zone') return inner.type === 'Zone';
  if (outer.type === 'Organization') return inner.type === 'Zone' && inner.start === outer.start;
  return false;
}

/**
 * Keep the likelier of mentions that overlap, length counting a little; nested ones stay where a name may hold another.
 *
 * The result is in text order, longer before shorter at the same start.
 */
export function resolveOverlaps(mentions: readonly Mention[], trace?: Trace): Mention[] {
  const weight = (m: Mention): number => m.confidence + 0.02 * Math.min(12, m.end - m.start);
  const ranked = [...mentions].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      (a.rule < b.rule ? -1 : 1),
  );
  const kept: Mention[] = [];
  const index = new SpanIndex<Mention>();
  for (const mention of ranked) {
    const clash = index.touching(mention.start, mention.end).find((other) => {
      if (other.start === mention.start && other.end === mention.end) return true;
      return (
        !(contains(other, mention) && mayNest(other, mention)) &&
        !(contains(mention, other) && mayNest(mention, other))
      );
    });
    if (clash === undefined) {
      kept.push(mention);
      index.add(mention);
    } else trace?.lost(mention, clash);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
