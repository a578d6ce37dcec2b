import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addFiles, Session } from '../../src/collect/build.ts';
import type { AddStep } from '../../src/contract/add.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { buildApp } from '../../src/server/app.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { applyStore } from '../support/apply-store.ts';

describe('adding articles over HTTP', () => {
  const upload = (name: string, text: string) => ({ name, data: Buffer.from(text).toString('base64') });

  it('reads files, tells each step, what was found and what was set aside, and keeps what was there', async () => {
    const store = applyStore();
    const session = new Session({ store, seeds: loadSeeds() });
    const app = buildApp({
      store,
      add: (paths, source, onProgress) =>
        addFiles(session, paths, source, onProgress === undefined ? {} : { onProgress }),
    });
    const send = async (files: readonly { name: string; data: string }[]) => {
      const { payload } = await app.inject({
        method: 'POST',
        url: '/api/v1/articles',
        headers: { host: 'localhost' },
        payload: { files },
      });
      return payload
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as AddStep);
    };
    const first = await send([
      upload('../一.txt', '宜春经开区与晨星科技有限公司签约。晨星科技有限公司投资建设电池项目。'),
      upload('坏.pdf', 'no PDF'),
    ]);
    expect(first.some((line) => 'progress' in line)).toBe(true);
    const end = first.at(-1);
    expect(end).toMatchObject({ added: { articles: [{}], read: 1, rejected: [{}] } });
    await send([upload('二.txt', '赣江新区与晨星科技有限公司签约。')]);
    const { counts } = (await app.inject({ url: '/api/v1/health', headers: { host: 'localhost' } })).json();
    expect(counts.articles).toBe(2);
    await app.close();
  });

  it('adds to a graph that stays as it was judged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yuantu-add-'));
    const store = applyStore();
    const given = { say: 'wrong', what: 'entity', of: { type: 'Company', name: '晨星科技有限公司' } };
    const signed = { by: '王', at: '2026-01-01T00:00:00.000Z' };
    const wrong = parseJudgement({ ...given, right: '启明科技有限公司', ...signed }, 'test') as Judgement;
    const session = new Session({ store, seeds: loadSeeds(), judgements: () => [wrong] });
    for (const [name, text] of [
      ['一.txt', '宜春经开区与晨星科技有限公司签约。晨星科技有限公司投资建设电池项目。'],
      ['二.txt', '赣江新区与晨星科技有限公司签约。'],
    ] as const) {
      const path = join(folder, name);
      await writeFile(path, text);
      await addFiles(session, [path], 'added');
      const names = (await store.read()).nodes.map(({ properties }) => properties.name);
      expect(names).toContain('启明科技有限公司');
      expect(names).not.toContain('晨星科技有限公司');
    }
    await rm(folder, { recursive: true });
  });

  it('counts relations among entities, and no link to an article or a fact', async () => {
    const report = await new Session({ store: applyStore(), seeds: loadSeeds() }).judge();
    const link = (type: string) => ({ id: type, type, from: 'a', to: 'b', properties: {} });
    const upsertRelationships = ['INVESTS_IN', 'MENTIONS', 'HAS_FACT', 'REPRINT_OF'].map(link);
    const app = buildApp({
      store: applyStore(),
      add: async () => ({ ...report, change: { ...report.change, upsertRelationships } }),
    });
    const { payload } = await app.inject({
      method: 'POST',
      url: '/api/v1/articles',
      headers: { host: 'localhost' },
      payload: { files: [upload('一.txt', '园区')] },
    });
    expect(JSON.parse(payload.trim())).toMatchObject({ added: { relations: 1 } });
    await app.close();
  });

  it('says what went wrong', async () => {
    const app = buildApp({
      store: applyStore(),
      add: () => Promise.reject(new Error('no')),
    });
    const { payload } = await app.inject({
      method: 'POST',
      url: '/api/v1/articles',
      headers: { host: 'localhost' },
      payload: { files: [upload('一.txt', '园区')] },
    });
    expect(JSON.parse(payload.trim())).toMatchObject({ problem: { code: 'INTERNAL' } });
    await app.close();
  });
});
