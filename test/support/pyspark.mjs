// Fetches pyspark into a virtual environment under .cache/pyspark (or $YUANTU_PYSPARK_HOME): `node test/support/pyspark.mjs`.
// Needs Java 17 and a Python of 3.10 or newer with pip and venv. Prints the path of its Python.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const VERSION = '4.3.0';

/**
 * A Python that has pyspark, fetched if need be.
 *
 * @returns {string}
 * @throws {Error} when Java or Python is missing, or pip fails.
 */
export function installPyspark() {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const home = process.env.YUANTU_PYSPARK_HOME ?? join(root, '.cache', 'pyspark');
  const folder = join(home, VERSION);
  const python = join(folder, 'bin', 'python');
  run('java', ['-version']);
  if (existsSync(join(folder, 'complete'))) return python;
  run('python3', ['-m', 'venv', '--clear', folder]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pyspark==${VERSION}`]);
  writeFileSync(join(folder, 'complete'), VERSION);
  return python;
}

function run(command, parameters) {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error) throw new Error(`${command} cannot be started (${error.message}); Spark needs it`);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(installPyspark());
