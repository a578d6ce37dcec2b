import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * How the files of the embedded store at `grafeo:PATH` stand, seen from outside: any process that has had it open leaves them
 * otherwise. Undefined where there are none, and for a database server.
 */
export function standOf(url: string): string | undefined {
  if (!url.startsWith('grafeo:')) return undefined;
  const path = resolve(url.slice('grafeo:'.length));
  try {
    // The log, and the socket of a process that holds it, lie beside the file under its name.
    const files = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
    if (!files.includes(basename(path))) return undefined;
    return JSON.stringify(
      files.sort().map((name) => {
        const { ino, size, mtimeNs, ctimeNs } = statSync(join(dirname(path), name), { bigint: true });
        return [name, ino, size, mtimeNs, ctimeNs].map(String);
      }),
    );
  } catch {
    return undefined;
  }
}
