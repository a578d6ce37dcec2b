import { readFileSync } from 'node:fs';
import { goldenSamples } from './extraction.ts';

type Clusters = readonly (readonly string[])[];

/** The things that more than one of the labelled articles names, each as `ARTICLE:ENTITY` of test/golden; all others are apart. */
const SAME = JSON.parse(readFileSync('test/resolve/golden-same.json', 'utf8')) as Clusters;

/** An entity of test/golden as the key names it. */
export function itemOf(doc: string, entity: string): string {
  return `${doc.slice(0, 3)}:${entity}`;
}

/** Every labelled entity, those that are one thing together. */
export function goldenKey(): Clusters {
  const shared = new Set(SAME.flat());
  const items = goldenSamples().flatMap(({ extraction: { doc, entities } }) =>
    entities.map(({ id }) => itemOf(doc, id)),
  );
  return [...SAME, ...items.filter((item) => !shared.has(item)).map((item) => [item])];
}

/** B-cubed precision of clusters against others over the same items; the other way round it is the recall. */
export function bCubed(found: Clusters, key: Clusters): number {
  const clusterOf = new Map(
    key.flatMap((cluster) => cluster.map((item) => [item, new Set(cluster)] as const)),
  );
  const shares = found.flatMap((cluster) =>
    cluster.map((item) => cluster.filter((one) => clusterOf.get(item)?.has(one)).length / cluster.length),
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
