import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/server/app.ts';
import { memoryStore } from '../support/memory-store.ts';

describe('what people keep', () => {
  let folder: string;
  let file: string;
  const open = () => buildApp({ store: memoryStore({ nodes: [], relationships: [] }), saved: file });
  const headers = { host: 'localhost' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuantu-saved-'));
    file = join(folder, 'deep', 'saved.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('outlives the server, and is dropped again', async () => {
    const first = open();
    const put = (url: string, text: string) =>
      first.inject({ method: 'PUT', url, headers, payload: { text } });
    await Promise.all([
      put('/api/v1/saved/views/%E5%9B%AD%E5%8C%BA', '#hide=Place'),
      put('/api/v1/saved/queries/all', 'MATCH (n) RETURN n'),
    ]);
    await first.close();
    const second = open();
    const { views, queries } = (await second.inject({ url: '/api/v1/saved', headers })).json();
    expect([views, queries]).toEqual([{ 园区: '#hide=Place' }, { all: 'MATCH (n) RETURN n' }]);
    await second.inject({ method: 'DELETE', url: '/api/v1/saved/queries/all', headers });
    expect(JSON.parse(await readFile(file, 'utf8')).queries).toEqual({});
    await second.close();
  });

  it('remembers statements, the newest first and each once', async () => {
    const app = open();
    for (const text of ['a', 'b', 'a'])
      await app.inject({ method: 'POST', url: '/api/v1/saved/history', headers, payload: { text } });
    expect((await app.inject({ url: '/api/v1/saved', headers })).json().history).toEqual(['a', 'b']);
    await app.close();
  });

  it('sets an unreadable file aside', async () => {
    file = join(folder, 'saved.json');
    await writeFile(file, '{');
    const app = open();
    expect((await app.inject({ url: '/api/v1/saved', headers })).json().history).toEqual([]);
    expect(await readFile(`${file}.unreadable`, 'utf8')).toBe('{');
    await app.close();
  });

  it('refuses a kind that there is not', async () => {
    const app = open();
    const answer = await app.inject({
      method: 'PUT',
      url: '/api/v1/saved/x/y',
      headers,
      payload: { text: '' },
    });
    expect(answer.statusCode).toBe(400);
    await app.close();
  });
});
