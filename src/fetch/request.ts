import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { reasonOf } from '../files/fault.ts';
import { YuantuError } from '../model/errors.ts';
import { VERSION } from '../package.ts';
import { type Allows, guardedLookup, type Resolve, refusePrivate } from './guard.ts';

/** Who asks: the name is the one that robots.txt calls us by. */
export const AGENT = 'Yuantu';
const USER_AGENT = `${AGENT}/${VERSION}`;

/** What a request may take, and whom it may ask. */
export interface RequestLimits {
  /** Seconds for the whole of it. */
  readonly seconds: number;
  /** Bytes, unpacked. */
  readonly bytes: number;
  readonly allows: Allows;
  readonly resolve?: Resolve | undefined;
  readonly signal: AbortSignal;
}

export interface Received {
  readonly status: number;
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

/** Asks one address once, and follows nothing. Errors of the net come as they are told by the system. */
export async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<Received> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new YuantuError('FORBIDDEN', `only http and https are fetched, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '')
    throw new YuantuError('FORBIDDEN', 'an address with a name and password is not fetched');
  refusePrivate(url, limits.allows);
  const late = AbortSignal.timeout(limits.seconds * 1000);
  const signal = AbortSignal.any([limits.signal, late]);
  try {
    return await send(url, headers, guardedLookup(limits.allows, limits.resolve), { ...limits, signal });
  } catch (cause) {
    if (limits.signal.aborted || cause instanceof YuantuError) throw cause;
    const why = late.aborted ? `takes more than ${limits.seconds} s` : `no answer: ${reasonOf(cause)}`;
    throw new YuantuError('INPUT', why, { cause });
  }
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  lookup: LookupFunction,
  { bytes, signal }: RequestLimits,
): Promise<Received> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        lookup,
        signal,
        // No connection is kept: the next request to this host comes after a while.
        agent: false,
        headers: {
          'user-agent': USER_AGENT,
          accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          ...headers,
        },
      },
      (response) => {
        const header = (name: string): string | undefined => {
          const value = response.headers[name];
          return Array.isArray(value) ? value[0] : value;
        };
        collect(response, header('content-encoding'), bytes).then(
          (body) => done({ status: response.statusCode ?? 0, header, body }),
          (error: unknown) => {
            sent.destroy();
            fail(error);
          },
        );
      },
    );
    sent.once('error', fail);
    sent.end();
  });
}

function unpacked(body: Readable, encoding = 'identity'): Readable {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') return body;
  if (!Object.hasOwn(unpack, name)) throw new YuantuError('INPUT', `is packed as ${name}, which is not read`);
  const stream = unpack[name as keyof typeof unpack]();
  body.once('error', (error) => stream.destroy(error));
  return body.pipe(stream);
}

async function collect(packed: Readable, encoding: string | undefined, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpacked(packed, encoding) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most)
      throw new YuantuError('INPUT', `holds more than ${Math.floor(most / 1e6)} MB, which is not read`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
