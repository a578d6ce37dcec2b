import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Extraction, RawDocument, Rejected } from '../model/article.ts';
import type { ExtractedDocument } from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Extractor } from './document.ts';

/** What a thread begins with. */
export interface ThreadData {
  readonly seeds: Seeds;
}

/** What a thread answers: that it is there, and then what each document says or why it cannot be read. */
export type ThreadAnswer =
  | { readonly ready: true }
  | { readonly extraction: Extraction }
  | { readonly reason: string };

export interface ExtractAllOptions {
  readonly seeds: Seeds;
  /** How many documents are read at once; default: one for each core once there are more than a few dozen. */
  readonly workers?: number | undefined;
  /** Opens the extractor of this thread, for when one is enough. */
  readonly open: () => Promise<Extractor>;
  /** The program of a thread; default: that of the built program, and no threads where it is not built. */
  readonly script?: string;
}

/** Beside this file in the built program; what is not built reads in one thread. */
const SCRIPT = fileURLToPath(new URL('./thread.js', import.meta.url));
/** Up to so many documents are read before as many dictionaries are loaded as there are cores. */
const FEW = 48;
/** What a thread takes: its dictionary, knowledge and models are its own. */
const THREAD_BYTES = 400e6;
/** A thread is sent the next document before it has answered, so that it never waits; further ones wait here, so many a thread. */
const IN_HAND = 2;
const WAITING = 16;

type Item = RawDocument | Rejected;
type Outcome = ExtractedDocument | Rejected;

/**
 * Reads documents, on several cores where that pays, and gives what they say in their own order: the same whatever `workers` is.
 *
 * What was set aside before stays in its place; a document that breaks the extractor, or a thread with it, is set aside by its id.
 * Only so many documents are held at once as keep the threads busy, and each is given as soon as those before it are.
 *
 * @throws whatever loading the extractor throws.
 */
export async function* extractAll(
  items: AsyncIterable<Item> | Iterable<Item>,
  { seeds, workers, open, script = SCRIPT }: ExtractAllOptions,
): AsyncGenerator<Outcome> {
  const input = toIterator(items);
  const first: Item[] = [];
  let count = existsSync(script) ? workers : 1;
  if (count === undefined) {
    for (let next = await input.next(); next.done !== true; next = await input.next()) {
      first.push(next.value);
      if (first.length > FEW) break;
    }
    count = first.length > FEW ? threadsThatFit() : 1;
  }
  const all = chain(first, input);
  if (count <= 1) yield* readHere(all, open);
  else {
    const threads = new Threads(script, { seeds }, count);
    try {
      yield* inOrder(all, threads, count * (IN_HAND + WAITING));
    } finally {
      await threads.end();
    }
  }
}

/** A thread for each core, as long as they take no more than half of the memory that is free. */
function threadsThatFit(): number {
  return Math.min(availableParallelism(), Math.floor(process.availableMemory() / 2 / THREAD_BYTES));
}

async function* readHere(
  items: AsyncIterable<Item>,
  open: () => Promise<Extractor>,
): AsyncGenerator<Outcome> {
  let extract: Extractor | undefined;
  for await (const item of items) {
    if ('reason' in item) yield item;
    else {
      extract ??= await open();
      yield await outcomeOf(item, extract);
    }
    // Lets Ctrl-C and other requests through between two documents.
    await new Promise((next) => setImmediate(next));
  }
}

