import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Extraction, RawDocument, Rejected } from '../model/article.ts';
import { type ErrorCode, YuantuError } from '../model/errors.ts';
import type { ExtractedDocument } from '../model/resolution.ts';
import type { Seeds } from '../model/seeds.ts';
import type { Extractor } from './document.ts';

/** What a process begins with. */
export interface ReaderStart {
  readonly seeds: Seeds;
}

/** What a process answers: that it is there or why not, and then what each document says or why it cannot be read. */
export type ReaderAnswer =
  | { readonly ready: true }
  | { readonly failure: { readonly code: ErrorCode; readonly message: string } }
  | { readonly extraction: Extraction }
  | { readonly reason: string };

export interface ExtractAllOptions {
  readonly seeds: Seeds;
  /** How many documents are read at once; default: one for each core once there are more than a few dozen. */
  readonly workers?: number | undefined;
  /** Opens the extractor of this process, for when one is enough. */
  readonly open: () => Promise<Extractor>;
  /** The program of a process; default: that of the built program, and no processes where it is not built. */
  readonly script?: string;
}

/** Beside this file in the built program; what is not built reads where it is asked. */
const SCRIPT = fileURLToPath(new URL('./process.js', import.meta.url));
/** Up to so many documents are read before as many dictionaries are loaded as there are cores. */
const FEW = 48;
/** What a process takes. */
const READER_BYTES = 400e6;
/** A process is sent the next document before it has answered, so that it never waits; further ones wait here, so many for each. */
const IN_HAND = 2;
const WAITING = 16;

export type Item = RawDocument | Rejected;
export type Outcome = ExtractedDocument | Rejected;

/**
 * Reads documents, on several cores where that pays, and gives what they say in their own order: the same whatever `workers` is.
 *
 * What was set aside before stays in its place; a document that breaks the extractor, or a process with it, is set aside by its id.
 * Only so many documents are held at once as keep the processes busy, and each is given as soon as those before it are.
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
    count = first.length > FEW ? readersThatFit() : 1;
  }
  const all = chain(first, input);
  if (count <= 1) yield* readHere(all, open);
  else {
    const readers = new Readers(script, { seeds }, count);
    try {
      yield* inOrder(all, readers, count * (IN_HAND + WAITING));
    } finally {
      await readers.end();
    }
  }
}

/** A process beside this one that reads one document after the other. It loads from the beginning, and stays until it is ended. */
export interface ReaderApart {
  /** @throws whatever loading the extractor throws. */
  readonly open: () => Promise<Extractor>;
  readonly end: () => Promise<void>;
}

/** Undefined where the program is not built. */
export function openReaderApart(seeds: Seeds, script = SCRIPT): ReaderApart | undefined {
  if (!existsSync(script)) return undefined;
  const readers = new Readers(script, { seeds }, 1);
  const extract: Extractor = async (raw) => {
    const outcome = await readers.read(raw);
    if ('reason' in outcome) throw new Error(outcome.reason);
    return outcome.extraction;
  };
  return {
    async open() {
      await readers.started;
      return extract;
    },
    end: () => readers.end(),
  };
}

/** A process for each core, as long as they take no more than half of the memory that is free. */
function readersThatFit(): number {
  return Math.min(availableParallelism(), Math.floor(process.availableMemory() / 2 / READER_BYTES));
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
async function* inOrder(items: AsyncIterable<Item>, readers: Readers, most: number): AsyncGenerator<Outcome> {
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
      const outcome = 'reason' in value ? Promise.resolve(value) : readers.read(value);
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

interface Reader {
  readonly child: ChildProcess;
  /** What it has been sent and not answered; it works on the first. */
  readonly inHand: Task[];
  ready: boolean;
}

/**
 * Processes that share a queue. One that dies takes the document that it was at with it, and another takes its place.
 * Threads would not do: one that dies while the model calculates takes the whole process with it.
 */
class Readers {
  /** Until one is there, or cannot be. */
  readonly started: Promise<void>;
  private begun: () => void = () => {};
  private failed: (error: unknown) => void = () => {};
  private readonly script: string;
  private readonly start: ReaderStart;
  private readonly readers = new Set<Reader>();
  private readonly queue: Task[] = [];
  private failure: { readonly error: unknown } | undefined;

  constructor(script: string, start: ReaderStart, count: number) {
    this.script = script;
    this.start = start;
    this.started = new Promise((begun, failed) => {
      this.begun = begun;
      this.failed = failed;
    });
    // Whoever waits for it is told; nobody need to.
    this.started.catch(() => {});
    for (let i = 0; i < count; i++) this.add(i === 0);
  }

  read(raw: RawDocument): Promise<Outcome> {
    return new Promise((settle, fail) => {
      if (this.failure !== undefined) fail(this.failure.error);
      else this.queue.push({ raw, settle, fail });
      this.deal();
    });
  }

  async end(): Promise<void> {
    const all = [...this.readers].map(({ child }) => child);
    this.readers.clear();
    await Promise.all(
      all.map(async (child) => {
        const ended = once(child, 'exit');
        if (child.kill('SIGKILL')) await ended;
      }),
    );
  }

  /** All processes would give the same warnings: one does. */
  private add(warns = false): void {
    const child = fork(this.script, {
      env: warns ? process.env : { ...process.env, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const reader: Reader = { child, inHand: [], ready: false };
    this.readers.add(reader);
    child
      .on('message', (answer: ReaderAnswer) => {
        if ('ready' in answer) {
          reader.ready = true;
          this.begun();
        } else if ('failure' in answer)
          this.lose(reader, new YuantuError(answer.failure.code, answer.failure.message));
        else {
          const task = reader.inHand.shift();
          if (task !== undefined) task.settle(toOutcome(task.raw, answer));
        }
        this.deal();
      })
      // One that could not be started has no exit.
      .on('error', (error) => this.lose(reader, error))
      .on('exit', (code, signal) => this.lose(reader, new Error(`the process ended with ${signal ?? code}`)));
    send(child, this.start);
  }

  private lose(reader: Reader, cause: Error): void {
    if (!this.readers.delete(reader)) return;
    if (!reader.ready) {
      // It could not even load: no other could.
      this.failure ??= { error: cause };
      this.failed(this.failure.error);
      for (const task of [...reader.inHand, ...this.queue.splice(0)]) task.fail(cause);
      return;
    }
    const [at, ...rest] = reader.inHand;
    at?.settle({ place: at.raw.id, reason: cause.message });
    this.queue.unshift(...rest);
    this.add();
    this.deal();
  }

  /** Gives what waits to the processes that have least in hand. */
  private deal(): void {
    for (let level = 0; level < IN_HAND; level++)
      for (const { child, inHand, ready } of this.readers) {
        if (!ready || inHand.length > level) continue;
        const task = this.queue.shift();
        if (task === undefined) return;
        inHand.push(task);
        send(child, task.raw);
      }
  }
}

/** Sends, and leaves it to its exit to tell that a process is gone. */
function send(child: ChildProcess, message: ReaderStart | RawDocument): void {
  child.send(message, () => {});
}

function toOutcome(
  raw: RawDocument,
  answer: Extract<ReaderAnswer, { extraction: unknown } | { reason: unknown }>,
): Outcome {
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
