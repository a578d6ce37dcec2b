import type { Clusters } from './cluster.ts';
import type { AliasContext } from './context.ts';

/** Whether a text is nothing but names of places and zones: 河南省濮阳市, 西咸新区. */
export function isArea(text: string, clusters: Clusters, context: AliasContext): boolean {
  if (context.isPlace(text) || clusters.has('Zone', text) || clusters.has('Place', text)) return true;
  for (let n = 2; n <= text.length - 2; n++)
    if (context.isPlace(text.slice(0, n)) && isArea(text.slice(n), clusters, context)) return true;
  return false;
}
