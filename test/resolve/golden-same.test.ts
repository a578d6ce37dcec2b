import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import { bCubed, goldenKey, itemOf } from '../support/b-cubed.ts';
import { goldenSamples } from '../support/extraction.ts';
import { resolveEntities } from '../support/resolve.ts';

describe('the labelled articles together', () => {
  const samples = goldenSamples();
  const items = samples.flatMap(({ extraction: { doc, entities } }) =>
    entities.map(({ id }) => itemOf(doc, id)),
  );
  const key = goldenKey();

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
        members.map(({ document, entity }) => itemOf(document.split('/').at(-1) ?? '', entity)),
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