async function outcomeOf(raw: RawDocument, extract: Extractor): Promise<Outcome> {
  try {
    return { raw, extraction: await extract(raw) };
  } catch (error) {
    return { place: raw.id, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Sends documents on as they come and gives the outcomes in their order, whichever of the two is first. */
async function* inOrder(items: AsyncIterable<Item>, threads: Threads, most: number): AsyncGenerator<Outcome> {
  const input = items[Symbol.asyncIterator]();
  const pending: Promise<Outcome>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined = input.next();
  while (next !== undefined || pending.length > 0) {
    const coming = pending.length < most ? next : undefined;
    const event = await Promise.race([
      ...(pending[0] === undefined ? [] : [pending[0].then((outcome) => ({ outcome }))]),
      ...(coming === undefined ? [] : [coming.then((item) => ({ item }))]),
    ]);
    if ('outcome' in event) {
      pending.shift();
      yield event.outcome;
    } else if (event.item.done === true) next = undefined;
    else {
      const { value } = event.item;
      const outcome = 'reason' in value ? Promise.resolve(value) : threads.read(value);
      // Whoever fails is met in its turn, not as a rejection that nobody waits for.
      outcome.catch(() => {});
      pending.push(outcome);
      next = input.next();
    }
  }
}

interface Task {
  readonly raw: RawDocument;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it has been sent and not answered; it works on the first. */
  readonly inHand: Task[];
  ready: boolean;
}

/** Threads that share a queue. One that dies takes the document that it was at with it, and another takes its place. */
class Threads {
  private readonly script: string;
  private readonly data: ThreadData;
  private readonly threads = new Set<Thread>();
  private readonly queue: Task[] = [];
  private failure: { readonly error: unknown } | undefined;

  constructor(script: string, data: ThreadData, count: number) {
    this.script = script;
    this.data = data;
    for (let i = 0; i < count; i++) this.start(i === 0);
  }

  read(raw: RawDocument): Promise<Outcome> {
    return new Promise((settle, fail) => {
      if (this.failure !== undefined) fail(this.failure.error);
      else this.queue.push({ raw, settle, fail });
      this.deal();
    });
  }

  async end(): Promise<void> {
    const all = [...this.threads];
    this.threads.clear();
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }

  /** All threads would give the same warnings: one does. */
  private start(warns = false): void {
    const env = warns ? process.env : { ...process.env, NODE_NO_WARNINGS: '1' };
    const worker = new Worker(this.script, { workerData: this.data, env });
    const thread: Thread = { worker, inHand: [], ready: false };
    let cause: unknown;
    this.threads.add(thread);
    thread.worker
      .on('message', (answer: ThreadAnswer) => {
        if ('ready' in answer) thread.ready = true;
        else {
          const task = thread.inHand.shift();
          if (task !== undefined) task.settle(toOutcome(task.raw, answer));
        }
        this.deal();
      })
      .on('error', (error) => {
        cause = error;
      })
      .on('exit', (code) => {
        if (this.threads.delete(thread))
          this.replace(thread, cause ?? new Error(`the thread ended with ${code}`));
      });
  }

  private replace({ inHand, ready }: Thread, cause: unknown): void {
    if (!ready) {
      // It could not even load: no other could.
      this.failure ??= { error: cause };
      for (const task of [...inHand, ...this.queue.splice(0)]) task.fail(cause);
      return;
    }
    const [at, ...rest] = inHand;
    at?.settle({ place: at.raw.id, reason: cause instanceof Error ? cause.message : String(cause) });
    this.queue.unshift(...rest);
    this.start();
    this.deal();
  }

  /** Gives what waits to the threads that have least in hand. */
  private deal(): void {
    for (let level = 0; level < IN_HAND; level++)
      for (const { worker, inHand, ready } of this.threads) {
        if (!ready || inHand.length > level) continue;
        const task = this.queue.shift();
        if (task === undefined) return;
        inHand.push(task);
        worker.postMessage(task.raw);
      }
  }
}

function toOutcome(raw: RawDocument, answer: Exclude<ThreadAnswer, { readonly ready: true }>): Outcome {
  return 'extraction' in answer
    ? { raw, extraction: answer.extraction }
    : { place: raw.id, reason: answer.reason };
}

function toIterator(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : each(items);
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function* chain(first: readonly Item[], rest: AsyncIterator<Item>): AsyncGenerator<Item> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
