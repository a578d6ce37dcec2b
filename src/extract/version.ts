import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashId } from '../model/id.ts';
import type { Seeds } from '../model/seeds.ts';
import { DEPENDENCIES, OPTIONAL, pathInPackage, VERSION } from '../package.ts';
import { MODEL } from './open.ts';

/** Where an extraction begins: what these files import, and so on, is all the code that it depends on. */
const DOORS = ['./document', './encode/reader', '../knowledge/seeds'];

const IMPORT = /\b(?:from|import)[ (]{1,2}'(\.[^']{1,200})'/gu;

/**
 * A hash of all that an extraction depends on beside its document: the code that its door reaches by imports, the exact versions
 * of packages, the files of `seeds/` but the sample articles, the names that the user watches, and the model. It changes with any
 * of them, so that no build trusts what an older one read; for seeds that are loaded it stays what it was.
 */
export function extractorVersion(seeds: Pick<Seeds, 'lexicon'>): string {
  // A build asks three times, and the model has its megabytes.
  const known = versions.get(seeds) ?? workOut(seeds);
  versions.set(seeds, known);
  return known;
}

const versions = new WeakMap<Pick<Seeds, 'lexicon'>, string>();

function workOut(seeds: Pick<Seeds, 'lexicon'>): string {
  const folder = pathInPackage('seeds');
  const knowledge = filesIn(folder).filter((file) => !file.startsWith(join(folder, 'articles')));
  const files = [...extractorCode(), ...knowledge].map((file) => readFileSync(file, 'utf8'));
  const packages = JSON.stringify([DEPENDENCIES, OPTIONAL]);
  const model = filesIn(MODEL).map(hashFile);
  return hashId(VERSION, packages, JSON.stringify(seeds.lexicon), ...files, ...model);
}

/** The files of code that an extraction runs through, sorted: TypeScript in `src/`, JavaScript in `dist/`. */
export function extractorCode(): string[] {
  return codeBehind(DOORS, import.meta.url);
}

/** The files that some files, named without their ending beside the one at `from`, reach by imports, and themselves, sorted. */
export function codeBehind(doors: readonly string[], from: string): string[] {
  const end = from.endsWith('.ts') ? '.ts' : '.js';
  const waiting = doors.map((door) => fileURLToPath(new URL(`${door}${end}`, from)));
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    const folder = dirname(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
      waiting.push(resolve(folder, path));
  }
  return [...found].sort();
}

/** Of the bytes: a model is no text. */
function hashFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}
