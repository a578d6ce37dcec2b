import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/collect/build.ts';
import { openReview } from '../../src/collect/review.ts';
import type { GraphAnswer } from '../../src/contract/graph.ts';
import { DoubtsAnswer, JudgementsAnswer, type RecordedAnswer } from '../../src/contract/review.ts';
import { buildApp } from '../../src/server/app.ts';
import { openJudgementLog } from '../../src/verdict/log.ts';
import { replay } from '../../src/verdict/replay.ts';
import { applyStore } from '../support/apply-store.ts';
import { sample, TEST_SEEDS } from '../support/extraction.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-review-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const NEWS = [sample('a', ['Company 欣旺达']), sample('b', ['Company 南昌欣旺达有限公司'])];

async function open(name: string, news = NEWS) {
  const byId = new Map(news.map((one) => [one.raw.id, one.extraction]));
  const store = applyStore();
  const log = openJudgementLog(join(folder, name, 'judgements.jsonl'));
  const session = new Session({
    store,
    seeds: TEST_SEEDS,
    extract: (raw) => byId.get(raw.id) ?? sample('none', []).extraction,
    judgements: () => replay(log.read()).judgements,
  });
  await session.add(news.map(({ raw }) => raw));
  const app = buildApp({ store, review: openReview(log, async () => session) });
  const call = async <T>(method: 'GET' | 'POST', path: string, payload?: object) => {
    const headers = { host: '127.0.0.1:7676' };
    const answer = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() as T };
  };
  const count = async () => (await call<GraphAnswer>('GET', 'graph')).body.counts.entities;
  return { call, count, store };
}

describe('judging over HTTP', () => {
  it('lists the doubtful pairs with the sentences of both sides', async () => {
    const { call } = await open('list');
    const { body } = await call<DoubtsAnswer>('GET', 'doubts');
    expect(DoubtsAnswer.parse(body)).toEqual(body);
    expect(body.total).toBe(1);
    const [pair] = body.pairs;
    expect(pair).toMatchObject({ merged: false, via: '欣旺达' });
    const sides = [pair?.left, pair?.right];
    expect(sides.map((side) => side?.names.name).sort()).toEqual(['南昌欣旺达有限公司', '欣旺达']);
    for (const side of sides) {
      const [mentions] = side?.mentions ?? [];
      expect(mentions?.passages[0]?.text).toContain(side?.name);
    }
  });

  it('tells which judgements give way because of what articles say', async () => {
    const { call } = await open('overruled', [
      sample('a', ['Company 甲乙丙有限公司 = 甲乙']),
      sample('b', ['Company 丁戊己有限公司 = 丁戊']),
    ]);
    const said = (say: string, ...names: [string, string]) => {
      const [left, right] = names.map((name) => ({ type: 'Company', name }));
      return call('POST', 'judgements', { say, left, right, by: '王' });
    };
    await said('different', '甲乙', '丁戊');
    expect((await call<DoubtsAnswer>('GET', 'doubts')).body.overruled).toEqual([]);
    await said('same', '甲乙丙有限公司', '丁戊己有限公司');
    const { body } = await call<DoubtsAnswer>('GET', 'doubts');
    expect(DoubtsAnswer.parse(body)).toEqual(body);
    expect(body.overruled).toMatchObject([{ kept: { say: 'different' }, dropped: { say: 'same' } }]);
  });

  it('records, shows the graph as judged, and takes back', async () => {
    const { call, count, store } = await open('record');
    expect(await count()).toBe(2);
    const before = JSON.stringify(await store.read());
    const { body: doubts } = await call<DoubtsAnswer>('GET', 'doubts');
    const [left, right] = [doubts.pairs[0]?.left.names, doubts.pairs[0]?.right.names];
    const said = await call<RecordedAnswer>('POST', 'judgements', {
      say: 'same',
      left,
      right,
      by: '王',
      why: '简称',
    });
    expect(said.status).toBe(200);
    expect(said.body.changed.nodes).toBeGreaterThan(0);
    expect(await count()).toBe(1);
    expect((await call<DoubtsAnswer>('GET', 'doubts')).body.total).toBe(0);
    const merged = JSON.stringify(await store.read());

    const id = said.body.lines[0]?.id ?? '';
    expect((await call('POST', `judgements/${id}/undo`, { by: '李' })).status).toBe(200);
    expect(await count()).toBe(2);
    expect(JSON.stringify(await store.read())).toBe(before);
    const { body: log } = await call<JudgementsAnswer>('GET', 'judgements');
    expect(JudgementsAnswer.parse(log)).toEqual(log);
    expect(log.judgements.map(({ line, stands }) => [line.say, line.by, stands])).toEqual([
      ['undo', '李', false],
      ['same', '王', false],
    ]);
    await call('POST', 'judgements', { say: 'same', left, right, by: '李' });
    expect(JSON.stringify(await store.read())).toBe(merged);
  });

  it.each([
    [400, 'judgements', { say: 'same', left: { type: 'Company', name: '甲' }, by: '王' }],
    [400, 'judgements', { say: 'perhaps', by: '王' }],
    [404, 'judgements/0123/undo', { by: '王' }],
  ])('answers %i to what it cannot record', async (status, path, payload) => {
    const { call } = await open('bad');
    expect((await call('POST', path, payload)).status).toBe(status);
    expect((await call<JudgementsAnswer>('GET', 'judgements')).body.judgements).toEqual([]);
  });

  it('says what the asking reader may do', async () => {
    const { call } = await open('rights');
    expect((await call('GET', 'rights')).body).toEqual({ role: 'editor', offered: true });
    const app = buildApp({ store: applyStore(), tokens: { reader: 'reader-of-the-test' } });
    const headers = { host: '127.0.0.1:7676', authorization: 'Bearer reader-of-the-test' };
    const answer = await app.inject({ url: '/api/v1/rights', headers });
    expect(answer.json()).toEqual({ role: 'reader', offered: false });
  });

  it('is not there where nobody offers it', async () => {
    const app = buildApp({ store: applyStore() });
    const answer = await app.inject({ url: '/api/v1/doubts', headers: { host: '127.0.0.1:7676' } });
    expect(answer.statusCode).toBe(404);
  });
});
