import fc from 'fast-check';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { replay } from '../../src/verdict/replay.ts';

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
export const lines = fc
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
/** What people judged of such names. */
export const judgements = fc.array(judgement, { maxLength: 3 }).map((all) => replay(all).judgements);
