import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { neo4jForTests } from '../support/neo4j.ts';
import { installPythonClient } from '../support/python-client.mjs';
import { walkReadme } from '../support/walk-readme.ts';

const folder = mkdtempSync(join(tmpdir(), 'yuantu-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const neo4j = await neo4jForTests();

it('the commands of the README run as they stand, in their order, from a clean clone', async () => {
  const cwd = join(folder, 'yuantu');
  execFileSync('git', ['clone', '--quiet', '.', cwd]);
  const python = dirname(installPythonClient());
  const faults = await walkReadme({
    cwd,
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      NODE_ENV: undefined,
      PATH: `${python}:${process.env.PATH}`,
      // What the README puts beside the clone; what npm has fetched before it has.
      HOME: folder,
      npm_config_cache: execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim(),
    },
    // The tests are what runs this, and there is no Docker engine.
    without: neo4j ? /npm test|docker|openssl/u : /npm test|docker|openssl|neo4j:/u,
    filled: [
      ['neo4j://localhost:7687', neo4j?.url ?? ''],
      ['NEO4J_PASSWORD=…', `NEO4J_PASSWORD=${neo4j?.password}`],
    ],
  });
  expect(faults).toEqual([]);
});
