// Makes a virtual environment with the Python client, what its notebook runs on, and a maker of clients, under
// .cache/python-client (or $YUANTU_PYTHON_CLIENT_HOME): `node test/support/python-client.mjs`. Prints the path of its Python.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installVenv, pip, ROOT } from './venv.mjs';

const BESIDE = ['pandas==3.1.1', 'nbclient==0.11.0', 'ipykernel==7.4.0', 'openapi-python-client==0.29.1'];

/**
 * A Python that has the client as it stands here, the rest fetched if need be.
 *
 * @returns {string}
 * @throws {Error} when Python is missing, or pip fails.
 */
export function installPythonClient() {
  const python = installVenv('python-client', BESIDE, process.env.YUANTU_PYTHON_CLIENT_HOME);
  pip(python, ['--force-reinstall', '--no-deps', join(ROOT, 'clients', 'python')]);
  return python;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(installPythonClient());
