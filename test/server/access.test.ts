import { describe, expect, it } from 'vitest';
import { checkTokens, type Tokens } from '../../src/server/access.ts';
import { buildApp } from '../../src/server/app.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';

const HOST = { host: '127.0.0.1:7676' };
const TOKENS = {
  reader: 'reader-reader-reader',
  reviewer: 'reviewer-reviewer-01',
  editor: 'editor-editor-editor',
} as const;
const store = memoryStore(goldGraph());

const open = (tokens: Tokens = TOKENS) => {
  const app = buildApp({ store, tokens });
  app.put('/edit', async () => 'edited');
  app.put('/judge', { config: { role: 'reviewer' } }, async () => 'judged');
  return app;
};
const bearer = (token: string) => ({ ...HOST, authorization: `Bearer ${token}` });

describe('without a token', () => {
  it.each(['/api/v1/health', '/api/v1/graph', '/metrics', '/nothing'])('%s asks who it is', async (url) => {
    const reply = await open().inject({ url, headers: HOST });
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toContain('Bearer');
    expect(reply.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('a person is shown where to sign in', async () => {
    const reply = await open().inject({ url: '/', headers: { ...HOST, accept: 'text/html' } });
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in']);
  });

  it.each(['/health/live', '/health/ready', '/sign-in', '/api/v1/openapi.json', '/api/v1/docs'])(
    '%s is open',
    async (url) => {
      expect((await open().inject({ url, headers: HOST })).statusCode).toBe(200);
    },
  );

  it('everyone may everything where no token is set', async () => {
    expect((await open({}).inject({ method: 'PUT', url: '/edit', headers: HOST })).statusCode).toBe(200);
  });
});

describe('a role', () => {
  it.each([
    ['reader', 'GET', '/api/v1/graph', 200],
    ['reader', 'PUT', '/judge', 403],
    ['reader', 'PUT', '/edit', 403],
    ['reviewer', 'PUT', '/judge', 200],
    ['reviewer', 'PUT', '/edit', 403],
    ['editor', 'PUT', '/edit', 200],
    ['editor', 'GET', '/metrics', 200],
  ] as const)('%s: %s %s gives %i', async (role, method, url, status) => {
    const reply = await open().inject({ method, url, headers: bearer(TOKENS[role]) });
    expect(reply.statusCode).toBe(status);
  });

  it('is not had by a part of a token, or a wrong one', async () => {
    for (const token of ['reader', `${TOKENS.reader}x`, TOKENS.reader.slice(1), ' ', '令牌'])
      expect(
        (await open().inject({ url: '/api/v1/graph', headers: bearer(encodeURI(token)) })).statusCode,
      ).toBe(401);
  });

  it('reading by POST is reading', async () => {
    const payload = { statement: 'RETURN 1' };
    const reply = await open().inject({
      method: 'POST',
      url: '/api/v1/query',
      headers: bearer(TOKENS.reader),
      payload,
    });
    expect(reply.statusCode).toBe(200);
  });
});

describe('signing in', () => {
  const signIn = (token: string, headers = {}) =>
    open().inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ token }).toString(),
    });

  it('gives a cookie that holds no token and that scripts cannot read', async () => {
    const reply = await signIn(TOKENS.reviewer);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/']);
    const cookie = String(reply.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/u);
    expect(cookie).not.toContain(TOKENS.reviewer);
    const ask = (sent: string, method: 'GET' | 'PUT', url: string) =>
      open().inject({ method, url, headers: { ...HOST, cookie: sent } });
    const [own = ''] = cookie.split(';');
    expect((await ask(own, 'GET', '/api/v1/graph')).statusCode).toBe(200);
    expect((await ask(own, 'PUT', '/edit')).statusCode).toBe(403);
    expect((await ask(own.replace('reviewer', 'editor'), 'PUT', '/edit')).statusCode).toBe(401);
    expect((await ask(own.replace(/\d/u, '9'), 'GET', '/api/v1/graph')).statusCode).toBe(401);
    expect((await ask(`${own}x`, 'GET', '/api/v1/graph')).statusCode).toBe(401);
  });

  it('ends after a week, and when the tokens change', async () => {
    const cookie = String((await signIn(TOKENS.reader)).headers['set-cookie']).split(';')[0] ?? '';
    const other = open({ ...TOKENS, editor: 'another-editor-token' });
    expect((await other.inject({ url: '/api/v1/graph', headers: { ...HOST, cookie } })).statusCode).toBe(401);
    const old = cookie.replace(/\.\d+\./u, '.1000000000.');
    expect(
      (await open().inject({ url: '/api/v1/graph', headers: { ...HOST, cookie: old } })).statusCode,
    ).toBe(401);
  });

  it('fails with a wrong token, and from another site', async () => {
    expect((await signIn('wrong')).statusCode).toBe(401);
    expect((await signIn(TOKENS.editor, { origin: 'http://evil.example' })).statusCode).toBe(403);
  });
});

describe('at the start', () => {
  it.each([
    [{}, '127.0.0.1'],
    [{}, 'localhost'],
    [{}, '::1'],
    [{ editor: 'long-enough-a-token' }, '0.0.0.0'],
  ])('%j on %s is fine', (tokens, host) => {
    expect(() => checkTokens(tokens, host)).not.toThrow();
  });

  it.each([
    [{}, '0.0.0.0', /others can reach 0\.0\.0\.0/u],
    [{}, '::', /YUANTU_TOKEN_EDITOR/u],
    [{}, '192.168.1.5', /openssl/u],
    [{ reader: 'short' }, '127.0.0.1', /reader is too short/u],
    [{ reader: 'same-same-same-same', editor: 'same-same-same-same' }, '127.0.0.1', /same token/u],
  ])('%j on %s is refused', (tokens, host, message) => {
    expect(() => checkTokens(tokens, host)).toThrow(message);
  });
});
