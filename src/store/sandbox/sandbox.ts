import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, YuantuError } from '../../model/errors.ts';
import { pathInPackage } from '../../package.ts';
import type { Copyable, Parameters, QueryOptions, QueryResult } from '../store.ts';
import type { ConsoleLimits } from './limits.ts';

/** What a process is asked; it answers with an Answer. */
export interface Question {
  readonly statement: string;
  readonly parameters: Parameters;
  readonly limit: number | undefined;
}

export type Answer =
  | { readonly ready: true }
  | { readonly result: QueryResult }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } };

const SCRIPT = [pathInPackage('dist/store/sandbox/process.js')].find(existsSync);
const IDLE = 60_000;

/**
 * Answers questions from a copy of an embedded store in processes of their own, which are ended when a question takes too long,
 * takes too much memory, or is given up. A write makes the copy stale; the next question makes a new one.
 */
export class Sandbox {
  private readonly store: Copyable;
  private readonly limits: ConsoleLimits;
  private readonly script: string;
  private folder: string | undefined;
  private readonly idle: Worker[] = [];
  private readonly busy = new Set<Worker>();
  private copying: Promise<string> | undefined;
  private copied = -1;

  constructor(store: Copyable, limits: ConsoleLimits, script = SCRIPT) {
    if (script === undefined)
      throw new YuantuError('INTERNAL', 'store/sandbox/process.js is not there; run npm run build.');
    this.store = store;
    this.limits = limits;
    this.script = script;
  }

  async query(
    statement: string,
    parameters: Parameters,
    { limit, timeout = this.limits.timeout, signal }: QueryOptions,
  ): Promise<QueryResult> {
    const copy = await this.copy();
    signal?.throwIfAborted();
    const worker = this.awake() ?? new Worker(this.script, copy, this.limits);
    worker.rest();
    this.busy.add(worker);
    try {
      return await worker.ask({ statement, parameters, limit }, timeout, signal);
    } finally {
      this.busy.delete(worker);
      if (worker.isAlive && worker.copy === copy && this.store.version === this.copied) this.keep(worker);
      else worker.end();
    }
  }

  async close(): Promise<void> {
    for (const worker of [...this.idle, ...this.busy]) worker.end();
    await this.copying?.catch(() => {});
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** The path of a copy of the store as it is now. Those who ask while it is made wait for the same one. */
  private copy(): Promise<string> {
    const { version } = this.store;
    if (this.copying === undefined || this.copied !== version) {
      for (const worker of this.idle.splice(0)) worker.end();
      const folder = this.folder ?? mkdtempSync(join(tmpdir(), 'yuantu-console-'));
      const [before, path] = [this.copied, join(folder, `${version}.grafeo`)];
      this.folder = folder;
      this.copied = version;
      this.copying = this.store.copyTo(path).then(() => {
        // Whoever still reads the one before has it open.
        rmSync(join(folder, `${before}.grafeo`), { force: true });
        return path;
      });
      this.copying.catch(() => {
        this.copying = undefined;
      });
    }
    return this.copying;
  }

  private awake(): Worker | undefined {
    let worker = this.idle.pop();
    while (worker !== undefined && !worker.isAlive) worker = this.idle.pop();
    return worker;
  }

  private keep(worker: Worker): void {
    this.idle.push(worker);
    worker.rest(IDLE, () => {
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      worker.end();
    });
  }
}

/** One process and what it is asked, one question at a time. */
class Worker {
  readonly copy: string;
  isAlive = true;
  private readonly child: ChildProcess;
  private resting: NodeJS.Timeout | undefined;
  private answered: ((answer: Answer) => void) | undefined;
  private readonly ready: Promise<void>;

  constructor(script: string, copy: string, { memory, answer }: ConsoleLimits) {
    this.copy = copy;
    this.child = fork(script, [copy, String(memory), String(answer)], {
      execArgv: [`--max-old-space-size=${Math.ceil(memory / 2 ** 20)}`],
      // Without the settings of this process, passwords among them.
      env: pick(process.env, ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG']),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    });
    this.ready = new Promise((ready) => {
      this.child.on('message', (answer: Answer) => ('ready' in answer ? ready() : this.settle(answer)));
    });
    this.child.once('error', (error) =>
      this.fail('STORE', `The process for questions failed: ${error.message}`),
    );
    this.child.once('exit', (code, signal) =>
      signal === 'SIGABRT'
        ? this.fail('LIMIT', memoryMessage(memory))
        : this.fail('STORE', `The process for questions ended unexpectedly (${signal ?? code}); ask again.`),
    );
  }

  async ask(question: Question, timeout: number, signal: AbortSignal | undefined): Promise<QueryResult> {
    const over = new AbortController();
    const answer = await new Promise<Answer>((answered, reject) => {
      this.answered = answered;
      // The time counts from when the process has the graph open.
      void this.ready.then(() => {
        if (over.signal.aborted) return;
        const timer = setTimeout(() => this.fail('LIMIT', timeMessage(timeout)), timeout);
        over.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
      });
      const giveUp = () => {
        this.end();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true, signal: over.signal });
      this.child.send(question, (error) => {
        if (error) this.fail('STORE', `The process for questions cannot be reached: ${error.message}`);
      });
    }).finally(() => {
      this.answered = undefined;
      over.abort();
    });
    if ('result' in answer) return answer.result;
    throw 'error' in answer
      ? new YuantuError(answer.error.code, answer.error.message)
      : new YuantuError('INTERNAL', 'the process for questions gave no answer');
  }

  /** Ends it after a while without a question; without arguments, it is at work again. */
  rest(milliseconds?: number, then: () => void = () => {}): void {
    clearTimeout(this.resting);
    if (milliseconds === undefined) return;
    this.resting = setTimeout(then, milliseconds);
    this.resting.unref();
  }

  end(): void {
    this.rest();
    this.isAlive = false;
    this.child.kill('SIGKILL');
  }

  private fail(code: ErrorCode, message: string): void {
    this.end();
    this.settle({ error: { code, message } });
  }

  private settle(answer: Answer): void {
    // Past its memory it is ending already.
    if ('error' in answer && answer.error.code === 'LIMIT') this.end();
    this.answered?.(answer);
  }
}

function timeMessage(timeout: number): string {
  return `The query took longer than ${timeout / 1000} s and was stopped; name more of what it starts from, or add a LIMIT.`;
}

/** What is said when a question took all the memory it may. */
export function memoryMessage(memory: number): string {
  return `The query needs more than the ${Math.round(memory / 2 ** 20)} MB of memory allowed and was stopped; return or collect less at once.`;
}

function pick(from: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
