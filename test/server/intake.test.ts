import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { openIntake } from '../../src/server/intake.ts';

it('a body that nobody listens to any more gives way without ending the process', async () => {
  const intake = openIntake(1, 60_000);
  const begin = () => {
    const request = new PassThrough();
    return { request, body: intake.take(request as unknown as IncomingMessage, request) };
  };
  const [one, two] = [begin(), begin()];
  // What nobody hears is told to the process in a turn of its own.
  await new Promise((turn) => setImmediate(turn));
  expect(one.body.destroyed).toBe(true);
  expect(one.body.errored).toMatchObject({ code: 'TIMEOUT' });
  expect(two.body.destroyed).toBe(false);
  two.request.destroy();
});
