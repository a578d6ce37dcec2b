import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { YuantuError } from '../model/errors.ts';

// blob: workers are how the layout runs beside the page; data: images are the pictograms of the types.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Keep other sites out: on the loopback the server has no passwords, so it answers only to those who address it as this
 * machine.
 *
 * A page elsewhere that points its own name at us (DNS rebinding) arrives with that name as Host, and is refused; an address
 * in numbers, localhost, and the names in `hosts` are ours. A request that a browser sends from another origin is refused.
 */
export function protect(app: FastifyInstance, hosts: readonly string[]): void {
  const ours = new Set(['localhost', ...hosts.map((host) => host.toLowerCase())]);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
  });
  app.addHook('onRequest', async (request) => {
    const host = onlyHost(request);
    const name = hostName(host);
    if (!ours.has(name) && !name.endsWith('.localhost') && isIP(name) === 0)
      throw new YuantuError('FORBIDDEN', `this server does not answer to the host "${host}"; use 127.0.0.1`);
    if (!isSameOrigin(request, host))
      throw new YuantuError('FORBIDDEN', `requests from ${request.headers.origin} are not allowed`);
  });
}

/**
 * The host that a request is addressed to. Two of them are for misleading whoever stands between, which may believe the other.
 *
 * @throws {YuantuError} INPUT where there is none, or more than one: as a header twice, or in the address and in the header.
 */
function onlyHost({ raw: { rawHeaders, url = '' } }: FastifyRequest): string {
  const hosts = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === 'host');
  const [host = ''] = hosts;
  const inAddress = /^\w+:\/\/([^/?#]*)/u.exec(url)?.[1] ?? host;
  if (hosts.length === 1 && inAddress === host) return host;
  throw new YuantuError('INPUT', 'a request names one host, once');
}

/** The name in a Host header, without port or brackets. */
function hostName(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

/** A request without Origin comes from no other site's script; links and address bars send none. */
function isSameOrigin(request: FastifyRequest, host: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === `http://${host}` || origin === `https://${host}`;
  // What a browser says of a request that has no Origin: a link from another site may open a page, nothing else.
  const site = request.headers['sec-fetch-site'];
  return (
    site !== 'cross-site' || (request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate')
  );
}
