import type { Added, AddStep } from '../../src/contract/add.ts';
import type { GraphEvent } from '../../src/contract/changes.ts';
import type { Answer, Given, RouteName } from '../../src/contract/index.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { Format } from '../../src/model/format.ts';
import { memo } from '../base/memo.ts';

/** The answer of a statement. */
export type QueryAnswer = Answer<'POST /query'>;

/** A value in the answer of a query. */
export type Value = QueryAnswer['rows'][number][number];

/** What is kept on the server: fragments of addresses and statements by name, and the statements that were run. */
export type Saved = Answer<'GET /saved'>;

/** A ready question, titled in both languages. */
export type Example = Answer<'GET /examples'>[number];

/** A file that the server made, and its name. */
interface ExportedFile {
  readonly name: string;
  readonly file: Blob;
}

/** What went wrong with a request: the server's code, or OFFLINE when it did not answer. */
export class RequestError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
  }
}

/** What a request carries: in its path, in its query, in its body. */
type Carried = Partial<Record<'params' | 'query', Readonly<Record<string, unknown>>>> & {
  readonly body?: unknown;
};

/** The address of a route with its parameters filled in. */
function addressOf(path: string, { params = {}, query = {} }: Carried): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `api/v1${filled}${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`;
}

/** Asks a route of the server's contract, and gives the answer as it comes. */
async function open(name: RouteName, given: Carried, init: RequestInit = {}): Promise<Response> {
  const [method, path] = name.split(' ') as [string, string];
  const { body } = given;
  // The language of the page, which may be another than the browser's.
  const language = { 'accept-language': document.documentElement.lang };
  const headers = {
    ...language,
    ...init.headers,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = { ...init, method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  let response: Response;
  try {
    response = await fetch(addressOf(path, given), sent);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new RequestError('OFFLINE', '');
  }
  if (!response.ok) throw await toError(response);
  return response;
}

/** Asks a route: what it takes and what it answers with are the server's own types. */
async function call<R extends RouteName>(name: R, given: Given<R>, signal?: AbortSignal): Promise<Answer<R>> {
  const response = await open(name, given, signal ? { signal } : {});
  return (await response.json().catch(() => undefined)) as Answer<R>;
}

async function toError(response: Response): Promise<RequestError> {
  const body = (await response.json().catch(() => undefined)) as unknown;
  const { code = 'INTERNAL', detail = response.statusText } = (body ?? {}) as Partial<Problem>;
  return new RequestError(code, detail);
}

/** How far reading articles is. */
export type Progress = Extract<AddStep, { progress: unknown }>['progress'];

async function toUpload(file: File): Promise<{ readonly name: string; readonly data: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, data: btoa(text) };
}

/** The lines of a stream of text, each as soon as it is whole. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** What the server tells of: one stream for as long as the page is open, whoever listens. */
const events = memo(() => new EventSource(addressOf('/events', {})));

/** Hears of one kind of event until the function that comes back is called. */
function hear<T>(name: string, tell: (data: T) => void): () => void {
  const take = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as T);
  events().addEventListener(name, take);
  return () => events().removeEventListener(name, take);
}

