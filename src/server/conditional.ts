import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The tag of a content, or of what makes it (RFC 9110, section 8.8). */
export function tagOf(content: string): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Whether who asks has the answer of this tag already. */
export function holds({ headers }: FastifyRequest, tag: string): boolean {
  return (headers['if-none-match'] ?? '').split(',').some((one) => one.trim() === tag);
}

/**
 * Gives every JSON answer to a GET a tag of its content, and answers 304 to who has it already. Answers are kept by the asking
 * program alone, and asked for again each time.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'private, no-cache');
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = tagOf(payload);
    reply.header('etag', tag);
    if (!holds(request, tag)) return payload;
    reply.code(304).removeHeader('content-length');
    return '';
  });
}
