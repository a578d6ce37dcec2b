import { nearby } from '../../model/nearby.ts';
import { startsWithLevel } from '../../names/division.ts';
import type { Clusters } from './cluster.ts';

/**
 * Join forms of one body: with or without the place in front (合肥市庐江县妇联, 庐江县妇联), and with its level alone (县妇联),
 * where only one body of the article fits.
 */
export function aliasOrganizations(clusters: Clusters, isArea: (text: string) => boolean): void {
  const forms = clusters.forms('Organization');
  for (const [i, short] of forms.entries()) {
    if (short.length < 3) continue;
    const byLevel = startsWithLevel(short);
    const long = nearby(forms, i).filter((form) => {
      const front = form.slice(0, -short.length);
      return (
        front.length >= 2 && form.endsWith(short) && (isArea(front) || (byLevel && isArea(front + short[0])))
      );
    });
    const roots = clusters.apart('Organization', long);
    if (roots.length === 1 && roots[0] !== undefined) clusters.join('Organization', roots[0], short);
  }
}
