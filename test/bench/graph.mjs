// A made-up graph of any size in the shape of a real one: communities, hubs, parallel edges, articles with the sentences.
import { createHash } from 'node:crypto';

const TYPES = [
  'Company',
  'Company',
  'Company',
  'Project',
  'Project',
  'Zone',
  'Official',
  'Executive',
  'Organization',
  'Place',
  'Industry',
];
const RELATIONS = [
  'LOCATED_IN',
  'LOCATED_IN',
  'INVESTS_IN',
  'INVESTS_IN',
  'PARTNERS_WITH',
  'IN_INDUSTRY',
  'HOLDS_POST',
  'SUBSIDIARY_OF',
  'PART_OF',
];
const TAIL = {
  Company: '科技有限公司',
  Project: '产业园项目',
  Zone: '经济技术开发区',
  Official: '',
  Executive: '',
  Organization: '研究院',
  Place: '市',
  Industry: '产业',
};
const SIGNS = '云岭晨星江海华兴远达中天宏图新锐东方科创安泰和瑞启明博雅佳源恒通金龙';
const OUTLETS = ['新华社', '江西日报', '每日经济', '园区在线', '中国化工报'];
const LOOP = (Math.sqrt(5) - 1) / 2;

/** A snapshot of `entities` entities and `relations` relations, the same every time. */
export function makeGraph(entities, relations) {
  let state = 7676;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const hash = (...parts) => createHash('sha1').update(parts.join('\n')).digest('hex').slice(0, 20);
  const word = (n) => Array.from({ length: n }, () => SIGNS[below(SIGNS.length)]).join('');
  const communities = Math.max(4, Math.round(Math.sqrt(entities) / 2));
  const side = Math.sqrt(entities) * 40;
  const articleCount = Math.max(5, Math.round(entities / 5));
  const articles = Array.from({ length: articleCount }, (_, i) => ({
    id: `bench/${i}.txt`,
    labels: ['Article'],
    properties: {
      source: 'bench',
      title: `${word(4)}签约${word(3)}项目`,
      text: `${word(6)}与${word(5)}签约，共同建设${word(4)}产业园。${word(30)}。`.repeat(4),
      outlet: OUTLETS[i % OUTLETS.length],
      published: `20${18 + below(7)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
      story: hash('story', i),
      hash: hash('text', i),
    },
  }));
  const dated = (list) => {
    const dates = list.map((at) => articles[at].properties.published).sort();
    return { firstSeen: dates[0], lastSeen: dates.at(-1) };
  };
  const some = (most) => [...new Set(Array.from({ length: 1 + below(most) }, () => below(articleCount)))];
  const nodes = Array.from({ length: entities }, (_, i) => {
    const type = TYPES[below(TYPES.length)];
    const community = Math.floor(communities * (below(1000) / 1000) ** 1.6);
    const angle = community * LOOP * 2 * Math.PI;
    const far = side * Math.sqrt((community + 0.5) / communities) * 0.5;
    const radius = side * 0.09 * Math.sqrt(below(1000) / 1000);
    const turn = (below(3600) / 1800) * Math.PI;
    const at = some(4);
    return {
      id: hash('entity', i),
      community,
      labels: ['Entity', type].sort(),
      properties: {
        type,
        name: `${word(3)}${TAIL[type]}`,
        aliases: [word(2)],
        articles: at.map((one) => articles[one].id),
        stories: at.length,
        mentions: at.length,
        confidence: 0.5 + below(50) / 100,
        ...dated(at),
        ...(type === 'Project'
          ? { investment: (1 + below(500)) * 1e7, status: ['planned', 'construction', 'operating'][below(3)] }
          : {}),
        community,
        pageRank: 1 / entities,
        x: Math.round(far * Math.cos(angle) + radius * Math.cos(turn)),
        y: Math.round(far * Math.sin(angle) + radius * Math.sin(turn)),
      },
    };
  });
  const members = Array.from({ length: communities }, () => []);
  nodes.forEach((node, at) => {
    members[node.community].push(at);
  });
  const relationships = [];
  for (let i = 0; relationships.length < relations; i++) {
    const from = below(entities);
    const own = members[nodes[from].community];
    const pool = below(10) < 8 ? own : members[below(communities)];
    if (pool.length === 0) continue;
    const to = pool[Math.floor(pool.length * (below(1000) / 1000) ** 3)];
    if (to === from) continue;
    const at = some(3);
    relationships.push({
      id: hash('relation', i),
      type: RELATIONS[below(RELATIONS.length)],
      from: nodes[from].id,
      to: nodes[to].id,
      properties: {
        articles: at.map((one) => articles[one].id),
        spans: at.map(() => '0-20'),
        quotes: at.map((one) => articles[one].properties.text.slice(0, 20)),
        rules: at.map(() => 'bench'),
        count: at.length,
        stories: at.length,
        confidence: 0.5 + below(50) / 100,
        origin: 'article',
        ...dated(at),
      },
    });
  }
  nodes.forEach((node) => {
    for (const article of node.properties.articles)
      relationships.push({
        id: hash('mention', article, node.id),
        type: 'MENTIONS',
        from: article,
        to: node.id,
        properties: { spans: ['0-6'], count: 1 },
      });
  });
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  return {
    nodes: [...nodes.map(({ community: _, ...node }) => node), ...articles].sort(byId),
    relationships: relationships.sort(byId),
  };
}
