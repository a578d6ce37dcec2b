import type { NodeRecord, RelationshipRecord, Snapshot } from '../../src/model/snapshot.ts';

const node = (id: string, labels: readonly string[], properties: NodeRecord['properties']): NodeRecord => ({
  id,
  labels,
  properties,
});

const relationship = (
  type: string,
  from: string,
  to: string,
  properties: RelationshipRecord['properties'] = {},
): RelationshipRecord => ({ id: `${type} ${from} ${to}`, type, from, to, properties });

const evidence = {
  articles: ['测试/1.txt'],
  confidence: 1,
  count: 1,
  firstSeen: '2024-05',
  lastSeen: '2024-05',
  origin: 'article',
  quotes: ['晨星科技公司与云岭高新区签约。'],
  rules: ['test'],
  spans: ['0-15'],
  stories: 1,
};

/** A node of every kind and a relationship of most types, sorted as a store gives them. */
export const smallSnapshot: Snapshot = {
  nodes: [
    node('company', ['Company', 'Entity'], {
      aliases: ['晨星科技', '星科'],
      confidence: 0.9,
      mentions: 3,
      name: '晨星科技有限公司',
      type: 'Company',
    }),
    node('fact', ['Fact'], {
      article: '测试/1.txt',
      confidence: 1,
      date: '2024-05-28',
      name: 'investment',
      quote: '总投资51.5亿元',
      rule: 'amount',
      span: '3-11',
      value: 5_150_000_000,
    }),
    node('official', ['Entity', 'Official', 'Person'], {
      aliases: [],
      confidence: 1,
      name: '王五',
      title: '市长',
      type: 'Official',
    }),
    node('partner', ['Company', 'Entity'], {
      aliases: [],
      confidence: 0.5,
      name: '远图材料',
      type: 'Company',
    }),
    node('person', ['Entity', 'Executive', 'Official', 'Person'], {
      aliases: [],
      confidence: 1,
      name: '李四',
      title: '主任',
      type: 'Official',
    }),
    node('place', ['Entity', 'Place'], {
      aliases: [],
      confidence: 1,
      level: 'city',
      name: '云岭市',
      type: 'Place',
    }),
    node('project', ['Entity', 'Project'], {
      aliases: [],
      confidence: 1,
      investment: 5_150_000_000,
      name: '晨星电池项目',
      status: 'signed',
      type: 'Project',
    }),
    node('zone', ['Entity', 'Zone'], {
      aliases: ['云岭高新区'],
      community: 2,
      confidence: 1,
      kind: '高新',
      level: '国家',
      name: '云岭高新技术产业开发区',
      pageRank: 0.25,
      type: 'Zone',
      x: 1,
      y: -2,
    }),
    node('测试/1.txt', ['Article'], {
      hash: 'h',
      source: '测试',
      story: '测试/1.txt',
      text: '晨星科技公司与云岭高新区签约。\n“总投资51.5亿元”',
      title: '签约',
    }),
    node('测试/2.txt', ['Article'], { hash: 'i', source: '测试', story: '测试/1.txt', text: '转载' }),
  ],
  relationships: [
    relationship('HAS_FACT', 'project', 'fact'),
    relationship('HOLDS_POST', 'person', 'zone', { ...evidence, title: '管委会主任' }),
    relationship('INVESTS_IN', 'company', 'project', evidence),
    relationship('LOCATED_IN', 'company', 'zone', evidence),
    relationship('LOCATED_IN', 'zone', 'place', {
      confidence: 1,
      count: 1,
      origin: 'seed',
      quotes: ['seeds/zones.csv:1'],
      rules: ['seed'],
      stories: 0,
    }),
    relationship('MENTIONS', '测试/1.txt', 'company', { count: 1, spans: ['0-6'] }),
    relationship('PARTNERS_WITH', 'company', 'partner', evidence),
    relationship('REPRINT_OF', '测试/2.txt', '测试/1.txt'),
  ],
};
