import { YuantuError } from '../../model/errors.ts';
import { isCopyable, type Parameters, type QueryOptions, type QueryResult, type Store } from '../store.ts';
import { CONSOLE_LIMITS, type ConsoleLimits, checkSize } from './limits.ts';
import { Sandbox } from './sandbox.ts';

/** Questions that only read, within limits, and never stop one another: such as those of people whom nobody knows. */
export interface Console {
  /**
   * @throws {YuantuError} what a store's `query` throws; LIMIT past the time, memory or size, STORE_BUSY when too many wait.
   * Rejects with the signal's reason when that is aborted.
   */
  ask(
    statement: string,
    parameters?: Parameters,
    options?: Pick<QueryOptions, 'limit' | 'timeout' | 'signal'>,
  ): Promise<QueryResult>;
  close(): Promise<void>;
}

/**
 * The console of a store. A server answers in READ mode and stops a question by itself; of an embedded store, a copy is read by
 * processes that can be ended.
 */
export function openConsole(store: Store, given: Partial<ConsoleLimits> = {}, script?: string): Console {
  const limits = { ...CONSOLE_LIMITS, ...given };
  const sandbox = isCopyable(store) ? new Sandbox(store, limits, script) : undefined;
  const turns = new Turns(limits.atOnce, limits.waiting);
  return {
    async ask(statement, parameters = {}, { limit = limits.rows, timeout = limits.timeout, signal } = {}) {
      const options = { limit: Math.min(limit, limits.rows), timeout: Math.min(timeout, limits.timeout) };
      const cancel = signal === undefined ? {} : { signal };
      const asked = sandbox ?? store;
      const result = await turns.take(
        () => asked.query(statement, parameters, { ...options, ...cancel }),
        signal,
      );
      if (sandbox === undefined) checkSize(result, limits.answer);
      return result;
    },
    close: async () => sandbox?.close(),
  };
}

/** Lets a few through at a time; the others wait in line. */
class Turns {
  private readonly atOnce: number;
  private readonly most: number;
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(atOnce: number, most: number) {
    this.atOnce = atOnce;
    this.most = most;
  }

  async take<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    if (this.running >= this.atOnce) await this.wait(signal);
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }

  /** Whoever ends hands its turn to the first in the line. */
  private wait(signal: AbortSignal | undefined): Promise<void> {
    if (this.line.length >= this.most)
      throw new YuantuError(
        'STORE_BUSY',
        `${this.running} questions are being answered and ${this.line.length} wait; ask again in a moment.`,
      );
    return new Promise((begin, reject) => {
      this.line.push(begin);
      signal?.addEventListener(
        'abort',
        () => {
          const at = this.line.indexOf(begin);
          if (at >= 0) this.line.splice(at, 1);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }
}
