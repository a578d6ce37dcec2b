// Makes a virtual environment with the Python client, what its notebook runs on, and a maker of clients, under
// .cache/python-client (or $YUANTU_PYTHON_CLIENT_HOME): `node test/support/python-client.mjs`. Needs a Python of 3.10 or newer
// with pip and venv. Prints the path of its Python.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BESIDE = ['pandas==3.1.1', 'nbclient==0.11.0', 'ipykernel==7.4.0', 'openapi-python-client==0.29.1'];

/**
 * A Python that has the client as it stands here, the rest fetched if need be.
 *
 * @returns {string}
 * @throws {Error} when Python is missing, or pip fails.
 */
export function installPythonClient() {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const home = process.env.YUANTU_PYTHON_CLIENT_HOME ?? join(root, '.cache', 'python-client');
  const python = join(home, 'bin', 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const complete = join(home, 'complete');
  if (!existsSync(complete)) {
    run('python3', ['-m', 'venv', '--clear', home]);
    run(python, [...pip, ...BESIDE]);
    writeFileSync(complete, BESIDE.join('\n'));
  }
  run(python, [...pip, '--force-reinstall', '--no-deps', join(root, 'clients', 'python')]);
  return python;
}

function run(command, parameters) {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (error) throw new Error(`${command} cannot be started (${error.message}); the Python client needs it`);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.slice(-2000)}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(installPythonClient());
