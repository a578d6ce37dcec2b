import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSnapshots, isEmptyChange } from '../../src/graph/diff.ts';
import type { Extraction } from '../../src/model/article.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { applyChange } from '../support/apply-change.ts';
import { buildSnapshot } from '../support/build-snapshot.ts';
import { goldenSamples, type Sample, sample, TEST_SEEDS } from '../support/extraction.ts';
import { resolveEntities } from '../support/resolve.ts';

const NAMES = ['欣旺达', '南昌欣旺达', '南昌欣旺达新能源有限公司', '欣旺达电子股份有限公司', '华创新材'];
const ZONES = ['南昌经开区', '赣江新区经开组团', '经开组团', '赣江新区', '南昌高新区', '新能源产业园'];

/** A small document about the same few things as every other, so that names meet and clash. */
const document = fc
  .record({
    companies: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }),
    zones: fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 3 }),
    split: fc.nat(3),
    type: fc.constantFrom('LOCATED_IN', 'PARTNERS_WITH'),
  })
  .map(({ companies, zones, split, type }) => {
    const head = companies.slice(0, split + 1);
    const rest = companies.slice(split + 1);
    return [
      `Company ${head.join(' = ')}`,
      ...rest.map((name) => `Company ${name}`),
      `Zone ${zones.join(' = ')}`,
      'Official 王伟',
      `${head[0]} -${type}-> ${zones[0]}`,
      `王伟 -HOLDS_POST:主任-> ${zones[0]}`,
    ];
  });

const collection = fc
  .array(document, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((lines, i) => sample(`d${i}`, lines)));

function build(samples: readonly Sample[]): Snapshot {
  const extractions: Extraction[] = samples.map((s) => s.extraction);
  return buildSnapshot(samples, resolveEntities(extractions, TEST_SEEDS), {}, TEST_SEEDS);
}

const shuffled = collection.chain((samples) =>
  fc.tuple(
    fc.constant(samples),
    fc.shuffledSubarray(samples, { minLength: samples.length, maxLength: samples.length }),
  ),
);

describe('resolution and graph', () => {
  it('do not depend on the order of articles', () => {
    fc.assert(
      fc.property(shuffled, ([samples, mixed]) => {
        expect(JSON.stringify(build(mixed))).toBe(JSON.stringify(build(samples)));
      }),
      { numRuns: 150 },
    );
  });

  it('put every entity of every article into exactly one of the collection', () => {
    fc.assert(
      fc.property(collection, (samples) => {
        const { entities } = resolveEntities(
          samples.map((s) => s.extraction),
          TEST_SEEDS,
        );
        const members = entities.flatMap((e) => e.members.map((m) => `${m.document} ${m.entity}`));
        expect(members.length).toBe(samples.reduce((n, s) => n + s.extraction.entities.length, 0));
        expect(new Set(members).size).toBe(members.length);
        expect(new Set(entities.map((e) => e.id)).size).toBe(entities.length);
      }),
      { numRuns: 150 },
    );
  });

  it('turn one graph into the other by their difference, and then no more', () => {
    fc.assert(
      fc.property(collection, collection, (one, other) => {
        const before = build(one);
        const after = build(other);
        const changed = applyChange(before, diffSnapshots(before, after));
        expect(changed).toEqual(after);
        expect(isEmptyChange(diffSnapshots(changed, after))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('take an article out again without a trace', () => {
    const samples = goldenSamples();
    const four = build(samples.slice(1));
    const five = build(samples);
    expect(applyChange(five, diffSnapshots(five, four))).toEqual(four);
  });
});
