import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { memoryStore } from '../support/memory-store.ts';

const store = memoryStore({ nodes: [], relationships: [] });
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Take a free port of the loopback and keep it. */
async function takePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function start(port: number, strictPort = false): Promise<RunningServer> {
  const server = await startServer({ store, port, strictPort });
  closing.push(() => server.close());
  return server;
}

describe('the port', () => {
  it('moves up when the default one is taken', async () => {
    const taken = await takePort();
    const server = await start(taken);
    expect(server.port).toBeGreaterThan(taken);
    const answer = await fetch(`${server.address}/api/v1/health`);
    expect(await answer.json()).toMatchObject({ status: 'ok', store: { kind: 'grafeo', place: 'memory' } });
  });

  it('is an error when it was asked for and is taken', async () => {
    const taken = await takePort();
    await expect(start(taken, true)).rejects.toMatchObject({
      code: 'SETTING',
      message: expect.stringContaining(String(taken)),
    });
  });

  it('0 is any free one', async () => {
    expect((await start(0)).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
