import { describe, expect, it } from 'vitest';
import { toAreaAnswer } from '../../src/answer/area.ts';
import { leaveOut } from '../../src/answer/counted-once.ts';
import { toProfileAnswer } from '../../src/answer/profile.ts';
import { WholeCatalogue } from '../../src/answer/whole-catalogue.ts';
import type { ProjectRow } from '../../src/contract/profile.ts';
import type { NodeRecord, Properties, RelationshipRecord } from '../../src/model/snapshot.ts';

const entity = (id: string, type: string, properties: Properties = {}): NodeRecord => ({
  id,
  labels: ['Entity', type],
  properties: { type, name: id, ...properties },
});
const article = (id: string, published: string, text: string): NodeRecord => ({
  id,
  labels: ['Article'],
  properties: { source: 's', published, text },
});
const fact = (id: string, name: string, value: string | number, from: string): NodeRecord => ({
  id,
  labels: ['Fact'],
  properties: { name, value, article: from, span: '0-4', quote: `${name} ${value}`, rule: 'r' },
});
const tie = (from: string, type: string, to: string, properties: Properties = {}): RelationshipRecord => ({
  id: `${from} ${type} ${to}`,
  type,
  from,
  to,
  properties,
});

const catalogue = new WholeCatalogue({
  nodes: [
    entity('江西省', 'Place'),
    entity('云岭高新区', 'Zone'),
    entity('云岭产业园', 'Zone'),
    entity('晨星科技', 'Company', { stories: 2, firstSeen: '2024-03-01' }),
    entity('晨星电池项目', 'Project', { investment: 500, status: 'construction', firstSeen: '2024-03-01' }),
    entity('晨星电池项目二期', 'Project', { investment: 200, firstSeen: '2024-06-02' }),
    entity('电池', 'Industry'),
    entity('李明', 'Official'),
    article('旧', '2024-03-01', '晨星电池项目开工，总投资四百。'),
    article('新', '2024-06-02', '晨星电池项目二期签约。李明任主任。'),
    fact('f1', 'investment', 400, '旧'),
    fact('f2', 'investment', 500, '新'),
    fact('f3', 'status', 'construction', '旧'),
  ],
  relationships: [
    tie('云岭高新区', 'LOCATED_IN', '江西省'),
    tie('云岭产业园', 'PART_OF', '云岭高新区'),
    tie('晨星电池项目', 'LOCATED_IN', '云岭产业园'),
    tie('晨星电池项目二期', 'LOCATED_IN', '云岭高新区'),
    tie('晨星科技', 'INVESTS_IN', '晨星电池项目'),
    tie('晨星电池项目', 'IN_INDUSTRY', '电池'),
    tie('李明', 'HOLDS_POST', '云岭高新区', {
      title: '主任',
      firstSeen: '2024-06-02',
      articles: ['新'],
      spans: ['11-16'],
      quotes: ['李明任主任'],
    }),
    tie('新', 'MENTIONS', '晨星电池项目二期', { spans: ['0-8'] }),
    tie('晨星电池项目', 'HAS_FACT', 'f1'),
    tie('晨星电池项目', 'HAS_FACT', 'f2'),
    tie('晨星电池项目', 'HAS_FACT', 'f3'),
  ],
});

