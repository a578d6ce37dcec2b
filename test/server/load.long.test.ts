import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';

const CLIENTS = 200;
const SECONDS = 60;
const PROGRAM = builtProgram ?? '';
const folder = mkdtempSync(join(tmpdir(), 'yuantu-load-'));
const store = `grafeo:${join(folder, 'graph.grafeo')}`;
const environment = { ...process.env, YUANTU_RATE: '1000000', LANG: 'C' };

function start(...given: string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, '--store', store, ...given], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));

describe.runIf(builtProgram !== undefined)('a server with 200 clients beside a build', () => {
  let server: ChildProcess;
  let address = '';
  beforeAll(async () => {
    expect(await ended(start('build', 'seeds/articles'))).toBe(0);
    server = start('serve', '--port', '0');
    address = await new Promise((found) => {
      server.stdout?.on('data', (line: Buffer) => {
        const [url] = /http:\S+/u.exec(line.toString()) ?? [];
        if (url !== undefined) found(url);
      });
    });
  }, 600_000);
  afterAll(async () => {
    server.kill('SIGTERM');
    await ended(server);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('answers all, or says honestly that it cannot now', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const ask = (path: string, body?: object) =>
      new Promise<{ status: number; text: string }>((answered, fail) => {
        const payload = body && JSON.stringify(body);
        const sent = request(
          `${address}${path}`,
          {
            agent,
            method: body ? 'POST' : 'GET',
            headers: payload ? { 'content-type': 'application/json' } : {},
          },
          (reply) => {
            let text = '';
            reply.setEncoding('utf8');
            reply.on('data', (piece: string) => {
              text += piece;
            });
            reply.on('end', () => answered({ status: reply.statusCode ?? 0, text }));
            reply.on('error', fail);
          },
        ).once('error', fail);
        sent.end(payload);
      });
    const { items } = JSON.parse((await ask('/api/v1/entities?limit=100')).text) as {
      items: { id: string }[];
    };
    const asks = [
      () => ask('/api/v1/health'),
      () => ask('/api/v1/graph'),
      () => ask(`/api/v1/search?q=${encodeURIComponent('江西')}`),
      () => ask(`/api/v1/entities/${items[Math.floor(Math.random() * items.length)]?.id}`),
      () => ask('/api/v1/query', { statement: 'MATCH (c:Company) RETURN c.name LIMIT 10' }),
    ];
    const statuses = new Map<number, number>();
    const times: number[] = [];
    const faults: string[] = [];
    const end = Date.now() + SECONDS * 1000;
    let building = true;
    const builds = (async () => {
      while (building) {
        expect(await ended(start('remove', '--source', 'articles'))).toBeLessThan(2);
        expect(await ended(start('build', 'seeds/articles'))).toBe(0);
      }
    })();
    const clients = Array.from({ length: CLIENTS }, async (_, i) => {
      for (let turn = i; Date.now() < end; turn++) {
        const began = performance.now();
        const { status, text } = await (asks[turn % asks.length] as (typeof asks)[number])();
        times.push(performance.now() - began);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // Between a removal and a build an entity may be gone.
        if (![200, 404, 429, 503].includes(status)) faults.push(`${status} ${text.slice(0, 200)}`);
        if (status === 429 || status === 503) await sleep(1000);
      }
    });
    await Promise.all(clients);
    building = false;
    await builds;
    times.sort((a, b) => a - b);
    const memory = /^process_resident_memory_bytes (\d+)/mu.exec((await ask('/metrics')).text)?.[1];
    console.log(
      `${times.length} requests in ${SECONDS} s, ${JSON.stringify(Object.fromEntries(statuses))}, ` +
        `p50 ${Math.round(times[times.length >> 1] ?? 0)} ms, p95 ${Math.round(times[Math.floor(times.length * 0.95)] ?? 0)} ms, ` +
        `memory ${Math.round(Number(memory) / 1e6)} MB`,
    );
    agent.destroy();
    expect(faults).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(0);
  }, 1_200_000);
});
