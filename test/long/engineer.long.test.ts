import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkReadme } from '../support/walk-readme.ts';

const PROJECT = {
  name: 'stranger',
  private: true,
  type: 'module',
  // What npm asks of whoever installs it: nodejieba is compiled, or its binary fetched.
  allowScripts: { nodejieba: true, 'onnxruntime-node': false },
};
const SETTINGS = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    outDir: 'out',
    rootDir: '.',
    types: ['node'],
  },
  files: ['index.ts'],
};

const SOURCE = `
import { build, type BuildReport, loadSeeds, openStore, type QueryResult, startServer, type WatchedStore } from 'yuantu';

const store: WatchedStore = await openStore('grafeo:graph.grafeo');
const report: BuildReport = await build({ paths: ['news'], store, seeds: loadSeeds() });
const found: QueryResult = await store.query('MATCH (c:Company)-[r:LOCATED_IN]->(z:Zone) RETURN c.name, z.name, r.quotes[0]');
const server = await startServer({ store, port: 0 });
console.log(JSON.stringify({ added: report.added, rows: found.rows, address: server.address }));
`;

/** An engineer's way: what npm packs, in an empty TypeScript project, to a served graph and the commands of the README. */
describe('an engineer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-engineer-'));
  const npm = (...argv: readonly string[]) =>
    execFileSync('npm', [...argv, '--no-audit', '--no-fund', '--silent'], { cwd: folder, encoding: 'utf8' });
  let running: ChildProcess | undefined;

  beforeAll(() => {
    if (!existsSync('dist/index.js')) throw new Error('dist/index.js is not there; run npm run build');
    const packed = execFileSync(
      'npm',
      ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
      {
        encoding: 'utf8',
      },
    ).trim();
    writeFileSync(join(folder, 'package.json'), JSON.stringify(PROJECT));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS));
    writeFileSync(join(folder, 'index.ts'), SOURCE);
    mkdirSync(join(folder, 'news'));
    writeFileSync(join(folder, 'news', 'a.txt'), '力元新能源科技有限公司落户宜春经开区。');
    npm('install', join(folder, packed), '@types/node@20');
  });
  afterAll(async () => {
    if (running?.exitCode === null && running.signalCode === null) {
      running.kill();
      await once(running, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('compiles against the types of the package', () => {
    const compiler = resolve('node_modules/.bin/tsc');
    expect(execFileSync(compiler, ['-p', folder], { cwd: folder, encoding: 'utf8' })).toBe('');
  });

  it('builds a graph and serves it, with the explorer', async () => {
    running = spawn(process.execPath, ['out/index.js'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (running.stdout === null) throw new Error('no output');
    const [line] = (await once(createInterface(running.stdout), 'line')) as [string];
    const { added, rows, address } = JSON.parse(line);
    expect({ added, rows }).toEqual({
      added: 1,
      rows: [['力元新能源科技有限公司', '宜春经开区', '力元新能源科技有限公司落户宜春经开区。']],
    });
    const found = await (await fetch(new URL('/api/v1/search?q=力元', address))).json();
    expect(JSON.stringify(found)).toContain('力元新能源科技有限公司');
    expect(await (await fetch(address)).text()).toContain('<div id="root">');
    running.kill();
    await once(running, 'exit');
  });

  it('is brought packages that run on every Node that is promised, and a nodejieba that cuts', () => {
    execFileSync(process.execPath, [resolve('test/support/engines.mjs'), folder], { stdio: 'inherit' });
    execFileSync(process.execPath, ['-e', 'require("nodejieba").cut("园区")'], { cwd: folder });
  });

  it('runs the commands of the README as they stand, in their order', async () => {
    const faults = await walkReadme({
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_ENV: undefined },
      // What makes the package, what needs the clone or a server, and Docker.
      without: /npm ci|npm pack|npm install|clients\/python|from yuantu|neo4j:|docker|openssl/u,
      filled: [
        ['seeds/articles', 'node_modules/yuantu/seeds/articles'],
        ['cypher/examples', 'node_modules/yuantu/cypher/examples'],
      ],
    });
    expect(faults).toEqual([]);
  });
});
