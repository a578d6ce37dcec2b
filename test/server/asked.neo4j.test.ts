import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { hashId } from '../../src/model/id.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { buildApp } from '../../src/server/app.ts';
import { openStore, type WatchedStore } from '../../src/store/index.ts';
import type { Askable } from '../../src/store/store.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { emptyNeo4j, type Neo4jServer, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();
const EMPTY: Snapshot = { nodes: [], relationships: [] };

interface Asked {
  readonly url: string;
  readonly body?: object;
}

describe.runIf(server !== undefined)('a server over Neo4j', () => {
  const graph = goldGraph();
  const given = server as Neo4jServer;
  let neo4j: WatchedStore;
  let asked: FastifyInstance;
  let held: FastifyInstance;
  beforeAll(async () => {
    await emptyNeo4j(given);
    neo4j = await openStore(given.url, given);
    await neo4j.prepare();
    await neo4j.apply(diffSnapshots(EMPTY, graph));
    neo4j.read = () => Promise.reject(new Error('the whole graph is read'));
    asked = buildApp({ store: neo4j, limits: { rate: 1e9 } });
    held = buildApp({ store: memoryStore(graph), limits: { rate: 1e9 } });
  });
  afterAll(async () => {
    await asked?.close();
    await held?.close();
    await neo4j?.close();
  });

  const ask = async (app: FastifyInstance, { url, body }: Asked) => {
    const path = `/api/v1${url}`;
    const reply = await app.inject(
      body === undefined ? { url: path } : { url: path, method: 'POST', payload: body },
    );
    // What differs: the marks of a version, and which store it is.
    const text = reply.body
      .replace(/"(version|graph)":"[^"]*"/gu, '"$1":""')
      .replace(/"store":\{[^}]*\}/u, '');
    return { status: reply.statusCode, text };
  };
  const compare = async (questions: readonly Asked[]) => {
    for (const question of questions) {
      const [one, other] = [await ask(asked, question), await ask(held, question)];
      expect(one, JSON.stringify(question)).toEqual(other);
      expect(other.status, `${JSON.stringify(question)} ${other.text}`).toBeLessThan(500);
    }
  };
  const entities = graph.nodes.filter(({ labels }) => labels.includes('Entity'));
  const articles = graph.nodes.filter(({ labels }) => labels.includes('Article'));
  const relations = graph.relationships.filter(
    ({ type }) => !['MENTIONS', 'HAS_FACT', 'REPRINT_OF'].includes(type),
  );
  const id = (one: { readonly id: string } | undefined) => encodeURIComponent(one?.id ?? 'none');
  const some = <T>(list: readonly T[], step: number): T[] => list.filter((_, i) => i % step === 0);

  it('says of the graph as a whole what the graph in memory says', () =>
    compare([
      { url: '/health' },
      { url: '/graph' },
      { url: '/summary' },
      { url: '/coverage' },
      { url: '/doubtful' },
      { url: '/doubtful?limit=3&offset=2' },
      { url: '/ledger' },
      { url: '/ledger?asOf=2024-06' },
      { url: '/posts' },
      { url: '/posts?asOf=2024-06' },
      { url: '/posts?asOf=2024-06&on=2024-01-01' },
      ...['zone', 'place', 'industry', 'month', 'company'].map((by) => ({ url: `/totals?by=${by}` })),
      { url: '/digest?since=2020' },
      { url: '/digest?since=2024-05' },
      ...['新能源', '没有的词'].map((q) => ({
        url: `/texts?q=${encodeURIComponent(q)}`,
      })),
      { url: '/digest' },
      { url: '/graph?asOf=2024-06' },
      { url: '/graph', body: { ids: some(entities, 3).map((one) => one.id) } },
      {
        url: '/layout',
        body: { entities: some(entities, 4).map((one) => one.id), relations: relations.map((one) => one.id) },
      },
      { url: '/export?format=graphml' },
    ]));

  it('finds in texts what the graph in memory finds, however it is written', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const pieces = articles.flatMap(({ properties }) => {
      const text = String(properties.text);
      return [40, 91, 157, 300].flatMap((at) => [text.slice(at, at + 5), text.slice(at, at + 3)]);
    });
    return compare(
      [
        ...pieces,
        ...pieces.map(wide),
        '開發區 新能源',
        '新 能\u200b源',
        '總投資 億元',
        '1亿',
        '亿元，',
        'pcb',
        'ＰＣＢ',
        '，。 "',
        'a OR b*',
      ].map((q) => ({ url: `/texts?q=${encodeURIComponent(q)}` })),
    );
  });

  it('reads no more of the graph than a question looks at, for what is doubtful and what is new', async () => {
    const spied = vi.spyOn(neo4j as WatchedStore & Askable, 'ask');
    for (const url of [
      '/doubtful',
      '/digest?since=2024-05',
      '/digest',
      '/digest?about=no-such-thing',
      '/entities/0123456789abcdef',
    ])
      await ask(asked, { url });
    const statements = spied.mock.calls.flatMap(([questions]) => questions.map(({ statement }) => statement));
    spied.mockRestore();
    expect(statements).toContain('read/neo4j/page-of-doubtful');
    expect(statements).toContain('read/neo4j/entities-told-by');
    for (const all of ['nodes', 'entities', 'relations'])
      expect(statements).not.toContain(`read/neo4j/${all}`);
  });

  it('lists page by page what the graph in memory lists', () =>
    compare(
      ['/entities', '/entities?type=Company', '/entities?type=Person', '/relations', '/articles'].flatMap(
        (url) => {
          const mark = url.includes('?') ? '&' : '?';
          const after = (entities[9] ?? entities[0])?.id ?? '';
          return [
            { url: `${url}${mark}limit=7` },
            { url: `${url}${mark}limit=7&after=${encodeURIComponent(after)}` },
            { url: `${url}${mark}limit=1000` },
            { url: `${url}${mark}after=zzzz` },
          ];
        },
      ),
    ));

  it('says of each thing what the graph in memory says', () =>
    compare([
      ...some(entities, 2).map((one) => ({ url: `/entities/${id(one)}` })),
      ...some(entities, 5).flatMap((one) => [
        { url: `/areas/${id(one)}` },
        { url: `/profiles/${id(one)}` },
        { url: `/citations/${id(one)}` },
        { url: `/posts?at=${id(one)}` },
        { url: `/posts?person=${id(one)}&asOf=2024-06-15` },
        { url: `/ledger?in=${id(one)}` },
      ]),
      ...some(relations, 3).flatMap((one) => [
        { url: `/relations/${id(one)}` },
        { url: `/citations/${id(one)}` },
      ]),
      ...articles.flatMap((one) => [
        { url: `/articles/${id(one)}` },
        { url: `/citations/${id(one)}?span=3-9` },
      ]),
      ...['entities', 'relations', 'articles', 'areas', 'profiles', 'citations'].map((list) => ({
        url: `/${list}/no-such-thing`,
      })),
      { url: `/entities/${id(entities[0])}?asOf=2024-06` },
      { url: `/digest?about=${encodeURIComponent(String(entities[0]?.properties.name))}&since=2000` },
      { url: '/digest?about=no-such-thing' },
      ...some(entities, 4).flatMap((one) => {
        const name = String(one.properties.name);
        const wide = name.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        return [`${name.slice(0, 2)} \u3000${name.slice(2)}`, wide, one.id].map((about) => ({
          url: `/digest?about=${encodeURIComponent(about)}&since=2000`,
        }));
      }),
      {
        url: '/digest',
        body: { about: [String(entities[1]?.properties.name)], read: some(articles, 2).map((one) => one.id) },
      },
      // What a name or an alias once made an id of leads on; nothing else does.
      ...some(entities, 3).flatMap((one) => {
        const kind = String(one.properties.type);
        const names = [String(one.properties.name), ...((one.properties.aliases ?? []) as string[])];
        return names.map((name) => ({ url: `/entities/${hashId(kind, name)}` }));
      }),
      { url: '/entities/0123456789abcdef' },
    ]));

  it('finds the ways that the graph in memory finds', () =>
    compare(
      some(entities, 6).flatMap((one, i) => {
        const to = entities[(i * 7 + 5) % entities.length]?.id ?? '';
        return [
          { url: '/paths', body: { from: one.id, to } },
          { url: '/paths', body: { from: one.id, to, within: 3 } },
          { url: '/common', body: { ids: [one.id, to] } },
        ];
      }),
    ));

  it('finds what the graph in memory finds, by name, by part, by pinyin and by initials', () => {
    const names = some(entities, 5).map((one) => String(one.properties.name));
    const words = [
      ...names,
      ...names.flatMap((name) => [
        name.slice(0, 2),
        name.slice(1, 3),
        name.slice(-1),
        `${name.slice(0, 2)} ${name.slice(-2)}`,
      ]),
      ...[
        'jiangxi',
        'gan',
        'gj',
        'a',
        'y',
        'kai fa',
        'gongsi',
        '公司',
        '区',
        '"',
        '\\',
        '*',
        'a"b',
        '(',
        '+',
        '江西*',
        '^',
        '$',
        '不会有的名字',
      ],
    ];
    return compare(words.map((q) => ({ url: `/search?q=${encodeURIComponent(q)}&limit=20` })));
  });
});
