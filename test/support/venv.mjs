import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A Python with these packages and no others, in a virtual environment under `.cache/NAME` that is made if need be. Needs a Python of
 * 3.10 or newer with pip and venv.
 *
 * @param {string} name
 * @param {readonly string[]} packages each with its exact version
 * @param {string} [home] another place
 * @returns {string} the path of its Python
 * @throws {Error} when Python is missing, or pip fails
 */
export function installVenv(name, packages, home = join(ROOT, '.cache', name)) {
  const python = join(home, 'bin', 'python');
  const complete = join(home, 'complete');
  if (existsSync(complete) && readFileSync(complete, 'utf8') === packages.join('\n')) return python;
  run('python3', ['-m', 'venv', '--clear', home]);
  pip(python, packages);
  writeFileSync(complete, packages.join('\n'));
  return python;
}

/** Installs into it. */
export function pip(python, parameters) {
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...parameters]);
}

/** Runs a command that an installation needs. */
export function run(command, parameters) {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error) throw new Error(`${command} cannot be started (${error.message})`);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
}
