import { sortSnapshot } from '../../src/graph/build/records.ts';
import type { NodeRecord, Properties, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

const entity =
  (labels: readonly string[]) =>
  (id: string, name: string, properties: Properties = {}): NodeRecord => ({
    id,
    labels: ['Entity', ...labels].sort(),
    properties: { aliases: [], confidence: 1, name, type: labels[0] ?? '', ...properties },
  });

const [company, zone, project, place, industry, organization] = [
  ['Company'],
  ['Zone'],
  ['Project'],
  ['Place'],
  ['Industry'],
  ['Organization'],
].map(entity) as [Entity, Entity, Entity, Entity, Entity, Entity];
const [official, executive, both] = [
  ['Official', 'Person'],
  ['Executive', 'Person'],
  ['Official', 'Executive', 'Person'],
].map(entity) as [Entity, Entity, Entity];

type Entity = ReturnType<typeof entity>;

const article = (id: string, properties: Properties): NodeRecord => ({
  id,
  labels: ['Article'],
  properties: { hash: `hash of ${id}`, source: '测试', text: `正文${id}`, ...properties },
});

const fact = (id: string, properties: Properties): NodeRecord => ({
  id,
  labels: ['Fact'],
  properties: { confidence: 1, ...properties },
});

const link = (from: string, type: string, to: string, properties: Properties = {}): RelationshipRecord => ({
  id: `${from} ${type} ${to}`,
  type,
  from,
  to,
  properties,
});

/** A relation with one piece of evidence an article. */
const told = (
  from: string,
  type: string,
  to: string,
  articles: readonly string[],
  properties: Properties = {},
): RelationshipRecord =>
  link(from, type, to, {
    articles,
    confidence: 0.9,
    count: articles.length,
    origin: 'article',
    quotes: articles.map((one) => `${one}说`),
    rules: articles.map(() => 'test'),
    spans: articles.map((_, i) => `${i}-${i + 2}`),
    stories: 1,
    ...properties,
  });

/**
 * The graph that the conformance queries are asked of: small enough to reckon an answer by hand. Dates are as exact as said,
 * what is unknown is absent, c6 stands alone, and c1 - c3 - z2 is a ring.
 */
export const conformanceGraph: Snapshot = sortSnapshot({
  nodes: [
    place('p1', '江西省', { level: 'province' }),
    place('p2', '宜春市', { level: 'city' }),
    place('p3', '九江市', { level: 'city' }),
    zone('z1', '宜春经济技术开发区', {
      aliases: ['宜春经开区', '经开区'],
      kind: '经开',
      level: '国家',
      mentions: 4,
      pageRank: 0.5,
      x: 2,
      y: -1.5,
    }),
    zone('z2', '共青城高新技术产业开发区', {
      aliases: ['共青城高新区'],
      kind: '高新',
      level: '省',
      mentions: 2,
      pageRank: 0.25,
    }),
    zone('z3', '宜春经开区电池产业园', { mentions: 1 }),
    company('c1', '晨星科技有限公司', {
      aliases: ['晨星科技', '晨星'],
      confidence: 0.9,
      mentions: 5,
      firstSeen: '2023-11',
      lastSeen: '2024-05-28',
    }),
    company('c2', '晨星电池有限公司', {
      confidence: 0.8,
      mentions: 2,
      firstSeen: '2024-05-28',
      lastSeen: '2024-05-28',
    }),
    company('c3', '远图材料股份有限公司', {
      aliases: ['远图材料'],
      confidence: 0.75,
      mentions: 3,
      firstSeen: '2023-11',
      lastSeen: '2024',
    }),
    company('c4', '云岭锂业有限公司', { confidence: 0.5, mentions: 1 }),
    company('c5', 'Acme软件（中国）有限公司', { aliases: ['ACME'], confidence: 0.75, mentions: 1 }),
    company('c6', '孤岛贸易有限公司'),
    project('j1', '晨星动力电池项目', { investment: 5_150_000_000, status: 'construction' }),
    project('j2', '碳酸锂项目', { investment: 1_200_000_000, status: 'signed' }),
    project('j3', '软件园项目', { status: 'planned' }),
    project('j4', '储能基地项目', { investment: 300_000_000, status: 'operating' }),
    official('o1', '王五', { title: '市长' }),
    both('o2', '李四', { title: '主任' }),
    executive('e1', '赵六', { title: '董事长' }),
    organization('g1', '江西省工业和信息化厅'),
    industry('i1', '锂电新能源'),
    industry('i2', '新材料'),
    industry('i3', '软件'),
    article('a1', { outlet: '江西日报', published: '2024-05-28', story: 'a1', title: '电池项目开工' }),
    article('a2', { outlet: '九江日报', published: '2023-11', story: 'a2', title: '碳酸锂项目签约' }),
    article('a3', { outlet: '宜春日报', published: '2024-05-29', story: 'a1', title: '电池项目开工' }),
    article('a4', { story: 'a4' }),
    fact('f1', {
      article: 'a1',
      date: '2024-05-28',
      name: 'investment',
      quote: '总投资51.5亿元',
      span: '3-11',
      value: 5_150_000_000,
    }),
    fact('f2', {
      article: 'a2',
      date: '2023-11',
      name: 'investment',
      quote: '投资50亿元',
      span: '5-11',
      value: 5_000_000_000,
    }),
    fact('f3', {
      article: 'a1',
      date: '2024-05-28',
      name: 'status',
      quote: '开工',
      span: '0-2',
      value: 'construction',
    }),
  ],
  relationships: [
    link('p2', 'LOCATED_IN', 'p1', {
      confidence: 1,
      count: 1,
      origin: 'seed',
      quotes: ['seeds/divisions.csv:1'],
      rules: ['seed'],
      stories: 0,
    }),
    link('p3', 'LOCATED_IN', 'p1', {
      confidence: 1,
      count: 1,
      origin: 'seed',
      quotes: ['seeds/divisions.csv:2'],
      rules: ['seed'],
      stories: 0,
    }),
    told('z1', 'LOCATED_IN', 'p2', ['a1']),
    told('z2', 'LOCATED_IN', 'p3', ['a2']),
    told('z3', 'PART_OF', 'z1', ['a1', 'a3']),
    told('c1', 'LOCATED_IN', 'z1', ['a1', 'a3'], { firstSeen: '2024-05-28', lastSeen: '2024-05-29' }),
    told('c2', 'LOCATED_IN', 'z3', ['a1']),
    told('c3', 'LOCATED_IN', 'z2', ['a2']),
    told('c4', 'LOCATED_IN', 'z2', ['a2'], { confidence: 0.5 }),
    told('c5', 'LOCATED_IN', 'z2', ['a4']),
    told('j1', 'LOCATED_IN', 'z1', ['a1']),
    told('j2', 'LOCATED_IN', 'z2', ['a2']),
    told('j4', 'LOCATED_IN', 'z1', ['a1']),
    told('c1', 'INVESTS_IN', 'j1', ['a1', 'a3']),
    told('c2', 'INVESTS_IN', 'j1', ['a1']),
    told('c3', 'INVESTS_IN', 'j2', ['a2']),
    told('c2', 'SUBSIDIARY_OF', 'c1', ['a1']),
    told('c4', 'SUBSIDIARY_OF', 'c3', ['a2']),
    told('c1', 'PARTNERS_WITH', 'c3', ['a1', 'a2'], { stories: 2 }),
    told('c1', 'PARTNERS_WITH', 'z2', ['a2']),
    told('c3', 'PARTNERS_WITH', 'g1', ['a2']),
    told('o1', 'HOLDS_POST', 'p2', ['a1'], { title: '市长' }),
    told('o2', 'HOLDS_POST', 'z1', ['a1'], { title: '管委会主任' }),
    told('e1', 'HOLDS_POST', 'c1', ['a1'], { title: '董事长' }),
    told('z1', 'IN_INDUSTRY', 'i1', ['a1']),
    told('z2', 'IN_INDUSTRY', 'i1', ['a2']),
    told('z2', 'IN_INDUSTRY', 'i2', ['a2']),
    told('c1', 'IN_INDUSTRY', 'i1', ['a1']),
    told('c3', 'IN_INDUSTRY', 'i2', ['a2']),
    told('c5', 'IN_INDUSTRY', 'i3', ['a4']),
    link('a1', 'MENTIONS', 'c1', { count: 3, spans: ['0-4', '8-12', '20-22'] }),
    link('a1', 'MENTIONS', 'z1', { count: 1, spans: ['30-35'] }),
    link('a2', 'MENTIONS', 'c3', { count: 2, spans: ['0-4', '9-13'] }),
    link('a3', 'MENTIONS', 'c1', { count: 1, spans: ['0-4'] }),
    link('j1', 'HAS_FACT', 'f1'),
    link('j1', 'HAS_FACT', 'f2'),
    link('j1', 'HAS_FACT', 'f3'),
    link('a3', 'REPRINT_OF', 'a1'),
  ],
});
