import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore } from '../../src/store/index.ts';
import { compiled } from '../support/compiled.ts';
import { run } from '../support/java.ts';
import { findNeo4jJars, type Neo4jServer, startNeo4j } from '../support/neo4j.ts';
import { smallSnapshot } from '../support/stored.ts';

const jars = findNeo4jJars();
const CLI = compiled('cli/main.js');

describe.runIf(jars !== undefined)('a Neo4j that only speaks TLS, with a certificate of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-tls-'));
  const certificate = join(folder, 'public.crt');
  let server: Neo4jServer;
  const at = (scheme: string) => server.url.replace(/^[\w+]+/u, scheme);
  const open = (scheme: string) =>
    openStore(at(scheme), {
      user: server.user,
      password: server.password,
      readOnly: scheme.includes('bolt'),
    });

  beforeAll(async () => {
    const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
    const key = join(folder, 'private.key');
    const self = ['-x509', '-days', '2', '-subj', '/CN=localhost', '-addext', names];
    run('openssl', ['req', ...self, '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate]);
    const secured = (home: string) => {
      const certificates = join(home, 'certificates', 'bolt');
      mkdirSync(certificates, { recursive: true });
      for (const name of ['private.key', 'public.crt'])
        copyFileSync(join(folder, name), join(certificates, name));
      appendFileSync(
        join(home, 'conf', 'neo4j.conf'),
        'dbms.ssl.policy.bolt.enabled=true\ndbms.ssl.policy.bolt.client_auth=NONE\nserver.bolt.tls_level=REQUIRED\n',
      );
    };
    server = await startNeo4j(jars ?? '', secured, 'neo4j+ssc');
    const store = await open('neo4j+ssc');
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, smallSnapshot));
    await store.close();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['neo4j+ssc', 'bolt+ssc'])('is read by %s://', async (scheme) => {
    const store = await open(scheme);
    expect(await store.read()).toEqual(smallSnapshot);
    await store.close();
  });

  it.each(['neo4j+s', 'bolt+s'])('is not trusted by %s://, and what to do is told', async (scheme) => {
    await expect(open(scheme)).rejects.toThrow(
      expect.objectContaining({
        code: 'STORE',
        message: expect.stringMatching(/does not trust.*NODE_EXTRA_CA_CERTS.*\+ssc/u),
      }),
    );
  });

  it.each(['neo4j', 'bolt'])('does not answer %s://, and TLS is named', async (scheme) => {
    await expect(open(scheme)).rejects.toThrow(
      expect.objectContaining({ code: 'STORE', message: expect.stringMatching(/TLS.*neo4j\+s:/u) }),
    );
  });

  it.each(['neo4j+s', 'bolt+s'])('is read by %s:// once its signer is known', (scheme) => {
    const statement = 'MATCH (c:Company) RETURN count(c) AS n';
    const asked = [CLI, 'query', statement, '--format', 'csv', '--store', at(scheme)];
    const { stdout, stderr } = spawnSync(process.execPath, asked, {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: certificate,
        NEO4J_USER: server.user,
        NEO4J_PASSWORD: server.password,
      },
    });
    expect(stdout, stderr).toBe('n\r\n2\r\n');
  });
});
