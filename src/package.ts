import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The path of a file or folder that comes with the package, from its root, which lies above `src/` and above `dist/` alike. */
export function pathInPackage(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}

const manifest = JSON.parse(readFileSync(pathInPackage('package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

/** The program's version, as package.json says. */
export const VERSION: string = manifest.version;

/** The packages that the program runs on, each with its exact version. */
export const DEPENDENCIES: Readonly<Record<string, string>> = manifest.dependencies;

/** The packages that a part of it runs on, which may be missing, each with its exact version. */
export const OPTIONAL: Readonly<Record<string, string>> = manifest.optionalDependencies;
