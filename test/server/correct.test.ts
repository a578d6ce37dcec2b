import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compose, Session } from '../../src/collect/build.ts';
import { openReview } from '../../src/collect/review.ts';
import type { ArticleAnswer, EntityAnswer, RelationAnswer } from '../../src/contract/entity.ts';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import type { RecordedAnswer } from '../../src/contract/review.ts';
import type { RawDocument } from '../../src/model/article.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { buildApp } from '../../src/server/app.ts';
import { openJudgementLog } from '../../src/verdict/log.ts';
import { replay } from '../../src/verdict/replay.ts';
import { applyStore } from '../support/apply-store.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-correct-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const [FIRM, PARK, OTHER] = ['晨星科技', '南昌经开区', '白鹭园区'];
const NEWS = [
  sample('a', [`Company ${FIRM}`, `Zone ${PARK}`, `${FIRM} -LOCATED_IN-> ${PARK}`]),
  sample('b', [`Company ${FIRM}`, `Zone ${OTHER}`, 'Project 晨星基地', `${FIRM} -INVESTS_IN-> 晨星基地`]),
];
const [A, B] = NEWS.map(({ raw }) => raw.id) as [string, string];
const thing = (type: string, name: string) => ({ type, name });

/** A graph with its judgements; what a date of an article changes in its reading shows in the confidence. */
async function open(name: string) {
  const byId = new Map(NEWS.map((one) => [one.raw.id, one.extraction]));
  const extract = ({ id, metadata }: RawDocument) => {
    const read = byId.get(id) ?? sample('none', []).extraction;
    return { ...read, articles: read.articles.map((part) => ({ ...part, ...metadata })) };
  };
  const store = applyStore();
  const log = openJudgementLog(join(folder, name, 'judgements.jsonl'));
  const options = { seeds: TEST_SEEDS, extract, judgements: () => replay(log.read()).judgements };
  const session = new Session({ store, ...options });
  const raws = NEWS.map(({ raw }) => raw);
  await session.add(raws);
  const app = buildApp({ store, review: openReview(log, async () => session) });
  const call = async <T>(method: 'GET' | 'POST', path: string, payload?: object) => {
    const headers = { host: '127.0.0.1:7676' };
    const answer = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() as T };
  };
  const judge = async (said: object) => {
    const answer = await call<RecordedAnswer>('POST', 'judgements', { ...said, by: '王' });
    return {
      ...answer,
      undo: () => call('POST', `judgements/${answer.body.lines[0]?.id}/undo`, { by: '王' }),
    };
  };
  return {
    call,
    judge,
    text: async () => plain(await store.read()),
    /** The graph as a build from nothing gives it with the judgements of now. */
    built: async (documents = raws) => plain(await compose(documents, options)),
    ties: async () => {
      const { nodes, relationships } = await store.read();
      const nameOf = new Map(nodes.map(({ id, properties }) => [id, String(properties.name ?? '')]));
      return relationships
        .filter(({ properties }) => properties.origin === 'article')
        .map(({ from, type, to }) => `${nameOf.get(from)} ${type} ${nameOf.get(to)}`)
        .sort();
    },
    idOf: async (wanted: string) => {
      const { nodes } = (await call<GraphAnswer>('GET', 'graph')).body;
      return nodes.id[nodes.name.indexOf(wanted)] ?? '';
    },
  };
}

/** A graph without what is derived. */
function plain({ nodes, relationships }: Snapshot): string {
  const bare = nodes.map(({ properties: { x, y, community, pageRank, ...properties }, ...node }) => ({
    ...node,
    properties,
  }));
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return JSON.stringify([[...bare].sort(byId), [...relationships].sort(byId)]);
}

const added = {
  say: 'add',
  from: thing('Company', FIRM),
  relation: 'LOCATED_IN',
  to: thing('Zone', OTHER),
  article: B,
  quote: `Zone ${OTHER}`,
};
const told = {
  say: 'wrong',
  what: 'relation',
  from: thing('Company', FIRM),
  relation: 'LOCATED_IN',
  to: thing('Zone', PARK),
};

