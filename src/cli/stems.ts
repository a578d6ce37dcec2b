import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { appendWhole } from '../files/write.ts';

/** Beside the results: which document each is of, a line each, so that a further run knows its own again. */
const LEDGER = '.yuantu-results';

/** What a result begins with. */
const RESULT = /^\s{0,9}\{\s{0,9}"doc"\s{0,9}:/u;

interface Entry {
  readonly stem: string;
  readonly from: string;
}

/**
 * Opens what gives each document a stem of its own among the results of a folder, those of earlier runs too: the second of one stem
 * is NAME-2, and a document that comes again has the stem that it had. Names that differ by case alone are one in some systems.
 */
export function openStems(folder: string): (wanted: string, from: string) => Promise<string> {
  const ledger = join(folder, LEDGER);
  const known = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { stem, from } of readLedger(ledger)) {
    known.set(from, stem);
    owners.set(keyOf(stem), from);
  }
  const taken = new Set<string>();
  const isFree = async (stem: string, from: string): Promise<boolean> =>
    !taken.has(keyOf(stem)) &&
    (owners.get(keyOf(stem)) === from || !(await isResult(join(folder, `${stem}.json`))));
  return async (wanted, from) => {
    let stem = known.get(from) ?? wanted;
    for (let i = 2; !(await isFree(stem, from)); i++) stem = `${wanted}-${i}`;
    taken.add(keyOf(stem));
    if (known.get(from) !== stem) await appendWhole(ledger, `${JSON.stringify({ stem, from })}\n`);
    known.set(from, stem);
    owners.set(keyOf(stem), from);
    return stem;
  };
}

const keyOf = (stem: string): string => stem.normalize('NFC').toLowerCase();

function readLedger(file: string): Entry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const { stem, from } = JSON.parse(line) as Partial<Entry>;
        return typeof stem === 'string' && typeof from === 'string' ? [{ stem, from }] : [];
      } catch {
        return [];
      }
    });
}

/** Whether a file is there that holds a result: what else has its name is written over, as it is asked for. */
async function isResult(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return RESULT.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
