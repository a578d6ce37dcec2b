import { existsSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { type ErrorCode, YuantuError } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import type { NodeRecord, RelationshipRecord } from '../../model/snapshot.ts';
import type { QueryResult, Store } from '../store.ts';
import { readLines, socketOf, toChangeLines } from './host.ts';

/** A store that another process holds. */
export interface SharedStore extends Store {
  /** Tells that process how far a build is, a few times a second at most; whether it hears is no matter. */
  tell(progress: Progress): void;
}

export function isShared(store: Store): store is SharedStore {
  return 'tell' in store;
}

/** Milliseconds between two tellings of one step. */
const TELL_EVERY = 200;

/** The store at `url` by way of the server that holds it; undefined when no server does. */
export async function connectShared(url: string): Promise<SharedStore | undefined> {
  const path = socketOf(url);
  if (path === undefined || (process.platform !== 'win32' && !existsSync(path))) return undefined;
  const call = (what: string, body: Iterable<string>, signal?: AbortSignal) => send(path, what, body, signal);
  try {
    await call('/hello', []);
  } catch (error) {
    // A server that was killed leaves its socket behind.
    if (error instanceof YuantuError) throw error;
    return undefined;
  }
  let last = { step: '', at: Number.NEGATIVE_INFINITY };
  return {
    tell(progress) {
      const now = performance.now();
      if (progress.step === last.step && progress.done < progress.total && now - last.at < TELL_EVERY) return;
      last = { step: progress.step, at: now };
      call('/progress', [JSON.stringify(progress)]).catch(() => {});
    },
    kind: 'grafeo',
    place: url,
    prepare: async () => {},
    async read() {
      const nodes: NodeRecord[] = [];
      const relationships: RelationshipRecord[] = [];
      for (const line of await call('/read', [])) {
        const record = JSON.parse(line) as NodeRecord | RelationshipRecord;
        if ('from' in record) relationships.push(record);
        else nodes.push(record);
      }
      return { nodes, relationships };
    },
    async listMistyped() {
      const [line = '[]'] = await call('/mistyped', []);
      return JSON.parse(line) as string[];
    },
    async apply(change) {
      await call('/apply', toChangeLines(change));
    },
    async query(statement, parameters = {}, { signal, ...options } = {}) {
      const [line = '{}'] = await call(
        '/query',
        [JSON.stringify({ statement, parameters, options })],
        signal,
      );
      return JSON.parse(line) as QueryResult;
    },
    close: async () => {},
  };
}

async function send(
  socketPath: string,
  path: string,
  body: Iterable<string>,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const response = await new Promise<IncomingMessage>((answered, fail) => {
    // A connection each: one kept open may be closed by the server while we extract, just as we write to it again.
    const sent = request(
      { socketPath, path, method: 'POST', agent: false, ...(signal === undefined ? {} : { signal }) },
      answered,
    ).once('error', fail);
    Readable.from(body).pipe(sent);
  });
  const lines = await readLines(response);
  if (response.statusCode === 200) return lines;
  const { code, message } = JSON.parse(lines[0] ?? '{}') as { code: ErrorCode; message: string };
  throw new YuantuError(code, message);
}
