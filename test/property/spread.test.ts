import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collection } from '../../src/collect/collection.ts';
import { ROUNDS } from '../../src/collect/spread/names.ts';
import { writeJsonLines } from '../../src/exchange/json-lines/write.ts';
import { sortSnapshot } from '../../src/graph/build/records.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { RELATION_ENDS, RELATION_TYPES } from '../../src/model/relation.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { KINDS, kindOf } from '../../src/resolve/rules.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';
import { inLongRun } from '../support/long.ts';
import { judgements, lines } from '../support/random-lines.ts';
import { spreadSnapshot } from '../support/spread.ts';

const dumped = (snapshot: Snapshot): string => [...writeJsonLines(snapshot)].join('');

function byOneProcess(documents: readonly Sample[], judged: readonly Judgement[]): string {
  const collection = new Collection(TEST_SEEDS);
  collection.update({ come: documents, judgements: judged });
  return dumped(sortSnapshot(collection.snapshot()));
}

describe('the steps that an engine spreads', () => {
  it('make the graph that one process makes, in any order, whatever people judged', () => {
    const documents = fc
      .array(fc.tuple(lines, fc.constantFrom(undefined, '2024-05', '2024-05-28')), {
        minLength: 1,
        maxLength: 6,
      })
      .map((all) => all.map(([own, published], i) => sample(`d${i}`, own, published ? { published } : {})));
    fc.assert(
      fc.property(documents, judgements, fc.integer(), (given, judged, seed) => {
        const spread = spreadSnapshot(given, { seeds: TEST_SEEDS, judgements: judged }, seed);
        expect(dumped(spread)).toBe(byOneProcess(given, judged));
      }),
      { numRuns: inLongRun(150, 40) },
    );
  });

  it('make that of the labelled articles, of which two are reprints', () => {
    const given = goldenSamples();
    expect(dumped(spreadSnapshot(given, { seeds: TEST_SEEDS, judgements: [] }, 7))).toBe(
      byOneProcess(given, []),
    );
  });

  it('cut what only a form holds together that too many go by', () => {
    const signs = [...'甲乙丙丁戊己庚辛壬癸'];
    const firms = signs.flatMap((a) => signs.slice(0, 5).map((b) => `晨星${a}${b}科技有限公司`));
    const own = (firm: string, i: number) => [
      `Company ${firm} = 晨星`,
      `Zone 云岭高新区`,
      ...(i % 3 === 0 ? [`Company 远图电子有限公司 = 远图`] : []),
    ];
    const given = [
      ...firms.map((firm, i) => sample(`d${i}`, own(firm, i))),
      sample('short', ['Company 晨星', 'Company 远图']),
    ];
    const spread = spreadSnapshot(given, { seeds: TEST_SEEDS, judgements: [] }, 3);
    expect(dumped(spread)).toBe(byOneProcess(given, []));
    const companies = spread.nodes.filter(({ labels }) => labels.includes('Company'));
    expect(companies.length).toBe(firms.length + 2);
  });

  it('take the kinds of a round together only where none stands beside another of them', () => {
    expect(ROUNDS.flat()).toEqual(KINDS);
    const inward = new Set(['INVESTS_IN']);
    const counting = new Set(['LOCATED_IN', 'PART_OF', 'HOLDS_POST', 'INVESTS_IN']);
    for (const type of RELATION_TYPES.filter((one) => counting.has(one)))
      for (const row of RELATION_ENDS[type])
        for (const from of row.from)
          for (const to of row.to) {
            const [what, beside] = (inward.has(type) ? [to, from] : [from, to]).map(kindOf);
            // A place counts by its division, and a zone beside a zone by its name.
            if (beside === 'Place' || what === beside) continue;
            const round = (kind: typeof what) =>
              ROUNDS.findIndex((kinds) => kinds.some((one) => one === kind));
            expect([type, what, beside, round(beside) < round(what)]).toEqual([type, what, beside, true]);
          }
  });
});
