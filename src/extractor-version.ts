import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashId } from './model/id.ts';
import type { Seeds } from './model/seeds.ts';
import { VERSION } from './version.ts';

const PROGRAM = fileURLToPath(new URL('.', import.meta.url));
const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));
const STAGES = ['model', 'clean', 'segment', 'recognise', 'link', 'relate', 'extract', 'models', 'seeds'];

/**
 * A hash of all that an extraction depends on beside its document: the program's stages, the files of `seeds/` but the sample
 * articles, and the names that the user watches. It changes with any of them, so that no build trusts what an older one read.
 */
export function extractorVersion(seeds: Pick<Seeds, 'lexicon'>): string {
  const code = STAGES.flatMap((stage) => {
    const folder = join(PROGRAM, stage);
    return existsSync(folder)
      ? filesIn(folder)
      : ['.ts', '.js'].map((end) => folder + end).filter(existsSync);
  }).filter((file) => /(?<!\.d)\.(?:ts|js)$/u.test(file));
  const knowledge = filesIn(SEEDS).filter((file) => !file.includes(`${join(SEEDS, 'articles')}`));
  const parts = [...code, ...knowledge].flatMap((file) => [basename(file), readFileSync(file, 'utf8')]);
  return hashId(VERSION, JSON.stringify(seeds.lexicon), ...parts);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}