/** The server's routes, each asked by a function. They fail with a RequestError, or with an AbortError when their signal says so. */
export const api = {
  graph: () => call('GET /graph', { query: {} }),
  summary: (signal?: AbortSignal) => call('GET /summary', {}, signal),
  /** What makes the whole graph of a version that of now. */
  changes: (since: string) => call('GET /graph/changes', { query: { since } }),
  /** Places for a small part of the graph by itself. */
  layout: (entities: readonly string[], relations: readonly string[]) =>
    call('POST /layout', { body: { entities, relations } }),
  /** These entities and what ties them. */
  graphOf: (ids: readonly string[]) => call('POST /graph', { body: { ids } }),
  entity: (id: string, signal?: AbortSignal) =>
    call('GET /entities/:id', { params: { id }, query: {} }, signal),
  relation: (id: string, signal?: AbortSignal) =>
    call('GET /relations/:id', { params: { id }, query: {} }, signal),
  article: (id: string, signal?: AbortSignal) => call('GET /articles/:id', { params: { id } }, signal),
  /** With `asOf`, as known on that day. */
  area: (id: string, signal?: AbortSignal, asOf?: string) =>
    call('GET /areas/:id', { params: { id }, query: { asOf } }, signal),
  paths: ({ from, to, within, types }: Given<'POST /paths'>['body'], signal?: AbortSignal) =>
    call('POST /paths', { body: { from, to, within, types } }, signal),
  common: (ids: readonly string[], signal?: AbortSignal) => call('POST /common', { body: { ids } }, signal),
  profile: (id: string, signal?: AbortSignal, asOf?: string) =>
    call('GET /profiles/:id', { params: { id }, query: { asOf } }, signal),
  digest: (since: string | undefined, signal?: AbortSignal) =>
    call('GET /digest', { query: { since } }, signal),
  ledger: (asked: Given<'GET /ledger'>['query'], signal?: AbortSignal) =>
    call('GET /ledger', { query: asked }, signal),
  posts: (asked: Given<'GET /posts'>['query'], signal?: AbortSignal) =>
    call('GET /posts', { query: asked }, signal),
  totals: (asked: Given<'GET /totals'>['query'], signal?: AbortSignal) =>
    call('GET /totals', { query: asked }, signal),
  coverage: (signal?: AbortSignal) => call('GET /coverage', {}, signal),
  citations: (id: string, span: string | undefined, signal?: AbortSignal) =>
    call('GET /citations/:id', { params: { id }, query: { span } }, signal),
  /** What articles beside those that were read tell of something. */
  unread: (about: string, read: readonly string[], signal?: AbortSignal) =>
    call('POST /digest', { body: { about: [about], read } }, signal),
  texts: (q: string, limit: number, signal?: AbortSignal) =>
    call('GET /texts', { query: { q, limit } }, signal),
  /** The sentences behind relations and entities. */
  evidence: (ids: readonly string[], most: number, signal?: AbortSignal) =>
    call('POST /evidence', { body: { ids: [...ids], most } }, signal),
  /** A table as a workbook. */
  workbook: async (table: Given<'POST /table'>['body']): Promise<Blob> =>
    (await open('POST /table', { body: table })).blob(),
  search: (q: string, signal?: AbortSignal) => call('GET /search', { query: { q } }, signal),
  query: (statement: string, parameters: { readonly [name: string]: Value } = {}, signal?: AbortSignal) =>
    call('POST /query', { body: { statement, parameters } }, signal),
  saved: () => call('GET /saved', {}),
  keep: (kind: 'views' | 'queries', name: string, text: string) =>
    call('PUT /saved/:kind/:name', { params: { kind, name }, body: { text } }),
  drop: (kind: 'views' | 'queries', name: string) =>
    call('DELETE /saved/:kind/:name', { params: { kind, name } }),
  remember: (text: string) => call('POST /saved/history', { body: { text } }),
  examples: () => call('GET /examples', {}),
  /** Add files; `onProgress` hears of each step. */
  add: async (files: readonly File[], onProgress: (step: Progress) => void): Promise<Added> => {
    const body: Given<'POST /articles'>['body'] = { files: await Promise.all(files.map(toUpload)) };
    // Not packed: a packed answer would only come when it is whole.
    const response = await open('POST /articles', { body }, { headers: { 'x-no-compression': '1' } });
    if (!response.body) throw new RequestError('OFFLINE', '');
    for await (const line of linesOf(response.body)) {
      const step = JSON.parse(line) as AddStep;
      if ('progress' in step) onProgress(step.progress);
      else if ('added' in step) return step.added;
      else throw new RequestError(step.problem.code, step.problem.detail);
    }
    throw new RequestError('OFFLINE', '');
  },
  /** Hears of builds and of others' additions as they go, until the function that comes back is called. */
  onProgress: (tell: (step: Progress) => void) => hear<Progress>('progress', tell),
  /** Hears of every write, with the version that the graph then has. */
  onGraph: (tell: (event: GraphEvent) => void) => hear<GraphEvent>('graph', tell),
  /** Hears whenever the server begins to tell: at first, and anew after the connection was lost; what happened before is not told. */
  onListening: (tell: () => void) => {
    events().addEventListener('open', tell);
  },
  /** Hears when the connection is lost; it is sought anew by itself. */
  onSilence: (tell: () => void) => {
    events().addEventListener('error', tell);
  },
  rights: () => call('GET /rights', {}),
  doubtful: (limit: number, signal?: AbortSignal) => call('GET /doubtful', { query: { limit } }, signal),
  doubts: (limit: number, signal?: AbortSignal) => call('GET /doubts', { query: { limit } }, signal),
  judgements: (signal?: AbortSignal) => call('GET /judgements', {}, signal),
  judge: (body: Given<'POST /judgements'>['body']) => call('POST /judgements', { body }),
  takeBack: (id: string, by: string) => call('POST /judgements/:id/undo', { params: { id }, body: { by } }),
  /** A file with what has these ids; `filter` tells in it how they were chosen. */
  exportFile: async (format: Format, ids: readonly string[], filter: string): Promise<ExportedFile> => {
    const response = await open('POST /export', { body: { format, ids, filter } });
    const [, name = 'yuantu'] =
      /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { name, file: await response.blob() };
  },
  exportAddress: (format: Given<'GET /export'>['query']['format']) =>
    addressOf('/export', { query: { format } }),
};
