import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { YuantuError } from '../../model/errors.ts';
import { READ_LIMITS, type ReadLimits } from '../../model/read-limits.ts';
import type { ReadText } from '../formats.ts';
import { type Kind, kindOf } from '../kind.ts';

/** What a process is asked. */
export interface Order {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

/** What it answers. One that is worn has taken so much memory that a new one is better. */
export type Answer = (ReadText | { readonly reason: string }) & { readonly isWorn: boolean };

/** Reads documents within limits. */
export interface DocumentReader {
  /**
   * The text of a file that is named as a kind, read as the kind that it is.
   *
   * @throws {YuantuError} `INPUT` when it cannot be read, or costs more than it may.
   */
  read(kind: Kind, bytes: Uint8Array): Promise<ReadText>;
  /** Ends the processes that are kept. Whoever leaves without it leaves none behind. */
  end(): void;
}

/** Kinds that cost no more than their size, so that they are read where they are asked for. */
const PLAIN: ReadonlySet<Kind> = new Set<Kind>(['.txt']);

/** Documents that are read at once, and so the processes that are kept for the next ones. */
const AT_ONCE = 2;

/** Beside this file in the built program; what is not built reads where it is asked, within no limits of time and memory. */
const SCRIPT = fileURLToPath(new URL('./process.js', import.meta.url));

/**
 * Opens a reader of documents: what may unfold is read in processes that are ended when a document takes too long or too much
 * memory, and serve for one document after the other otherwise. They begin when they are first needed.
 */
export function openDocumentReader(
  limits: ReadLimits = READ_LIMITS,
  script: string | undefined = [SCRIPT].find(existsSync),
): DocumentReader {
  const idle: Apart[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    async read(named, bytes) {
      const kind = kindOf(named, bytes);
      if (script === undefined || PLAIN.has(kind)) {
        const { READERS } = await import('../formats.ts');
        return READERS[kind](bytes, limits);
      }
      if (busy >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
      else busy++;
      const apart = idle.pop() ?? new Apart(script, limits);
      try {
        return await apart.read({ kind, bytes });
      } finally {
        if (apart.isFit) idle.push(apart);
        else apart.end();
        // Whoever is next has this one's turn.
        const next = waiting.shift();
        if (next === undefined) busy--;
        else next();
      }
    },
    end() {
      for (const apart of idle.splice(0)) apart.end();
    },
  };
}

/** A process that reads, one document at a time. While it has none, this process may end without it. */
class Apart {
  isFit = true;
  private readonly child: ChildProcess;
  private settle: (outcome: Answer) => void = () => {};

  constructor(script: string, limits: ReadLimits) {
    this.child = fork(script, [JSON.stringify(limits)], {
      execArgv: [`--max-old-space-size=${limits.memory}`],
      // Without the settings of this process, passwords among them.
      env: pick(process.env, ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG']),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.child.on('message', (answer: Answer) => {
      this.isFit = !answer.isWorn;
      this.settle(answer);
    });
    this.child.once('error', (error) => this.fail(`its process failed: ${error.message}`));
    this.child.once('exit', (code, signal) => this.fail(whyEnded(limits, code, signal)));
    this.hold(false);
  }

  async read(order: Order): Promise<ReadText> {
    this.hold(true);
    const answer = await new Promise<Answer>((settle) => {
      this.settle = settle;
      if (!this.isFit) this.fail('its process ended');
      else
        this.child.send(order, (error) => {
          if (error !== null) this.fail(`its process failed: ${error.message}`);
        });
    });
    this.hold(false);
    if ('reason' in answer) throw new YuantuError('INPUT', answer.reason);
    const { isWorn: _, ...said } = answer;
    return said;
  }

  end(): void {
    this.isFit = false;
    this.child.kill('SIGKILL');
  }

  private fail(reason: string): void {
    this.isFit = false;
    this.settle({ reason, isWorn: true });
  }

  private hold(isNeeded: boolean): void {
    if (isNeeded) {
      this.child.ref();
      this.child.channel?.ref();
    } else {
      this.child.unref();
      this.child.channel?.unref();
    }
  }
}

function whyEnded({ seconds, memory }: ReadLimits, code: number | null, signal: string | null): string {
  if (signal === 'SIGTERM') return `takes more than ${seconds} s to read`;
  // The heap's own end comes as SIGABRT, which shells and some systems tell as 134.
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134)
    return `takes more than ${memory} MB of memory to read`;
  return `its process ended with ${signal ?? code}`;
}

function pick(from: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
