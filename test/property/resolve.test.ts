import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/knowledge/gazetteer.ts';
import type { Extraction } from '../../src/model/article.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { amend, toAmendments } from '../../src/resolve/amend.ts';
import { JudgedPairs } from '../../src/resolve/judged.ts';
import { viewOf } from '../../src/resolve/reference.ts';
import { Resolver } from '../../src/resolve/resolver.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { judgements, lines } from '../support/random-lines.ts';
import { resolveEntities } from '../support/resolve.ts';

const documents = fc
  .array(lines, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((own, i) => sample(`d${i}`, own).extraction));

const resolved = (extractions: readonly Extraction[], judged: readonly Judgement[] = []) => {
  const amendments = toAmendments(judged);
  return resolveEntities(
    extractions.map((one) => amend(one, '', amendments)),
    TEST_SEEDS,
    {},
    judged,
  );
};

describe('resolution', () => {
  it('puts every entity of every document into exactly one, whatever people judged', () => {
    fc.assert(
      fc.property(documents, judgements, (extractions, judged) => {
        const amended = extractions.map((one) => amend(one, '', toAmendments(judged)));
        const { entities } = resolved(extractions, judged);
        const members = entities.flatMap((e) => e.members.map((m) => `${m.document} ${m.entity}`)).sort();
        const all = amended.flatMap((d) => d.entities.map((e) => `${d.articles[0]?.id} ${e.id}`)).sort();
        expect(members).toEqual(all);
        expect(new Set(entities.map((e) => e.id)).size).toBe(entities.length);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of documents', () => {
    fc.assert(
      fc.property(documents, judgements, fc.integer(), (extractions, judged, seed) => {
        const turned = [...extractions].sort(
          (a, b) => ((a.doc.charCodeAt(1) * seed) % 7) - ((b.doc.charCodeAt(1) * seed) % 7),
        );
        expect(resolved(turned, judged)).toEqual(resolved(extractions, judged));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after documents came and went, and judgements changed, as from nothing', () => {
    const step = fc.record({
      at: fc.nat(5),
      lines: fc.option(lines, { nil: undefined }),
      judged: fc.option(judgements, { nil: undefined, freq: 3 }),
    });
    fc.assert(
      fc.property(documents, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
        const resolver = new Resolver(new Gazetteer(TEST_SEEDS.divisions), TEST_SEEDS.zones);
        const kept = new Map(start.map((one) => [one.doc, one]));
        let judged: readonly Judgement[] = [];
        const view = (one: Extraction) =>
          viewOf(amend(one, '', toAmendments(judged)), (article) => article, resolver.divisions);
        const idOf = (one: Extraction) => one.articles[0]?.id ?? '';
        resolver.update({ gone: [], come: start.map(view) });
        for (const { at, lines: own, judged: next } of steps) {
          const name = `d${at}`;
          const old = kept.get(name);
          const fresh = own === undefined ? undefined : sample(name, own).extraction;
          if (fresh === undefined) kept.delete(name);
          else kept.set(name, fresh);
          if (next !== undefined) judged = next;
          // With other judgements any document may say something else.
          const changed = next === undefined ? [name] : [...new Set([name, ...kept.keys()])];
          resolver.update({
            gone: changed.filter((one) => one !== name || old !== undefined).map((one) => `test/${one}.txt`),
            come: changed.flatMap((one) => kept.get(one) ?? []).map(view),
            ...(next === undefined ? {} : { pairs: new JudgedPairs(judged) }),
          });
          const expected = resolved([...kept.values()], judged);
          const got = [...resolver.all()].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(got).toEqual(expected.entities);
          expect(resolver.doubts()).toEqual(expected.doubts);
          for (const one of kept.values())
            for (const { id } of one.entities) expect(resolver.idOf(idOf(one), id)).toBeDefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never joins what a person called different, and what was called the same unless that would join such a pair', () => {
    fc.assert(
      fc.property(documents, judgements, (extractions, judged) => {
        const { entities } = resolved(extractions, judged);
        const bearers = (type: string, name: string) =>
          entities.filter((e) => e.type === type && [e.name, ...e.aliases].includes(name));
        const pairs = judged.flatMap((one) =>
          one.say === 'same' || one.say === 'different'
            ? [
                {
                  say: one.say,
                  left: bearers(one.left.type, one.left.name),
                  right: bearers(one.right.type, one.right.name),
                },
              ]
            : [],
        );
        const parted = pairs.filter(({ say }) => say === 'different');
        for (const { left, right } of parted) expect(left.filter((e) => right.includes(e))).toEqual([]);
        const meet = (a: readonly unknown[], b: readonly unknown[]) => a.some((e) => b.includes(e));
        for (const { say, left, right } of pairs) {
          if (say !== 'same' || left.length === 0 || right.length === 0 || meet(left, right)) continue;
          const stands = parted.some(
            (one) =>
              (meet(one.left, left) && meet(one.right, right)) ||
              (meet(one.left, right) && meet(one.right, left)),
          );
          expect(stands).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
