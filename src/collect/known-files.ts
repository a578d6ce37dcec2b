import type { Table } from '../model/table.ts';
import { type FileDigests, keyOfFile } from '../read/digest.ts';
import type { FileHeld, FileMemory } from '../read/file-memory.ts';
import type { Found } from '../read/walk.ts';

/** What a file held, under its digest. */
interface KeptFile extends FileHeld {
  readonly digest: string;
}

/** What files held when they were last read, and which of them are as they were. */
export class KnownFiles implements FileMemory {
  /** The ids of the documents of files that were not read, since these are as they were. */
  readonly same: string[] = [];
  /** The names of files that were not read, and of those that were. */
  private readonly passed = new Set<string>();
  private readonly read = new Set<string>();
  private readonly added = new Set<string>();
  private readonly table: Table<KeptFile>;
  private readonly digests: FileDigests;

  /** `digests` are those of the files as they are now. */
  constructor(table: Table<KeptFile>, digests: FileDigests) {
    this.table = table;
    this.digests = digests;
  }

  find(file: Found, source: string): FileHeld | undefined {
    const key = keyOfFile(file, source);
    const kept = this.table.get(key);
    return kept?.digest === this.digests.get(key) ? kept : undefined;
  }

  pass({ file }: Found, { documents }: FileHeld): void {
    this.passed.add(file.toString('hex'));
    for (const id of documents) this.same.push(id);
  }

  add(file: Found, source: string, held: FileHeld): void {
    const key = keyOfFile(file, source);
    const digest = this.digests.get(key);
    if (digest === undefined) return;
    this.table.set(key, { ...held, digest });
    this.added.add(key);
    this.read.add(file.file.toString('hex'));
  }

  /** Whether a file was not read, of whatever source it is. */
  isPassed({ file }: Found): boolean {
    const name = file.toString('hex');
    return this.passed.has(name) && !this.read.has(name);
  }

  /** Forgets the files of sources that are there no more, and of those that were read such as `isBroken` tells of a document. */
  settle(sources: Iterable<string>, isBroken: (document: string) => boolean): void {
    const starts = Array.from(sources, (source) => `${source}/`);
    for (const [key, { documents }] of [...this.table]) {
      const isOfSource = starts.some((start) => documents[0]?.startsWith(start));
      const isWrong = this.added.has(key) && documents.some(isBroken);
      if ((isOfSource && !this.digests.has(key)) || isWrong) this.table.delete(key);
    }
  }
}
