import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';

const READER = 'reader-of-the-test-1';
const EDITOR = 'editor-of-the-test-1';

/** What comes over the net, past every client that would not send it. */
describe('a server under attack', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const tokens = { reader: READER, editor: EDITOR };
    server = await startServer({ store: memoryStore(goldGraph()), port: 0, tokens });
  });
  afterAll(() => server.close());

  const ask = async (
    method: string,
    path: string,
    {
      body,
      token = READER,
      ...headers
    }: Readonly<Record<string, string>> & { body?: string; token?: string } = {},
  ): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> => {
    const { port } = server;
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    sent.end(body);
    const [reply] = await once(sent, 'response');
    let text = '';
    reply.setEncoding('utf8');
    for await (const piece of reply) text += piece;
    return { status: reply.statusCode, headers: reply.headers, text };
  };
  const json = { 'content-type': 'application/json' };

  it.each([
    ['an id that climbs', 'GET', '/api/v1/entities/..%2f..%2f..%2fetc%2fpasswd', {}, 404, 'NOT_FOUND'],
    ['a file that climbs', 'GET', '/..%2f..%2fetc/passwd', {}, 404, 'NOT_FOUND'],
    ['a NUL', 'GET', '/api/v1/entities/%00', {}, 404, 'NOT_FOUND'],
    ['half a percent', 'GET', '/api/v1/entities/%E0%A4%A', {}, 400, 'INPUT'],
    ['an endless address', 'GET', `/api/v1/search?q=${'a'.repeat(100_000)}`, {}, 431, 'LIMIT'],
    ['a parameter twice', 'GET', '/api/v1/search?q=a&q=b', {}, 400, 'INPUT'],
    [
      'an id that turns around',
      'GET',
      `/api/v1/entities/${encodeURIComponent('园\u202e区😀')}`,
      {},
      404,
      'NOT_FOUND',
    ],
    [
      'a form',
      'POST',
      '/api/v1/query',
      { 'content-type': 'multipart/form-data; boundary=x', body: '--x--' },
      400,
      'INPUT',
    ],
    ['text for JSON', 'POST', '/api/v1/query', { 'content-type': 'text/plain', body: '{}' }, 400, 'INPUT'],
    [
      'packed noise',
      'POST',
      '/api/v1/query',
      { ...json, 'content-encoding': 'gzip', body: 'noise' },
      400,
      'INPUT',
    ],
    [
      'a deep body',
      'POST',
      '/api/v1/query',
      { ...json, body: `{"statement":"RETURN 1","parameters":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}` },
      413,
      'LIMIT',
    ],
    [
      'a prototype',
      'POST',
      '/api/v1/query',
      { ...json, body: '{"statement":"RETURN 1","__proto__":{"limit":5}}' },
      400,
      'INPUT',
    ],
    ['a format that climbs', 'GET', '/api/v1/export?format=../../x', {}, 400, 'INPUT'],
    [
      'a question without an answer',
      'POST',
      '/api/v1/export',
      { ...json, body: '{"format":"gexf","statement":"RETURN 1"}' },
      404,
      'NOT_FOUND',
    ],
    ['a foreign preflight', 'OPTIONS', '/api/v1/query', { origin: 'https://evil.example' }, 403, 'FORBIDDEN'],
    ['a mirror', 'TRACE', '/api/v1/graph', {}, 405, 'METHOD'],
    ['another host', 'GET', '/api/v1/health', { host: '127.0.0.1@evil.example' }, 403, 'FORBIDDEN'],
    [
      'a forged cookie',
      'GET',
      '/api/v1/health',
      { authorization: '', cookie: 'yuantu=editor.9999999999.AAAA' },
      401,
      'UNAUTHENTICATED',
    ],
    [
      'a cookie without end',
      'GET',
      '/api/v1/health',
      { authorization: '', cookie: 'yuantu=editor.NaN.' },
      401,
      'UNAUTHENTICATED',
    ],
    [
      'a token in the address',
      'GET',
      `/api/v1/health?token=${READER}`,
      { authorization: '' },
      401,
      'UNAUTHENTICATED',
    ],
    ['listening without an answer', 'HEAD', '/api/v1/events', {}, 405, ''],
  ] as const)('refuses %s', async (_, method, path, options, status, code) => {
    const reply = await ask(method, path, options);
    expect(reply.status).toBe(status);
    if (code !== '') expect(JSON.parse(reply.text)).toMatchObject({ code, status });
    expect(reply.headers['content-type'] ?? '').toContain(code === '' ? '' : 'application/problem+json');
  });

  it('ignores ranges, and sends a whole file', async () => {
    const whole = await ask('GET', '/api/v1/export?format=gexf');
    const part = await ask('GET', '/api/v1/export?format=gexf', { range: 'bytes=0-1,0-,0-,0-' });
    expect([part.status, part.text]).toEqual([200, whole.text]);
    const again = await ask('GET', '/api/v1/export?format=gexf', {
      'if-none-match': String(whole.headers.etag),
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('keeps what is named like a prototype as any other, and drops nothing else', async () => {
    const put = await ask('PUT', '/api/v1/saved/views/__proto__', {
      ...json,
      token: EDITOR,
      body: '{"text":"x"}',
    });
    expect(Object.keys(JSON.parse(put.text).views)).toEqual(['__proto__']);
    await ask('DELETE', '/api/v1/saved/views/constructor', { token: EDITOR });
    const { text } = await ask('GET', '/api/v1/saved');
    expect(Object.keys(JSON.parse(text).views)).toEqual(['__proto__']);
  });

  it('lets a hundred listen, tells others to come again, and lets them in when these have gone', async () => {
    const listen = async () => {
      const path = '/api/v1/events';
      const sent = request({
        host: '127.0.0.1',
        port: server.port,
        path,
        headers: { authorization: `Bearer ${READER}` },
      });
      sent.on('error', () => {}).end();
      const [reply] = await once(sent, 'response');
      return { status: reply.statusCode as number, leave: () => sent.destroy() };
    };
    const all = await Promise.all(Array.from({ length: 110 }, listen));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(100);
    expect(all.filter(({ status }) => status === 503)).toHaveLength(10);
    expect((await ask('GET', '/api/v1/health')).status).toBe(200);
    for (const { leave } of all) leave();
    await expect
      .poll(async () => {
        const { status, leave } = await listen();
        leave();
        return status;
      })
      .toBe(200);
  });

  it('answers others while many connections say half of something', async () => {
    const slow = Array.from({ length: 200 }, () =>
      connect(server.port, '127.0.0.1', function say(this: { write(text: string): void }) {
        this.write('GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
      }).on('error', () => {}),
    );
    expect((await ask('GET', '/api/v1/health')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});
