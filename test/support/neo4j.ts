import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { afterAll } from 'vitest';
import { installNeo4j } from './neo4j-install.mjs';

/** A server that a test may fill and empty as it likes. */
export interface Neo4jServer {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Stops at once, as when the power goes; `start` brings it up again with its data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops and forgets the data. */
  stop(): Promise<void>;
}

const USER = 'neo4j';
const PASSWORD = 'yuantu-test';
const START_TIMEOUT = 300_000;

// What the server's own start script opens to it.
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * A running Neo4j: the one at $NEO4J_TEST_URI (with NEO4J_TEST_USER and NEO4J_TEST_PASSWORD; it is emptied), or one of its own.
 *
 * `undefined` when this machine has no Java or Maven: then it says what is skipped, or throws when YUANTU_TEST_NEO4J is
 * `required`.
 */
export async function findNeo4j(): Promise<Neo4jServer | undefined> {
  const url = process.env.NEO4J_TEST_URI;
  if (url !== undefined) return givenServer(url);
  try {
    return await startNeo4j(installNeo4j());
  } catch (error) {
    if (process.env.YUANTU_TEST_NEO4J === 'required') throw error;
    console.warn(`SKIPPED: tests on a real Neo4j do not run, for there is none: ${String(error)}`);
    return undefined;
  }
}

/** The folder with the jars of Neo4j, for a test that starts a server in a way of its own; `undefined` as above. */
export function findNeo4jJars(): string | undefined {
  try {
    return installNeo4j();
  } catch (error) {
    if (process.env.YUANTU_TEST_NEO4J === 'required') throw error;
    console.warn(`SKIPPED: tests on a Neo4j of their own do not run, for there is none: ${String(error)}`);
    return undefined;
  }
}

/** `findNeo4j` for a test file: the server stops after its tests. */
export async function neo4jForTests(): Promise<Neo4jServer | undefined> {
  const server = await findNeo4j();
  afterAll(() => server?.stop());
  return server;
}

/** Takes all nodes away; constraints and indexes stay. */
export async function emptyNeo4j({ url, user, password }: Neo4jServer): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
}

/** Starts a server from a folder of jars on free ports of this machine, with a temporary home and the password set. `prepare` may fill
 * the home before; `scheme` is how it is spoken to. */
export async function startNeo4j(
  lib: string,
  prepare: (home: string) => void = () => {},
  scheme = 'neo4j',
): Promise<Neo4jServer> {
  const home = mkdtempSync(join(tmpdir(), 'yuantu-neo4j-'));
  const port = await freePort();
  for (const folder of ['conf', 'data', 'logs', 'plugins', 'import']) mkdirSync(join(home, folder));
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port));
  prepare(home);
  const log = join(home, 'logs', 'neo4j.log');
  let child: ChildProcess | undefined;
  let isNew = true;
  const url = `${scheme}://127.0.0.1:${port}`;
  const halt = async (signal: NodeJS.Signals) => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  const start = async () => {
    child = launch(lib, home);
    await ready(url, child, log, isNew);
    isNew = false;
  };
  const kill = () => halt('SIGKILL');
  const stop = async () => {
    await halt('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await start();
    return { url, user: USER, password: PASSWORD, kill, start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function launch(lib: string, home: string): ChildProcess {
  const child = spawn(
    'java',
    [
      '-Xmx1g',
      '-XX:+UseSerialGC',
      ...OPENED,
      '-Dio.netty.tryReflectionSetAccessible=true',
      '-cp',
      join(lib, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { stdio: 'ignore' },
  );
  // A test run that dies takes its server along.
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

function configuration(port: number): string {
  return [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'server.memory.pagecache.size=128m',
    'dbms.usage_report.enabled=false',
    'db.memory.transaction.max=256m',
    '',
  ].join('\n');
}

/** Only a new server is asked with its first password: three wrong ones close it for a while, to the right one too. */
async function ready(url: string, child: ChildProcess, log: string, isNew: boolean): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT; Date.now() < end; await sleep(300)) {
    if (child.exitCode !== null) throw new Error(`Neo4j ended with ${child.exitCode}: ${tail(log)}`);
    if ((await answers(url, PASSWORD)) || (isNew && (await setPassword(url)))) return;
  }
  throw new Error(`Neo4j did not start within ${START_TIMEOUT / 1000} s: ${tail(log)}`);
}

async function answers(url: string, password: string): Promise<boolean> {
  const driver = neo4j.driver(url, neo4j.auth.basic(USER, password));
  try {
    await driver.verifyConnectivity({ database: 'neo4j' });
    return true;
  } catch {
    return false;
  } finally {
    await driver.close();
  }
}

/** A new server lets `neo4j` in with the password `neo4j`, once, to set another. */
async function setPassword(url: string): Promise<boolean> {
  const driver = neo4j.driver(url, neo4j.auth.basic(USER, 'neo4j'));
  const session = driver.session({ database: 'system' });
  try {
    await session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", { password: PASSWORD });
    return await answers(url, PASSWORD);
  } catch {
    return false;
  } finally {
    await driver.close();
  }
}

function givenServer(url: string): Neo4jServer {
  const refuse = () => Promise.reject(new Error('a given server is not ours to stop'));
  return {
    url,
    user: process.env.NEO4J_TEST_USER ?? USER,
    password: process.env.NEO4J_TEST_PASSWORD ?? '',
    kill: refuse,
    start: refuse,
    stop: () => Promise.resolve(),
  };
}

function tail(log: string): string {
  try {
    return readFileSync(log, 'utf8').slice(-1000);
  } catch {
    return '(no log)';
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
