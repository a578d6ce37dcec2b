import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { Problem } from '../contract/problem.ts';
import { type ErrorCode, YuantuError } from '../model/errors.ts';
import { toChinese } from '../words/chinese.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  INPUT: 400,
  QUERY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD: 405,
  TIMEOUT: 408,
  LIMIT: 413,
  RATE: 429,
  BUSY: 503,
  SEED: 500,
  SETTING: 500,
  INTERNAL: 500,
  FILE: 507,
  STORE: 503,
  STORE_BUSY: 503,
};

const TITLE: Readonly<Record<ErrorCode, string>> = {
  INPUT: 'The request is not what this address expects',
  QUERY: 'The statement was not accepted',
  UNAUTHENTICATED: 'Who is asking?',
  FORBIDDEN: 'Not allowed here',
  NOT_FOUND: 'Nothing by this name',
  METHOD: 'This address does something else',
  TIMEOUT: 'The request did not come in time',
  LIMIT: 'Too large or too long',
  RATE: 'Too many requests',
  BUSY: 'Too much at once',
  SEED: 'A seed file is wrong',
  SETTING: 'A setting is wrong',
  INTERNAL: 'Something went wrong in Yuantu',
  FILE: 'A file of the server is out of reach',
  STORE: 'The database is not available',
  STORE_BUSY: 'Another process holds the database',
};

/** How a message is told to whoever asks: in Chinese or, as it is, in English. */
export type Tell = (message: string) => string;

/** In the language of the request: Chinese where it stands before English in `Accept-Language`. */
export function tellerFor({ headers }: Pick<FastifyRequest, 'headers'>): Tell {
  const asked = /\b(?:zh|en)\b/iu.exec(headers['accept-language'] ?? '')?.[0].toLowerCase();
  return asked === 'zh' ? toChinese : (message) => message;
}

/** The problem details of an error. What is not ours and not the caller's fault shows nothing of its inside. */
export function toProblem(error: unknown, tell: Tell = (message) => message): Problem {
  const [code, detail] = describe(error);
  const said = { title: tell(TITLE[code]), detail: tell(detail) };
  return { type: `urn:yuantu:problem:${code}`, status: STATUS[code], code, ...said };
}

function describe(error: unknown): readonly [ErrorCode, string] {
  // The message names a path of this machine.
  if (error instanceof YuantuError && error.code === 'FILE')
    return [
      'FILE',
      'A file of the server cannot be read or written, and is as it was. The server log says more.',
    ];
  if (error instanceof YuantuError) return [error.code, error.message];
  const { statusCode, message } = error as Partial<FastifyError>;
  if (statusCode === 404) return ['NOT_FOUND', message ?? ''];
  if (statusCode === 429) return ['RATE', message ?? ''];
  if (statusCode === 503) return ['BUSY', message ?? ''];
  if (statusCode === 413 || statusCode === 414) return ['LIMIT', message ?? ''];
  if (statusCode !== undefined && statusCode < 500) return ['INPUT', message ?? ''];
  return ['INTERNAL', 'The server log says more.'];
}

/** Fastify's error handler: answers with problem details and logs what is our fault. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, tellerFor(request));
  if (problem.status === 503) request.log.warn({ code: problem.code }, problem.detail);
  else if (problem.status >= 500) request.log.error(error);
  if (problem.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer realm="yuantu"');
  if (problem.status === 429 || problem.status === 503) reply.header('retry-after', '1');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type('application/problem+json')
    .send(problem);
}

/** What the parser of HTTP says of what it cannot take. */
type BrokenRequest = NodeJS.ErrnoException & { readonly rawPacket?: unknown };

/** Answers what is no request: headers too large, none in time, or no HTTP at all; then the connection ends. */
export function answerBroken(error: BrokenRequest, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, line, problem] = whatIsBroken(error);
  const body = JSON.stringify({ ...toProblem(problem), status });
  socket.end(
    `HTTP/1.1 ${status} ${line}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function whatIsBroken({ code, rawPacket }: BrokenRequest): readonly [number, string, YuantuError] {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const problem = new YuantuError('LIMIT', 'address and headers are larger than 16 KB');
    return [431, 'Request Header Fields Too Large', problem];
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return [408, 'Request Timeout', new YuantuError('TIMEOUT', 'the request did not come in time')];
  // Other bytes, such as the greeting of TLS, begin with no method either.
  const start = rawPacket instanceof Buffer ? rawPacket.toString('latin1', 0, 32) : '';
  const [, method] = /^([A-Z]{1,20}) /u.exec(start) ?? [];
  if (code === 'HPE_INVALID_METHOD' && method !== undefined)
    return [501, 'Not Implemented', new YuantuError('METHOD', `nothing here knows the method ${method}`)];
  return [400, 'Bad Request', new YuantuError('INPUT', 'this is no HTTP request')];
}

/**
 * A request's part, checked.
 *
 * @throws {YuantuError} INPUT, naming each wrong field.
 */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw new YuantuError('INPUT', wrong.join('; '));
}
