import type { Mention } from '../model/mention.ts';
import { contains, overlaps } from '../model/span.ts';

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
 * Keep the longest, then the surer, then the leftmost of mentions that overlap; nested ones stay where a name may hold another.
 *
 * The result is in text order, longer before shorter at the same start.
 */
export function resolveOverlaps(mentions: readonly Mention[]): Mention[] {
  const ranked = [...mentions].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      b.confidence - a.confidence ||
      a.start - b.start ||
      (a.rule < b.rule ? -1 : 1),
  );
  const kept: Mention[] = [];
  for (const mention of ranked) {
    const clash = kept.some((other) => {
      if (!overlaps(other, mention)) return false;
      if (other.start === mention.start && other.end === mention.end) return true;
      return !(contains(other, mention) && mayNest(other, mention));
    });
    if (!clash) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
