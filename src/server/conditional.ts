import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every JSON answer to a GET a tag of its content (RFC 9110, section 8.8), and answers 304 to who has it already.
 * Answers are kept by the asking program alone, and asked for again each time.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'private, no-cache');
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', tag);

    const held = request.headers['if-none-match'] ?? '';
    if (!held.split(',').some((one) => one.trim() === tag)) return payload;
    reply.code(304).removeHeader('content-length');
    return '';
  });
}
