import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/knowledge/gazetteer.ts';
import type { Extraction } from '../../src/model/article.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { amend, toAmendments } from '../../src/resolve/amend.ts';
import { JudgedPairs } from '../../src/resolve/judged.ts';
import { viewOf } from '../../src/resolve/reference.ts';
import { Resolver } from '../../src/resolve/resolver.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';
import { resolveEntities } from '../support/resolve.ts';

const ZONES = ['南昌经开区', '南昌经济技术开发区', '赣江新区', '赣江新区经开组团', '经开组团', '南昌高新区'];
const COMPANIES = ['欣旺达', '南昌欣旺达新能源有限公司', '欣旺达电子股份有限公司', '华创新材'];
const PROJECTS = ['华创新材项目', '年产10万吨锂电铜箔项目', '秋樱路'];
const PEOPLE = ['王伟', '李明'];
const PLACES = ['南昌市', '南昌', '鼓楼区', '南京市', '徐州'];

const oneOf = (names: readonly string[]) => fc.constantFrom(...names);
const zone = fc.tuple(oneOf(ZONES), fc.option(oneOf(ZONES), { nil: undefined, freq: 4 }));
const company = fc.tuple(oneOf(COMPANIES), fc.option(oneOf(COMPANIES), { nil: undefined, freq: 4 }));
const line = (type: string, [name, alias]: readonly [string, string | undefined]): string =>
  `${type} ${name}${alias === undefined || alias === name ? '' : ` = ${alias}`}`;

/** The lines of a small document: a few things, and where they lie. */
const lines = fc
  .record({
    zones: fc.uniqueArray(zone, { maxLength: 2, selector: ([name]) => name }),
    companies: fc.uniqueArray(company, { maxLength: 2, selector: ([name]) => name }),
    project: fc.option(oneOf(PROJECTS), { nil: undefined }),
    person: fc.option(oneOf(PEOPLE), { nil: undefined }),
    place: fc.option(oneOf(PLACES), { nil: undefined }),
    subsidiary: fc.boolean(),
  })
  .map(({ zones, companies, project, person, place, subsidiary }) => {
    const [z1, z2] = zones.map(([name]) => name);
    const [c1, c2] = companies.map(([name]) => name);
    const tie = (from: string | undefined, type: string, to: string | undefined): string[] =>
      from === undefined || to === undefined ? [] : [`${from} -${type}-> ${to}`];
    return [
      ...zones.map((one) => line('Zone', one)),
      ...companies.map((one) => line('Company', one)),
      ...(project === undefined ? [] : [`Project ${project}`]),
      ...(person === undefined ? [] : [`Official ${person}`]),
      ...(place === undefined ? [] : [`Place ${place}`]),
      ...tie(z2, 'PART_OF', z1),
      ...tie(z1, 'LOCATED_IN', place),
      ...tie(c1, 'LOCATED_IN', z1),
      ...tie(c1, 'INVESTS_IN', project),
      ...tie(project, 'LOCATED_IN', z2 ?? z1),
      ...tie(person, 'HOLDS_POST:主任', z1),
      ...(subsidiary ? tie(c2, 'SUBSIDIARY_OF', c1) : []),
    ];
  });

const judgement = fc
  .record({
    say: fc.constantFrom('same', 'different', 'unsure'),
    pair: fc.oneof(
      fc.tuple(fc.constant('Zone'), oneOf(ZONES), oneOf(ZONES)),
      fc.tuple(fc.constant('Company'), oneOf(COMPANIES), oneOf(COMPANIES)),
      fc.tuple(fc.constant('Official'), fc.constant('王伟'), fc.constant('李明')),
    ),
  })
  .filter(({ pair: [, a, b] }) => a !== b)
  .map(({ say, pair: [type, a, b] }) =>
    parseJudgement(
      { say, left: { type, name: a }, right: { type, name: b }, by: 't', at: '2026-01-01T00:00:00Z' },
      't',
    ),
  );
const judgements = fc.array(judgement, { maxLength: 3 }).map((all) => replay(all).judgements);

const documents = fc
  .array(lines, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((own, i) => sample(`d${i}`, own).extraction));

const resolved = (extractions: readonly Extraction[], judged: readonly Judgement[] = []) => {
  const amendments = toAmendments(judged);
  return resolveEntities(
    extractions.map((one) => amend(one, amendments)),
    TEST_SEEDS,
    {},
    judged,
  );
};

describe('resolution', () => {
  it('puts every entity of every document into exactly one, whatever people judged', () => {
    fc.assert(
      fc.property(documents, judgements, (extractions, judged) => {
        const amended = extractions.map((one) => amend(one, toAmendments(judged)));
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
          viewOf(amend(one, toAmendments(judged)), (article) => article, resolver.divisions);
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
