import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/index.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { dial } from '../support/wire.ts';

const READER = 'reader-of-the-test-1';
const MANY = 300;

let server: RunningServer;
let halves: Socket[] = [];
afterEach(async () => {
  for (const socket of halves) socket.destroy();
  halves = [];
  await server.close();
});

const start = async (options: Partial<ServerOptions> = {}) => {
  server = await startServer({ store: memoryStore(goldGraph()), port: 0, ...options });
};

/** Connections that send the head of a request and a part of its body, and then nothing. */
async function sendHalves(path: string, count = MANY, head: readonly string[] = []): Promise<void> {
  halves = await Promise.all(Array.from({ length: count }, () => dial(server.port)));
  const type = path === '/sign-in' ? 'application/x-www-form-urlencoded' : 'application/json';
  const lines = [`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', `Content-Type: ${type}`, ...head];
  const bytes = `${[...lines, 'Content-Length: 1000'].join('\r\n')}\r\n\r\nto`;
  await Promise.all(halves.map((socket) => new Promise((sent) => socket.write(bytes, sent))));
}

const ask = (path: string, init: RequestInit = {}) => fetch(`${server.address}${path}`, init);
const question = { method: 'POST', body: '{"statement":"RETURN 1"}' };
const json = { 'content-type': 'application/json' };

describe('half bodies on three hundred connections', () => {
  it('to the way in shut out nobody with a token, nor the signs of life, nor another stranger', async () => {
    await start({ tokens: { reader: READER } });
    await sendHalves('/sign-in');
    const headers = { authorization: `Bearer ${READER}` };
    for (let i = 0; i < 50; i++) {
      expect((await ask('/api/v1/health', { headers })).status).toBe(200);
      expect((await ask('/api/v1/query', { ...question, headers: { ...headers, ...json } })).status).toBe(
        200,
      );
      expect((await ask('/health/ready')).status).toBe(200);
      const body = new URLSearchParams({ token: READER });
      expect((await ask('/sign-in', { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
    }
  });

  it('shut out nobody where there are no tokens, wherever they are sent', async () => {
    await start();
    for (const path of ['/sign-in', '/api/v1/query', '/api/v1/articles', '/nothing']) {
      await sendHalves(path);
      for (let i = 0; i < 20; i++) {
        expect((await ask('/api/v1/health')).status).toBe(200);
        expect((await ask('/api/v1/query', { ...question, headers: json })).status).toBe(200);
      }
      for (const socket of halves) socket.destroy();
    }
  });

  it('take no place from those who do not ask by a token: what needs one is refused by its head', async () => {
    await start({ tokens: { reader: READER } });
    await sendHalves('/api/v1/query', 1);
    const [chunk] = await once(halves[0] as Socket, 'data');
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 401 /u);
  });
});

describe('a body that does not come', () => {
  it.each(['/sign-in', '/api/v1/query'])(
    'to %s is answered with 408, and the connection ends',
    async (path) => {
      await start({ limits: { bodyTime: 200 } });
      await sendHalves(path, 1);
      let text = '';
      for await (const piece of halves[0] as Socket) text += piece;
      expect(text).toMatch(/^HTTP\/1\.1 408 /u);
      expect(text).toContain('"code":"TIMEOUT"');
    },
  );

  it('has a second more for every 64 KB that came', async () => {
    await start({ limits: { bodyTime: 200 } });
    await sendHalves('/api/v1/query', 1);
    const socket = await dial(server.port);
    halves.push(socket);
    const long = JSON.stringify({ statement: 'RETURN 1', parameters: { a: 'x'.repeat(400_000) } });
    socket.write(
      `POST /api/v1/query HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${long.length}\r\nConnection: close\r\n\r\n${long.slice(0, -1)}`,
    );
    // The short one, begun before, is given up; the long one has come far enough to be waited for.
    await once(halves[0] as Socket, 'data');
    socket.write(long.slice(-1));
    const [chunk] = await once(socket, 'data');
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 200 /u);
  });
});

describe('strangers', () => {
  it('use up nothing of the requests a minute of those who have a token at their address', async () => {
    await start({ tokens: { reader: READER }, limits: { rate: 20 } });
    const strange = await Promise.all(Array.from({ length: 40 }, () => ask('/api/v1/health')));
    expect(new Set(strange.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const headers = { authorization: `Bearer ${READER}` };
    expect((await ask('/api/v1/health', { headers })).status).toBe(200);
  });
});
