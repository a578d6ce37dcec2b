import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotWrite } from './fault.ts';

/** Characters that are held before they go to the disk, and bytes that are read at once of each stretch there. */
const HELD = 1_000_000;
const BLOCK = 1 << 16;
const LINE_END = 10;

interface Entry {
  readonly key: string;
  /** The value as JSON, until it is asked for. */
  readonly value: () => unknown;
}

/** A sorted stretch of the file. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Values in the order of their keys (UTF-16 units, as `<` compares), as many as there be: of those that are many the most lie in a
 * file of the system's temporary folder, which has no name there and goes with the process. Values survive JSON; of one key they
 * stay as they came. They may be gone through again and again, and at the same time, but added to only before.
 *
 * @throws {YuantuError} FILE when the disk is full.
 */
export class SortedSpool<T> {
  private readonly held: number;
  private waiting: { readonly key: string; readonly text: string }[] = [];
  private size = 0;
  private isSorted = true;
  private file: number | undefined;
  private end = 0;
  private readonly stretches: Stretch[] = [];

  /** `held`: characters that stay in memory. */
  constructor(held = HELD) {
    this.held = held;
  }

  add(key: string, value: T): void {
    const text = JSON.stringify(value);
    this.waiting.push({ key, text });
    this.isSorted = false;
    this.size += key.length + text.length;
    if (this.size > this.held) this.putDown();
  }

  *[Symbol.iterator](): Generator<T> {
    this.sort();
    const { file } = this;
    const before = file === undefined ? [] : this.stretches.map((one) => entriesOf(file, one));
    for (const { value } of merged([...before, entriesIn(this.waiting)])) yield value() as T;
  }

  /** Gives back what the disk holds. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.stretches.length = 0;
    this.waiting = [];
  }

  private sort(): void {
    if (!this.isSorted) this.waiting.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.isSorted = true;
  }

  private putDown(): void {
    this.sort();
    const start = this.end;
    const file = this.file ?? openNameless();
    this.file = file;
    let lines: string[] = [];
    let size = 0;
    const write = () => {
      this.end += writeAll(file, lines.join(''), this.end);
      [lines, size] = [[], 0];
    };
    for (const { key, text } of this.waiting) {
      const line = `[${JSON.stringify(key)},${text}]\n`;
      lines.push(line);
      size += line.length;
      if (size > BLOCK) write();
    }
    write();
    this.stretches.push({ start, end: this.end });
    this.waiting = [];
    this.size = 0;
  }
}

/** A file of this process alone: its name is gone as soon as it is open. */
function openNameless(): number {
  const path = join(tmpdir(), `yuantu-${randomUUID()}`);
  try {
    const file = openSync(path, 'wx+', 0o600);
    rmSync(path, { force: true });
    return file;
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

function writeAll(file: number, text: string, at: number): number {
  const bytes = Buffer.from(text);
  try {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, at + done);
  } catch (cause) {
    throw cannotWrite(tmpdir(), cause);
  }
  return bytes.length;
}

function* entriesIn(waiting: readonly { readonly key: string; readonly text: string }[]): Generator<Entry> {
  for (const { key, text } of waiting) yield { key, value: () => JSON.parse(text) };
}

function* entriesOf(file: number, stretch: Stretch): Generator<Entry> {
  for (const line of linesOf(file, stretch)) {
    const [key, value] = JSON.parse(line) as [string, unknown];
    yield { key, value: () => value };
  }
}

function* linesOf(file: number, { start, end }: Stretch): Generator<string> {
  let begun: Buffer[] = [];
  for (let at = start; at < end; ) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK, end - at));
    const count = readSync(file, block, 0, block.length, at);
    if (count === 0) throw cannotWrite(tmpdir(), { code: 'EIO' });
    at += count;
    let from = 0;
    for (
      let next = block.indexOf(LINE_END);
      next >= 0 && next < count;
      next = block.indexOf(LINE_END, from)
    ) {
      begun.push(block.subarray(from, next));
      yield Buffer.concat(begun).toString('utf8');
      begun = [];
      from = next + 1;
    }
    if (from < count) begun.push(block.subarray(from, count));
  }
}

/** Sorted lists as one; of one key those of an earlier list first. */
function* merged(lists: readonly Iterator<Entry>[]): Generator<Entry> {
  interface Head {
    readonly entry: Entry;
    readonly list: number;
  }
  const heap: Head[] = [];
  const isBefore = (a: Head, b: Head) =>
    a.entry.key === b.entry.key ? a.list < b.list : a.entry.key < b.entry.key;
  /** Lets a head sink from the top to its place. */
  const sink = (head: Head) => {
    let at = 0;
    for (;;) {
      let least = 2 * at + 1;
      const [left, right] = [heap[least], heap[least + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) least++;
      const child = heap[least] as Head;
      if (!isBefore(child, head)) break;
      heap[at] = child;
      at = least;
    }
    heap[at] = head;
  };
  for (const [list, entries] of lists.entries()) {
    const { value, done } = entries.next();
    if (done !== true) heap.push({ entry: value, list });
  }
  // What is sorted is a heap.
  heap.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  while (heap.length > 0) {
    const { entry, list } = heap[0] as Head;
    yield entry;
    const { value, done } = (lists[list] as Iterator<Entry>).next();
    if (done !== true) sink({ entry: value, list });
    else {
      const moved = heap.pop() as Head;
      if (heap.length > 0) sink(moved);
    }
  }
}
