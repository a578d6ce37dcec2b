import { existsSync } from 'node:fs';
import { openSource } from '../answer/open.ts';
import type { Review } from '../collect/review.ts';
import { YuantuError } from '../model/errors.ts';
import type { Progress } from '../model/progress.ts';
import { pathInPackage } from '../package.ts';
import type { WatchedStore } from '../store/watched.ts';
import { checkTokens, type Tokens } from './access.ts';
import { buildApp } from './app.ts';
import type { Limits } from './limits.ts';
import type { AddFiles } from './routes/add.ts';
import { openEvents } from './routes/events.ts';

export { type AppServices, buildApp } from './app.ts';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 7676;

/** How many ports above a taken default one are tried. */
const PORTS_TRIED = 20;

export interface ServerOptions {
  /** Whoever writes to it does so through this, so that the answers follow: `watchStore` makes it. */
  readonly store: WatchedStore;
  /** Default 7676; 0 takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Whether a taken port is an error; default no: the next free one above it is taken. */
  readonly strictPort?: boolean;
  /** Names beside localhost that the server answers to. */
  readonly hosts?: readonly string[];
  /** Default: the built web app beside this program; without one only the API is served. */
  readonly webRoot?: string;
  /** How articles are added over HTTP; absent, they are not. */
  readonly add?: AddFiles;
  /** The file of what people keep: views and statements; absent, they last as long as the server. */
  readonly saved?: string;
  readonly version?: string;
  /** Needed where others than this machine can reach the host. */
  readonly tokens?: Tokens;
  readonly limits?: Limits;
  /** Default: errors only. */
  readonly log?: 'error' | 'warn' | 'info';
  /** Judging, where it is offered. */
  readonly review?: Review;
}

/** A server that listens at `address`, such as `http://127.0.0.1:7676`. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  /** Whether the web app is served too. */
  readonly hasExplorer: boolean;
  /** Tell those who look at the graph how far a build is. */
  progress(progress: Progress): void;
  close(): Promise<void>;
}

/**
 * Serve a store's graph over HTTP. Closing the server leaves the store open.
 *
 * @throws {YuantuError} SETTING when the port is taken (with `strictPort`), none is free, the host is not ours to listen on, or
 * others could reach it without a token.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = DEFAULT_HOST, port = DEFAULT_PORT, strictPort = false } = options;
  const { tokens = {} } = options;
  checkTokens(tokens, host);
  const webRoot = options.webRoot ?? findWebRoot();
  const source = openSource(options.store);
  const last = strictPort || port === 0 ? port : port + PORTS_TRIED;
  for (let tried = port; tried <= last; tried++) {
    const events = openEvents();
    const app = buildApp({
      events,
      store: options.store,
      source,
      hosts: [host, ...(options.hosts ?? [])],
      log: options.log ?? 'error',
      tokens,
      limits: options.limits ?? {},
      ...(webRoot === undefined ? {} : { webRoot }),
      ...(options.saved === undefined ? {} : { saved: options.saved }),
      ...(options.add === undefined ? {} : { add: options.add }),
      ...(options.version === undefined ? {} : { version: options.version }),
      ...(options.review === undefined ? {} : { review: options.review }),
    });
    try {
      const address = await app.listen({ host, port: tried });
      const taken = Number(new URL(address).port);
      return {
        address,
        port: taken,
        hasExplorer: webRoot !== undefined,
        progress: (progress) => events.publish('progress', progress),
        close: () => app.close(),
      };
    } catch (cause) {
      await app.close();
      if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE' && tried < last) continue;
      throw toListenError(cause, host, tried);
    }
  }
  throw new YuantuError('SETTING', `no port between ${port} and ${last} is free on ${host}`);
}

function toListenError(cause: unknown, host: string, port: number): YuantuError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new YuantuError('SETTING', `port ${port} on ${host} is taken; give another with --port`, {
      cause,
    });
  if (code === 'EACCES')
    return new YuantuError('SETTING', `port ${port} needs more rights; give one above 1023`, { cause });
  return new YuantuError('SETTING', `cannot listen on ${host}:${port}: ${message}`, { cause });
}

/** The built web app, where it was built. */
function findWebRoot(): string | undefined {
  const folder = pathInPackage('dist/web');
  return existsSync(`${folder}/index.html`) ? folder : undefined;
}