describe('an area', () => {
  it.each(['江西省', '云岭高新区'])('%s holds what lies in it at any depth, and who builds there', (id) => {
    const area = toAreaAnswer(catalogue, id);
    expect(area.projects.map(({ project }) => project.name)).toEqual(['晨星电池项目', '晨星电池项目二期']);
    expect(area.companies.map(({ company, projects }) => [company.name, projects.length])).toEqual([
      ['晨星科技', 1],
    ]);
    expect(area.posts.map(({ person, title }) => [person.name, title])).toEqual([['李明', '主任']]);
  });

  it('counts a phase with its whole, and shows the statement behind a sum', () => {
    const { total, projects } = toAreaAnswer(catalogue, '云岭高新区');
    expect(total).toMatchObject({ yuan: 500, counted: 1, least: 500, most: 500, ranged: 0, foreign: [] });
    expect(total.leftOut).toMatchObject([{ project: { name: '晨星电池项目二期' }, why: 'phase' }]);
    expect(projects[1]).toMatchObject({ leftOut: 'phase', countedWith: { name: '晨星电池项目' } });
    expect(projects[0]?.statement).toMatchObject({
      value: 500,
      quote: 'investment 500',
      article: { id: '新' },
    });
  });

  it('tells its parents, its parts and its dated events, and an industry what belongs to it', () => {
    const area = toAreaAnswer(catalogue, '云岭高新区');
    expect(area.parents.map(({ name }) => name)).toEqual(['江西省']);
    expect(area.parts.map(({ name }) => name)).toEqual(['云岭产业园']);
    expect(area.events.map(({ date, value, about }) => [date, value, about.name])).toEqual([
      ['2024-03-01', 'construction', '晨星电池项目'],
    ]);
    const industry = toAreaAnswer(catalogue, '电池');
    expect(industry.projects).toHaveLength(1);
    expect(industry.zones.map(({ zone, ...row }) => [zone.name, row])).toEqual([
      ['云岭产业园', { projects: 1, companies: 0, investment: 500 }],
    ]);
    expect(area.zones).toEqual([]);
  });
});

describe('sums', () => {
  const row = (name: string, investment?: number, investor?: string): ProjectRow => ({
    project: { id: name, type: 'Project', name },
    ...(investment === undefined ? {} : { investment }),
    investors: investor ? [{ id: investor, type: 'Company', name: investor }] : [],
    industries: [],
  });

  it.each<[string, ProjectRow[], (string | undefined)[]]>([
    [
      'phases without a whole count each',
      [row('甲项目一期', 1), row('甲项目二期', 2)],
      [undefined, undefined],
    ],
    ['a phase goes with its whole', [row('甲项目', 3), row('甲项目二期', 2)], [undefined, 'phase']],
    ['a whole without a sum holds nothing', [row('甲项目'), row('甲项目二期', 2)], [undefined, undefined]],
    [
      'the same sum under a longer name of the same investor',
      [row('电池基地项目', 5, '甲'), row('晨星电池基地项目', 5, '甲')],
      ['same', undefined],
    ],
    [
      'equal sums of different investors',
      [row('电池基地项目', 5, '甲'), row('晨星电池基地项目', 5, '乙')],
      [undefined, undefined],
    ],
  ])('%s', (_, rows, expected) => {
    expect(leaveOut(rows).map(({ leftOut }) => leftOut)).toEqual(expected);
  });
});

describe('toProfileAnswer', () => {
  it('tells of a company where it is, what it builds and with whom', () => {
    const view = toProfileAnswer(catalogue, '晨星科技');
    if (view.kind !== 'company') throw new Error(view.kind);
    expect(view.projects.map(({ project, status }) => [project.name, status])).toEqual([
      ['晨星电池项目', 'construction'],
    ]);
    expect(view.total).toMatchObject({ yuan: 500, counted: 1 });
    expect(view.events.map(({ date, about }) => [date, about.name])).toEqual([
      ['2024-03-01', '晨星电池项目'],
    ]);
  });

  it('tells of a project who builds it, what was stated of its sum, and how it came along with the sentences', () => {
    const view = toProfileAnswer(catalogue, '晨星电池项目');
    if (view.kind !== 'project') throw new Error(view.kind);
    expect(view.places.map(({ name }) => name)).toEqual(['云岭产业园']);
    expect(view.ties.map(({ other, direction }) => [other.name, direction])).toEqual([['晨星科技', 'in']]);
    expect(view.sums.map(({ value, date }) => [value, date])).toEqual([
      [500, '2024-06-02'],
      [400, '2024-03-01'],
    ]);
    expect(view.events).toMatchObject([
      { value: 'construction', date: '2024-03-01', passage: { text: '晨星电池项目开工，总投资四百。' } },
    ]);
  });

  it('refuses what is neither', () => {
    expect(() => toProfileAnswer(catalogue, '云岭高新区')).toThrow('Zone');
  });
});
