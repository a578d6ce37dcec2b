import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/resolve/index.ts';
import { loadSeeds } from '../../src/seeds.ts';
import { goldenSamples } from '../support/extraction.ts';

/** The things that more than one of the labelled articles names, each as `ARTICLE:ENTITY` of test/golden; all others are apart. */
const SAME = JSON.parse(
  readFileSync('test/resolve/golden-same.json', 'utf8'),
) as readonly (readonly string[])[];

/** B-cubed precision of clusters against others over the same items; the other way round it is the recall. */
function bCubed(found: readonly (readonly string[])[], key: readonly (readonly string[])[]): number {
  const clusterOf = new Map(
    key.flatMap((cluster) => cluster.map((item) => [item, new Set(cluster)] as const)),
  );
  const shares = found.flatMap((cluster) =>
    cluster.map((item) => cluster.filter((one) => clusterOf.get(item)?.has(one)).length / cluster.length),
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe('the labelled articles together', () => {
  const samples = goldenSamples();
  const items = samples.flatMap(({ extraction: { doc, entities } }) =>
    entities.map(({ id }) => `${doc.slice(0, 3)}:${id}`),
  );
  const shared = new Set(SAME.flat());
  const key = [...SAME, ...items.filter((item) => !shared.has(item)).map((item) => [item])];

  it('have a key that names each thing once', () => {
    expect(key.flat().sort()).toEqual([...items].sort());
  });

  it('become the things of the key: B³ is 1', () => {
    const { entities } = resolveEntities(
      samples.map(({ extraction }) => extraction),
      loadSeeds(),
    );
    const found = entities
      .map(({ members }) =>
        members.map(({ document, entity }) => `${document.split('/').at(-1)?.slice(0, 3)}:${entity}`),
      )
      .filter((members) => members.length > 0);
    const [precision, recall] = [bCubed(found, key), bCubed(key, found)];
    console.log(
      `${items.length} entities, ${key.length} things: B³ P ${precision.toFixed(3)}, R ${recall.toFixed(3)}`,
    );
    expect({ precision, recall, items: found.flat().length }).toEqual({
      precision: 1,
      recall: 1,
      items: items.length,
    });
  });
});
