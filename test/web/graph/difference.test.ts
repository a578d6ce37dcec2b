import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toChangesAnswer } from '../../../src/answer/changes.ts';
import { toGraphAnswer } from '../../../src/answer/graph.ts';
import { openHeldSource } from '../../../src/answer/held-source.ts';
import { diffSnapshots } from '../../../src/graph/diff.ts';
import { withDifference } from '../../../web/graph/difference.ts';
import { applyStore } from '../../support/apply-store.ts';
import { randomNews } from '../../support/random-news.ts';

it('makes of the graph of any earlier version the one that the server has now', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomNews, { minLength: 2, maxLength: 5 }), async (graphs) => {
      const store = applyStore();
      const source = openHeldSource(store);
      const drawn = async () => {
        const { catalogue, version } = await source.get();
        return toGraphAnswer(catalogue, version);
      };
      const earlier = [await drawn()];
      for (const graph of graphs) {
        await store.apply(diffSnapshots(await store.read(), graph));
        const now = await drawn();
        for (const before of earlier) {
          const changes = await toChangesAnswer(source, before.version);
          if (changes.everything) throw new Error('a small change is told');
          expect(withDifference(before, changes)).toEqual(now);
        }
        earlier.push(now);
      }
    }),
    { numRuns: 40 },
  );
});

it('is told that everything may have changed since a version that nobody remembers', async () => {
  const source = openHeldSource(applyStore());
  const { version } = await source.get();
  expect(await toChangesAnswer(source, 'another')).toEqual({ version, everything: true });
});
