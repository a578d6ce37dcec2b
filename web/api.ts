import type { PairJudgement, Unsigned, WrongJudgement } from '../src/model/judgement.ts';
import type { AreaView, NewsView } from '../src/model/profile.ts';
import type { DoubtsView, JudgementsView, RecordedView, RightsView } from '../src/model/review.ts';
import type {
  AddedView,
  AddStep,
  ArticleView,
  EntityView,
  GraphView,
  Problem,
  RelationView,
  SearchView,
} from '../src/model/view.ts';

/** A value in the answer of a query. */
export type Value = null | string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly truncated: boolean;
}

/** What is kept on the server: fragments of addresses and statements by name, and the statements that were run. */
export interface Saved {
  readonly views: Readonly<Record<string, string>>;
  readonly queries: Readonly<Record<string, string>>;
  readonly history: readonly string[];
}

/** A ready question, titled in both languages. */
export interface Example {
  readonly zh: string;
  readonly en: string;
  readonly statement: string;
  readonly parameters: Readonly<Record<string, unknown>>;
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

async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`api/v1/${path}`, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new RequestError('OFFLINE', '');
  }
  if (response.ok) return (await response.json().catch(() => undefined)) as T;
  throw await toError(response);
}

async function toError(response: Response): Promise<RequestError> {
  const body = (await response.json().catch(() => undefined)) as unknown;
  const { code = 'INTERNAL', detail = response.statusText } = (body ?? {}) as Partial<Problem>;
  return new RequestError(code, detail);
}

type Progress = Extract<AddStep, { progress: unknown }>['progress'];

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

const signalled = (signal?: AbortSignal): RequestInit => (signal ? { signal } : {});

const send = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const api = {
  graph: () => request<GraphView>('graph'),
  part: (ids: readonly string[]) => request<GraphView>('graph', send({ ids })),
  entity: (id: string, signal?: AbortSignal) =>
    request<EntityView>(`entities/${encodeURIComponent(id)}`, signalled(signal)),
  relation: (id: string, signal?: AbortSignal) =>
    request<RelationView>(`relations/${encodeURIComponent(id)}`, signalled(signal)),
  article: (id: string, signal?: AbortSignal) =>
    request<ArticleView>(`articles/${encodeURIComponent(id)}`, signalled(signal)),
  area: (id: string, signal?: AbortSignal) =>
    request<AreaView>(`areas/${encodeURIComponent(id)}`, signalled(signal)),
  news: (since: string | undefined, signal?: AbortSignal) =>
    request<NewsView>(since ? `news?since=${since}` : 'news', signalled(signal)),
  search: (question: string, signal?: AbortSignal) =>
    request<SearchView>(`search?q=${encodeURIComponent(question)}`, signalled(signal)),
  query: (statement: string, parameters: { readonly [name: string]: Value } = {}, signal?: AbortSignal) =>
    request<QueryAnswer>('query', { ...send({ statement, parameters }), ...signalled(signal) }),
  saved: () => request<Saved>('saved'),
  keep: (kind: 'views' | 'queries', name: string, text: string) =>
    request<Saved>(`saved/${kind}/${encodeURIComponent(name)}`, send({ text }, 'PUT')),
  drop: (kind: 'views' | 'queries', name: string) =>
    request<Saved>(`saved/${kind}/${encodeURIComponent(name)}`, { method: 'DELETE' }),
  remember: (text: string) => request<Saved>('saved/history', send({ text })),
  examples: () => request<readonly Example[]>('examples'),
  /** Add files; `onProgress` hears of each step. */
  add: async (files: readonly File[], onProgress: (step: Progress) => void): Promise<AddedView> => {
    const body = { files: await Promise.all(files.map(toUpload)) };
    // Not packed: a packed answer would only come when it is whole.
    const init = send(body);
    const headers = { ...(init.headers as Record<string, string>), 'x-no-compression': '1' };
    const response = await fetch('api/v1/articles', { ...init, headers }).catch(() => {
      throw new RequestError('OFFLINE', '');
    });
    if (!response.ok || !response.body) throw await toError(response);
    for await (const line of linesOf(response.body)) {
      const step = JSON.parse(line) as AddStep;
      if ('progress' in step) onProgress(step.progress);
      else if ('added' in step) return step.added;
      else throw new RequestError(step.problem.code, step.problem.detail);
    }
    throw new RequestError('OFFLINE', '');
  },
  rights: () => request<RightsView>('rights'),
  doubts: (limit: number, signal?: AbortSignal) =>
    request<DoubtsView>(`doubts?limit=${limit}`, signalled(signal)),
  judgements: (signal?: AbortSignal) => request<JudgementsView>('judgements', signalled(signal)),
  judge: (judgement: Unsigned<PairJudgement | WrongJudgement>) =>
    request<RecordedView>('judgements', send(judgement)),
  takeBack: (id: string, by: string) => request<RecordedView>(`judgements/${id}/undo`, send({ by })),
  exportAddress: (format: string) => `api/v1/export?format=${format}`,
};
