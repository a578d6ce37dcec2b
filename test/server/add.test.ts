import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addFiles, Session } from '../../src/collect/build.ts';
import type { AddStep } from '../../src/contract/add.ts';
import { loadSeeds } from '../../src/knowledge/seeds.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { READ_LIMITS } from '../../src/model/read-limits.ts';
import { type DocumentReader, openDocumentReader } from '../../src/read/index.ts';
import { buildApp } from '../../src/server/app.ts';
import { parseJudgement } from '../../src/verdict/parse.ts';
import { applyStore } from '../support/apply-store.ts';
import { compiled } from '../support/compiled.ts';
import { docxOf, pdfOf } from '../support/office.ts';

const SCRIPT = compiled('read/apart/process.js');

describe('adding articles over HTTP', () => {
  const upload = (name: string, content: string | Buffer) => ({
    name,
    data: Buffer.from(content).toString('base64'),
  });

  /** A server on a store of its own, and what it answers at last. */
  function serving(documents?: DocumentReader) {
    const store = applyStore();
    const session = new Session({ store, seeds: loadSeeds() });
    const app = buildApp({
      store,
      add: (paths, source, onProgress) =>
        addFiles(session, paths, source, { onProgress, ...(documents === undefined ? {} : { documents }) }),
    });
    const send = async (...files: readonly { name: string; data: string }[]) => {
      const { payload } = await app.inject({
        method: 'POST',
        url: '/api/v1/articles',
        headers: { host: 'localhost' },
        payload: { files },
      });
      return JSON.parse(payload.trim().split('\n').at(-1) ?? '') as AddStep;
    };
    return { app, store, send };
  }

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

  it('keeps texts of one title apart, and lines of two files that have no id', async () => {
    const { app, store, send } = serving();
    const line = (text: string) => upload('签约.jsonl', `${JSON.stringify({ title: '签约', text })}\n`);
    const [one, two] = ['宜春经开区与晨星科技有限公司签约。', '赣江新区与云帆科技有限公司签约。'];
    expect(await send(line(one))).toMatchObject({ added: { articles: [{ title: '签约' }] } });
    expect(await send(line(two))).toMatchObject({ added: { articles: [{ title: '签约' }] } });
    expect(await send(line(one))).toMatchObject({ added: { articles: [], unchanged: 1 } });
    const texts = (await store.read()).nodes.flatMap(({ properties }) => properties.text ?? []);
    expect(texts.sort()).toEqual([one, two].sort());
    await app.close();
  });

  it('sets aside a file that unfolds without end, and reads the others', async () => {
    const documents = openDocumentReader({ ...READ_LIMITS, pages: 100, unpacked: 64 }, SCRIPT);
    const { app, send } = serving(documents);
    const bomb = docxOf(
      (function* () {
        for (let i = 0; i < 96; i++) yield ' '.repeat(2 ** 20);
      })(),
    );
    const pages = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 200000/Kids[${'3 0 R '.repeat(200_000)}]>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    ]);
    const end = await send(
      upload('炸弹.docx', bomb),
      upload('炸弹.pdf', pages),
      upload('好.docx', docxOf('<w:p><w:r><w:t>宜春经开区与晨星科技有限公司签约。</w:t></w:r></w:p>')),
    );
    expect(end).toMatchObject({
      added: {
        read: 1,
        articles: [{}],
        rejected: [
          { reason: expect.stringMatching(/unpacks to more than 64 MB/u) },
          { reason: 'has 200000 pages; at most 100 are read' },
        ],
      },
    });
    documents.end();
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