describe('full correction', () => {
  it.each([
    ['adds a relation with its quote', added, `${FIRM} LOCATED_IN ${OTHER}`],
    ['gives one another end', { ...told, rightTo: thing('Zone', OTHER) }, `${FIRM} LOCATED_IN ${OTHER}`],
    [
      'gives one another type and both ends',
      {
        ...told,
        right: 'INVESTS_IN',
        rightFrom: thing('Company', FIRM),
        rightTo: thing('Project', '晨星基地'),
      },
      `${FIRM} INVESTS_IN 晨星基地`,
    ],
  ])('%s, as a build from nothing does, and undo takes it back', async (name, said, tie) => {
    const { judge, ties, text, built } = await open(name);
    const before = await text();
    const { status, undo } = await judge(said);
    expect(status).toBe(200);
    expect(await ties()).toContain(tie);
    if (said.say === 'wrong') expect(await ties()).not.toContain(`${FIRM} LOCATED_IN ${PARK}`);
    expect(await text()).toBe(await built());
    expect((await undo()).status).toBe(200);
    expect(await text()).toBe(before);
  });

  it('shows the sentence that an added relation was taken from', async () => {
    const { judge, call, idOf } = await open('evidence');
    await judge(added);
    const { body } = await call<EntityAnswer>('GET', `entities/${await idOf(OTHER)}`);
    const { body: relation } = await call<RelationAnswer>('GET', `relations/${body.relations[0]?.id}`);
    expect(relation.evidence).toMatchObject([{ rule: 'judged', quote: `Zone ${OTHER}`, article: { id: B } }]);
  });

  it('is told of an end that the article does not name, and wrong again of what was added', async () => {
    const { judge, ties, text, built } = await open('unnamed');
    await judge({ ...added, to: thing('Zone', PARK) });
    // A name that stands in the text and that nobody had found becomes a thing.
    await judge({ ...added, from: thing('Organization', '晨星基地') });
    expect(await ties()).toEqual(
      expect.arrayContaining([`${FIRM} LOCATED_IN ${PARK}`, `晨星基地 LOCATED_IN ${OTHER}`]),
    );
    expect(await text()).toBe(await built());
    await judge({ ...told, from: thing('Organization', '晨星基地'), to: thing('Zone', OTHER) });
    expect(await ties()).not.toContain(`晨星基地 LOCATED_IN ${OTHER}`);
  });

  it.each([
    ['a quote that does not stand there', { ...added, quote: '别的话' }, 404],
    ['what nobody names', { ...added, from: thing('Company', '启明公司') }, 404],
    ['an article that is not there', { ...added, article: 'test/z.txt' }, 404],
    ['a tie between what it cannot tie', { ...added, relation: 'SUBSIDIARY_OF' }, 400],
    ['an end that nobody names', { ...told, rightTo: thing('Zone', '没有的园区') }, 404],
    ['a date that is none', { say: 'article', article: A, property: 'published', right: '去年' }, 400],
  ])('refuses %s', async (_, said, status) => {
    const { judge } = await open('refused');
    expect((await judge(said)).status).toBe(status);
  });

  it('dates, names and takes back an article', async () => {
    const { judge, call, text, built } = await open('articles');
    const before = await text();
    const on = { say: 'article', article: A };
    const dated = await judge({ ...on, property: 'published', right: '2026-05' });
    await judge({ ...on, property: 'title', right: '晨星落户' });
    const { body } = await call<ArticleAnswer>('GET', `articles/${encodeURIComponent(A)}`);
    expect(body).toMatchObject({ published: '2026-05', title: '晨星落户' });
    expect(await text()).toBe(await built());
    await dated.undo();
    expect(
      (await call<ArticleAnswer>('GET', `articles/${encodeURIComponent(A)}`)).body.published,
    ).toBeUndefined();

    const gone = await judge(on);
    expect((await call('GET', `articles/${encodeURIComponent(A)}`)).status).toBe(404);
    expect(await text()).toBe(await built());
    await gone.undo();
    expect((await call<ArticleAnswer>('GET', `articles/${encodeURIComponent(A)}`)).body.title).toBe(
      '晨星落户',
    );
    expect(await text()).toBe(await built());
    expect(await text()).not.toBe(before);
  });

  it('leads from an id that a correction replaced to what has its place, and back after an undo', async () => {
    const { judge, call, idOf } = await open('former');
    const old = await idOf(FIRM);
    const { body } = await call<EntityAnswer>('GET', `entities/${old}`);
    const tie = body.relations.find(({ type }) => type === 'LOCATED_IN')?.id;
    const renamed = await judge({
      say: 'wrong',
      what: 'entity',
      of: thing('Company', FIRM),
      right: '启明公司',
    });
    const led = await call<EntityAnswer>('GET', `entities/${old}`);
    expect(led.body).toMatchObject({ name: '启明公司' });
    expect(led.body.id).not.toBe(old);
    expect((await call<RelationAnswer>('GET', `relations/${tie}`)).body.from.name).toBe('启明公司');
    expect((await call<{ name: string }>('GET', `profiles/${old}`)).status).toBe(200);
    await renamed.undo();
    expect((await call<EntityAnswer>('GET', `entities/${led.body.id}`)).body.name).toBe(FIRM);

    const moved = await judge({ ...told, rightTo: thing('Zone', OTHER) });
    const now = await call<RelationAnswer>('GET', `relations/${tie}`);
    expect(now.body.to.name).toBe(OTHER);
    await moved.undo();
    expect((await call<RelationAnswer>('GET', `relations/${now.body.id}`)).body.id).toBe(tie);
    expect((await call('GET', 'entities/0123456789abcdef')).status).toBe(404);
  });
});
