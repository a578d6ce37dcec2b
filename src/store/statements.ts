import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YuantuError } from '../model/errors.ts';
import { pathInPackage } from '../package.ts';

const FOLDER = pathInPackage('cypher');

const loaded = new Map<string, string>();
const listed = new Map<string, readonly string[]>();

/**
 * The Cypher of one file under `cypher/`, without its comments: `getStatement('read/search')`.
 *
 * @throws {YuantuError} INTERNAL when there is no such file.
 */
export function getStatement(name: string): string {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const statement = toStatement(readText(name));
  loaded.set(name, statement);
  return statement;
}

/** Whether there is a file of this name under `cypher/`. */
export function hasStatement(name: string): boolean {
  const slash = name.lastIndexOf('/');
  return listStatements(name.slice(0, slash)).includes(name);
}

/** The names of the statements of one folder, sorted: `listStatements('schema')` gives `schema/article-id`, …; folders in it are left out. */
export function listStatements(folder: string): readonly string[] {
  const known = listed.get(folder);
  if (known !== undefined) return known;
  const names = readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => `${folder}/${file.slice(0, -'.cypher'.length)}`)
    .sort();
  listed.set(folder, names);
  return names;
}

/**
 * The text of one file under `cypher/`, comments included.
 *
 * @throws {YuantuError} INTERNAL when there is no such file.
 */
export function readText(name: string): string {
  try {
    return readFileSync(join(FOLDER, `${name}.cypher`), 'utf8');
  } catch (cause) {
    throw new YuantuError('INTERNAL', `cypher/${name}.cypher cannot be read; is the installation whole?`, {
      cause,
    });
  }
}

function toStatement(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
}
