import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { goldGraph } from '../support/graph.ts';
import { memoryStore } from '../support/memory-store.ts';
import { sendBytes } from '../support/wire.ts';

const READER = 'reader-of-the-test-1';
const H = 'Host: 127.0.0.1';

/** Head lines and a body; the connection ends after the answer, and whoever asks may. */
const request = (lines: readonly string[], body = '') =>
  [...lines, `Authorization: Bearer ${READER}`, 'Connection: close', '', body].join('\r\n');
const get = (...lines: string[]) => request(['GET /api/v1/health HTTP/1.1', ...lines]);
const post = (lines: readonly string[], body: string) =>
  request(['POST /api/v1/query HTTP/1.1', H, 'Content-Type: application/json', ...lines], body);

const QUESTION = '{"statement":"RETURN 1"}';

/** What must be let through: were it refused, the refusals below would say nothing. */
const FINE: readonly (readonly [string, string])[] = [
  ['a question', get(H)],
  ['a host in numbers with a port', get('Host: [::1]:7676')],
  ['the same host in the address', request(['GET http://127.0.0.1/api/v1/health HTTP/1.1', H])],
  ['a body with its length', post([`Content-Length: ${QUESTION.length}`], QUESTION)],
  ['a body in pieces', post(['Transfer-Encoding: chunked'], `18\r\n${QUESTION}\r\n0\r\n\r\n`)],
];

const REFUSED: readonly (readonly [string, number, string])[] = [
  ['two hosts', 400, get(H, 'Host: evil.example')],
  ['the same host twice', 400, get(H, H)],
  ['two hosts in one line', 403, get('Host: 127.0.0.1, evil.example')],
  ['no host', 400, get()],
  ['an empty host', 403, get('Host:')],
  ['a foreign host', 403, get('Host: evil.example')],
  ['a host behind a user', 403, get('Host: 127.0.0.1@evil.example')],
  ['a foreign host in the address', 400, request(['GET http://evil.example/api/v1/health HTTP/1.1', H])],
  [
    'a foreign host in both',
    403,
    request(['GET http://evil.example/api/v1/health HTTP/1.1', 'Host: evil.example']),
  ],
  [
    'our host in the address alone',
    400,
    request(['GET http://127.0.0.1/api/v1/health HTTP/1.1', 'Host: evil.example']),
  ],
  ['a line that goes on in the next', 400, get(H, 'X-Long: a\r\n b')],
  ['a host that goes on in the next line', 400, get('Host: 127.0.0.1\r\n .evil.example')],
  ['a blank before the colon', 400, get(H, 'X-Blank : a')],
  ['a NUL in a header', 400, get(H, 'X-Nul: a\0b')],
  ['a lone line feed', 400, get(`${H}\nX-Feed: a`)],
  ['a lone carriage return', 400, get(`${H}\rX-Return: a`)],
  [
    'a length and pieces',
    400,
    post(
      [`Content-Length: ${QUESTION.length}`, 'Transfer-Encoding: chunked'],
      `18\r\n${QUESTION}\r\n0\r\n\r\n`,
    ),
  ],
  ['two lengths', 400, post([`Content-Length: ${QUESTION.length}`, 'Content-Length: 5'], QUESTION)],
  ['the same length twice', 400, post(Array(2).fill(`Content-Length: ${QUESTION.length}`), QUESTION)],
  ['a length with a sign', 400, post([`Content-Length: +${QUESTION.length}`], QUESTION)],
  ['a length below nothing', 400, post(['Content-Length: -1'], QUESTION)],
  ['a length beyond all numbers', 400, post([`Content-Length: ${'9'.repeat(30)}`], QUESTION)],
  ['pieces in an unknown coding', 400, post(['Transfer-Encoding: cow'], QUESTION)],
  ['pieces that are not the last coding', 400, post(['Transfer-Encoding: chunked, gzip'], QUESTION)],
  ['a piece without a size', 400, post(['Transfer-Encoding: chunked'], `zz\r\n${QUESTION}\r\n0\r\n\r\n`)],
  [
    'a piece longer than its size',
    400,
    post(['Transfer-Encoding: chunked'], `2\r\n${QUESTION}\r\n0\r\n\r\n`),
  ],
  ['a method of nobody', 501, request(['BREW /api/v1/health HTTP/1.1', H])],
  ['a version to come', 400, request(['GET /api/v1/health HTTP/7.0', H])],
  ['the preface of HTTP/2', 400, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['no HTTP', 400, '\u0016\u0003\u0001\u0002\r\n\r\n'],
];

/** The statuses of all answers, in order: one that was smuggled in would have its own. */
const statuses = (text: string) =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gmu)].map(([, status]) => Number(status));

describe.each([
  ['without tokens', {}],
  ['with tokens', { reader: READER }],
])('on the wire, a server %s', (_, tokens) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ store: memoryStore(goldGraph()), port: 0, tokens });
  });
  afterAll(() => server.close());

  it.each(FINE)('answers %s', async (_, bytes) => {
    expect(statuses(await sendBytes(server.port, bytes))).toEqual([200]);
  });

  it.each(REFUSED)('refuses %s with %i', async (_, status, bytes) => {
    const text = await sendBytes(server.port, bytes);
    expect(statuses(text)).toEqual([status]);
    expect(text).toMatch(/content-type: application\/problem\+json/iu);
  });
});

describe('an address', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ store: memoryStore(goldGraph()), port: 0 });
  });
  afterAll(() => server.close());

  it.each([
    ['PATCH', '/api/v1/graph', 405, 'GET, HEAD, POST'],
    ['TRACE', '/api/v1/graph', 405, 'GET, HEAD, POST'],
    ['PROPFIND', '/api/v1/graph', 405, 'GET, HEAD, POST'],
    ['GET', '/api/v1/query', 405, 'POST'],
    ['POST', '/api/v1/entities/x', 405, 'GET, HEAD'],
    ['DELETE', '/sign-in?a=b', 405, 'GET, HEAD, POST'],
    ['POST', '/api/v1/saved/views/x', 405, 'DELETE, PUT'],
    ['POST', '/api/v1/nothing', 404, undefined],
    ['GET', '/api/v1/entities/x/y', 404, undefined],
    ['PROPFIND', '/nothing', 404, undefined],
  ])('%s %s is answered with %i, Allow: %j', async (method, path, status, allow) => {
    const text = await sendBytes(server.port, request([`${method} ${path} HTTP/1.1`, H]));
    expect(statuses(text)).toEqual([status]);
    expect(/^allow: (.*)$/imu.exec(text)?.[1]?.trim()).toBe(allow);
  });
});
