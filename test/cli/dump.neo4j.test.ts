import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { diffSnapshots } from '../../src/graph/diff.ts';
import { openStore } from '../../src/store/index.ts';
import { conformanceGraph } from '../conformance/graph.ts';
import { emptyNeo4j, neo4jForTests } from '../support/neo4j.ts';

const server = await neo4jForTests();

describe.runIf(server !== undefined)('dump and restore between the stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-dump-'));
  const at = (name: string) => join(folder, name);
  const yuantu = (store: string, ...argv: readonly string[]) => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    return runProgram([...argv, '--store', store], new AbortController().signal);
  };

  beforeAll(async () => {
    if (server === undefined) return;
    vi.stubEnv('NEO4J_USER', server.user);
    vi.stubEnv('NEO4J_PASSWORD', server.password);
    await emptyNeo4j(server);
    const store = await openStore(`grafeo:${at('one')}`);
    await store.prepare();
    await store.apply(diffSnapshots({ nodes: [], relationships: [] }, conformanceGraph));
    await store.close();
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('give the same bytes back', async () => {
    const url = server?.url ?? '';
    const bytes = (name: string) => readFileSync(at(name), 'utf8');
    for (const derived of [[], ['--derived']]) {
      expect(await yuantu(`grafeo:${at('one')}`, 'dump', at('a.jsonl'), ...derived)).toBe(0);
      expect(await yuantu(url, 'restore', at('a.jsonl'))).toBe(0);
      expect(await yuantu(url, 'dump', at('b.jsonl'), ...derived)).toBe(0);
      expect(await yuantu(`grafeo:${at('two')}`, 'restore', at('b.jsonl'))).toBe(0);
      expect(await yuantu(`grafeo:${at('two')}`, 'dump', at('c.jsonl'), ...derived)).toBe(0);
      expect(bytes('b.jsonl')).toBe(bytes('a.jsonl'));
      expect(bytes('c.jsonl')).toBe(bytes('a.jsonl'));
      expect(bytes('b.jsonl.sha256').split(' ')[0]).toBe(bytes('a.jsonl.sha256').split(' ')[0]);
    }
  });

  it('refuse a dump that was changed', async () => {
    const tell = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    writeFileSync(at('a.jsonl'), readFileSync(at('a.jsonl'), 'utf8').replace('晨星', '辰星'));
    expect(await yuantu(`grafeo:${at('two')}`, 'restore', at('a.jsonl'))).toBe(2);
    expect(String(tell.mock.calls)).toContain('a.jsonl.sha256');
  });
});
