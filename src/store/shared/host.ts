import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { YuantuError } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import type { Change, Snapshot } from '../../model/snapshot.ts';
import { type Console, openConsole } from '../sandbox/console.ts';
import { OWNER_LIMITS } from '../sandbox/limits.ts';
import type { QueryOptions, QueryValue, Store } from '../store.ts';

/** What the process that holds the store hears of the commands that work through it. */
export interface Listener {
  /** After every write. */
  onChange(): Promise<void>;
  /** While a build runs. */
  onProgress(progress: Progress): void;
}

/** Opens an embedded store to the other commands of this user. */
export interface Sharing {
  close(): Promise<void>;
}

/** What a query over the socket asks. */
export interface SharedQuery {
  readonly statement: string;
  readonly parameters?: Readonly<Record<string, QueryValue>>;
  readonly options?: QueryOptions;
}

// Beside a store that can only be read no socket can be made, and none is needed: any number of processes read it.
const NO_SOCKET = ['EACCES', 'EDQUOT', 'ENOSPC', 'EPERM', 'EROFS'];
// Unix takes paths of about a hundred bytes for a socket.
const LONGEST_PATH = 100;

/** The socket of the store at `grafeo:PATH`, which only one process can hold; undefined for a database server. */
export function socketOf(url: string): string | undefined {
  if (!url.startsWith('grafeo:')) return undefined;
  const path = resolve(url.slice('grafeo:'.length));
  const name = createHash('sha256').update(path).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\yuantu-${name}`;
  const beside = `${path}.socket`;
  return Buffer.byteLength(beside) <= LONGEST_PATH
    ? beside
    : join(tmpdir(), `yuantu-${process.getuid?.() ?? 0}`, `${name}.socket`);
}

/**
 * Lets other commands use the store that this process holds, over a socket that only this user may open; where the disk takes
 * no socket, nobody does. A question that only
 * reads ends when its asker goes away: it runs in a process of its own, by `script` where that is given.
 */
export async function shareStore(
  url: string,
  store: Store,
  listener: Listener,
  script?: string,
): Promise<Sharing> {
  const path = socketOf(url);
  if (path === undefined) return { close: async () => {} };
  const questions = openConsole(store, OWNER_LIMITS, script);
  const server = createServer((request, response) => {
    answer(store, questions, listener, request, response).catch((error: unknown) => {
      const { code, message } =
        error instanceof YuantuError ? error : { code: 'INTERNAL', message: String(error) };
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(JSON.stringify({ code, message }));
    });
  });
  try {
    await listen(server, path);
  } catch (error) {
    if (!NO_SOCKET.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return { close: () => questions.close() };
  }
  return {
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await questions.close();
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  const isFile = process.platform !== 'win32';
  if (isFile) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(path, { force: true });
  }
  await new Promise<void>((listening, fail) => {
    server.once('error', fail).listen(path, listening);
  });
  if (isFile) chmodSync(path, 0o600);
}

async function answer(
  store: Store,
  questions: Console,
  { onChange, onProgress }: Listener,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === '/hello') response.writeHead(200).end();
  else if (request.url === '/read') {
    response.writeHead(200);
    for (const line of toLines(await store.read()))
      if (!response.write(line)) await new Promise((drained) => response.once('drain', drained));
    response.end();
  } else if (request.url === '/mistyped') {
    response.writeHead(200).end(JSON.stringify(await store.listMistyped()));
  } else if (request.url === '/apply') {
    await store.apply(await readChange(request));
    await onChange();
    response.writeHead(200).end('{}');
  } else if (request.url === '/progress') {
    const [line = '{}'] = await readLines(request);
    onProgress(JSON.parse(line) as Progress);
    response.writeHead(200).end('{}');
  } else {
    const [line = '{}'] = await readLines(request);
    const { statement, parameters, options = {} } = JSON.parse(line) as SharedQuery;
    const gone = new AbortController();
    response.once('close', () => gone.abort(new YuantuError('LIMIT', 'the question was given up')));
    const given = { ...options, signal: gone.signal };
    const result = options.write
      ? await store.query(statement, parameters, given)
      : await questions.ask(statement, parameters, given);
    if (options.write) await onChange();
    response.writeHead(200).end(JSON.stringify(result));
  }
}

/** A snapshot as lines, one for each record: a whole graph may be longer than a string can be. */
function* toLines({ nodes, relationships }: Snapshot): Generator<string> {
  for (const record of nodes) yield `${JSON.stringify(record)}\n`;
  for (const record of relationships) yield `${JSON.stringify(record)}\n`;
}

/** A change as lines of [list, record]. */
export function* toChangeLines(change: Change): Generator<string> {
  for (const [list, records] of Object.entries(change))
    for (const record of records) yield `${JSON.stringify([list, record])}\n`;
}

async function readChange(request: IncomingMessage): Promise<Change> {
  const change: Record<keyof Change, unknown[]> = {
    upsertNodes: [],
    upsertRelationships: [],
    deleteNodes: [],
    deleteRelationships: [],
  };
  for (const line of await readLines(request)) {
    const [list, record] = JSON.parse(line) as [keyof Change, unknown];
    change[list].push(record);
  }
  return change as unknown as Change;
}

/** The lines of a request or an answer. */
export async function readLines(stream: IncomingMessage): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) lines.push(line);
  return lines;
}
